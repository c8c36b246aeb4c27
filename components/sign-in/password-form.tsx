'use client';
import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type Action, useSave } from '@/components/ui/use-save';
import { SHORTEST_PASSWORD } from '@/lib/domain/password';
import type { Problem } from '@/lib/domain/refusal';
import { useGoing } from './going';
import classes from './sheet.module.css';
import { goIn, signIn } from './sign-in';

type Props = {
  readonly token: string;
  /** Known for an invitation or a reset; asked for the first admin. */
  readonly email: string | null;
  readonly redeem: Action<{ email: string }>;
  readonly words: string;
};

/** Chooses a password with a one-use link, then signs in with it. */
export function PasswordForm({ token, email, redeem, words }: Props) {
  const { save, isSaving, problem } = useSave(redeem);
  const [typed, setTyped] = useState({ name: '', email: '', password: '' });
  const setGoing = useGoing();
  const change = (part: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...part }));
  const isFirst = email === null;

  async function send(event: FormEvent) {
    event.preventDefault();
    const { password, ...person } = typed;
    const saved = await save({ token, password, ...(isFirst ? person : {}) });
    if (!saved.ok) return;
    setGoing(true);
    await signIn(saved.answer.email, password);
    goIn();
  }

  return (
    <form className={classes.form} method="post" onSubmit={send} noValidate>
      {isFirst && (
        <TextInput
          label="Your name"
          name="name"
          autoComplete="name"
          autoFocus
          value={typed.name}
          error={messageOf(problem, 'name')}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
      )}
      <TextInput
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        readOnly={!isFirst}
        variant={isFirst ? 'default' : 'filled'}
        value={email ?? typed.email}
        error={messageOf(problem, 'email')}
        onChange={(event) => change({ email: event.currentTarget.value })}
      />
      <PasswordInput
        label="New password"
        description={`At least ${SHORTEST_PASSWORD} characters. Four unrelated words do well; no signs or digits are asked for.`}
        name="password"
        autoComplete="new-password"
        autoFocus={!isFirst}
        value={typed.password}
        error={messageOf(problem, 'password')}
        onChange={(event) => change({ password: event.currentTarget.value })}
      />
      {problem && problem.fields.length === 0 && (
        <Alert color="red" variant="light" role="alert" p="xs">
          {problem.detail}
        </Alert>
      )}
      <Button type="submit" size="sm" loading={isSaving}>
        {words}
      </Button>
    </form>
  );
}

function messageOf(problem: Problem | null, path: string): string | undefined {
  return problem?.fields.find((field) => field.path === path)?.message;
}
