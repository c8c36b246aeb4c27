'use client';
import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import classes from './sheet.module.css';
import { goIn, signIn } from './sign-in';

type Props = {
  readonly from?: string;
  /** Only in the demo clinic. */
  readonly demo?: { readonly password: string; readonly accounts: readonly { email: string; words: string }[] };
};

export function SignInForm({ from, demo }: Props) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [isTrying, setTrying] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [wait, setWait] = useCountdown();
  const passwordField = useRef<HTMLInputElement>(null);

  async function send(event: FormEvent) {
    event.preventDefault();
    setTrying(true);
    setProblem(null);
    const signedIn = await signIn(email, password);
    if (signedIn.isIn) return goIn(from);
    setTrying(false);
    setProblem(signedIn.message);
    setWait(signedIn.wait);
    passwordField.current?.select();
  }
  function fill(account: string) {
    setEmail(account);
    setPassword(demo?.password ?? '');
    setProblem(null);
  }

  return (
    <>
      {/* Should the script not load, a password must not end up in the address. */}
      <form className={classes.form} method="post" onSubmit={send}>
        <TextInput
          label="E-mail"
          name="email"
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          ref={passwordField}
          label="Password"
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {problem && (
          <Alert color="red" variant="light" role="alert" p="xs">
            {problem}
            {wait > 0 && ` Try again in ${wait} s.`}
          </Alert>
        )}
        <Button type="submit" size="sm" loading={isTrying} disabled={wait > 0}>
          Sign in
        </Button>
      </form>
      {demo && (
        <div className={`${classes.accounts} ${classes.below}`}>
          <p className={classes.soft} style={{ margin: 0 }}>
            Fill in a demo account:
          </p>
          {demo.accounts.map((account) => (
            <Button key={account.email} variant="default" size="compact-sm" onClick={() => fill(account.email)}>
              {account.words}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}

function useCountdown() {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (seconds <= 0) return;
    const timer = setTimeout(() => setSeconds(seconds - 1), 1_000);
    return () => clearTimeout(timer);
  }, [seconds]);
  return [seconds, setSeconds] as const;
}
