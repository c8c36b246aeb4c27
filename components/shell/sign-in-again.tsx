'use client';
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useLayoutEffect, useRef, useState } from 'react';
import { signIn } from '@/components/sign-in/sign-in';
import { hasUnsaved } from '@/components/ui/draft-keepers';
import said from '@/components/ui/said.module.css';
import { leaveAtOnce } from '@/components/ui/session-pause';
import { ENDED_WORDS } from '@/lib/domain/session';
import watch from './session-watch.module.css';

type Props = {
  readonly name: string;
  readonly email: string;
  readonly why: string | null;
  readonly onIn: () => Promise<unknown>;
};

const LOSE = 'Some of what you typed could not be saved. Leave and lose it?';

/** Hides the page, but keeps it: with the password of the same person it goes on where it was. */
export function SignInAgain({ name, email, why, onIn }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState({ email, password: '' });
  const [isTrying, setTrying] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    shown?.querySelector<HTMLInputElement>('input:not([readonly])')?.focus();
    return () => shown?.close();
  }, []);

  async function send(event: FormEvent) {
    event.preventDefault();
    setTrying(true);
    setProblem(null);
    const signedIn = await signIn(email || typed.email, typed.password);
    if (signedIn.isIn) await onIn();
    else setProblem(signedIn.wait > 0 ? `${signedIn.message} Try again in ${signedIn.wait} s.` : signedIn.message);
    setTrying(false);
    setTyped({ ...typed, password: '' });
  }
  function leave() {
    if (!hasUnsaved() || window.confirm(LOSE)) leaveAtOnce('/sign-in');
  }

  return (
    <dialog
      ref={dialog}
      className={watch.cover}
      aria-labelledby="signed-out"
      onCancel={(event) => event.preventDefault()}
    >
      <form className={watch.again} method="post" onSubmit={send}>
        <h1 id="signed-out">You were signed out</h1>
        {why && <p>{ENDED_WORDS[why]}</p>}
        <p>{name}, your page and what you typed are still here. With your password you go on where you were.</p>
        <TextInput
          label="E-mail"
          name="email"
          type="email"
          autoComplete="username"
          readOnly={email !== ''}
          variant={email === '' ? 'default' : 'filled'}
          value={email || typed.email}
          onChange={(event) => setTyped({ ...typed, email: event.currentTarget.value })}
        />
        <TextInput
          label="Password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={typed.password}
          onChange={(event) => setTyped({ ...typed, password: event.currentTarget.value })}
        />
        {problem && (
          <p role="alert" className={said.problem}>
            {problem}
          </p>
        )}
        <div className={watch.acts}>
          <Button type="submit" size="sm" loading={isTrying}>
            Go on
          </Button>
          <Button variant="default" size="sm" onClick={leave}>
            Somebody else
          </Button>
        </div>
      </form>
    </dialog>
  );
}
