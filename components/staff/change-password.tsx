'use client';
import { Alert, Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useClinic } from '@/components/ui/clinic';
import { type Action, useSave } from '@/components/ui/use-save';
import { SHORTEST_PASSWORD } from '@/lib/domain/password';
import { messageAt, ProblemLine } from './problem';
import classes from './staff.module.css';

export function ChangePassword({ change }: { change: Action<{ ended: number }> }) {
  const { me } = useClinic();
  const { save, isSaving, isSaved, problem } = useSave(change);
  const [typed, setTyped] = useState({ current: '', password: '' });

  async function send(event: FormEvent) {
    event.preventDefault();
    if ((await save(typed)).ok) setTyped({ current: '', password: '' });
  }

  return (
    <section className={classes.section} aria-labelledby="password">
      <h2 id="password">Change the password</h2>
      <p className={classes.soft}>You stay signed in here and are signed out everywhere else.</p>
      <form className={classes.narrow} method="post" onSubmit={send} noValidate>
        <input type="text" name="username" autoComplete="username" value={me.name} readOnly hidden />
        <PasswordInput
          label="Current password"
          name="current"
          autoComplete="current-password"
          value={typed.current}
          error={messageAt(problem, 'current')}
          onChange={(event) => setTyped({ ...typed, current: event.currentTarget.value })}
        />
        <PasswordInput
          label="New password"
          description={`At least ${SHORTEST_PASSWORD} characters. Four unrelated words do well.`}
          name="password"
          autoComplete="new-password"
          value={typed.password}
          error={messageAt(problem, 'password')}
          onChange={(event) => setTyped({ ...typed, password: event.currentTarget.value })}
        />
        <ProblemLine problem={problem} shown={['current', 'password']} />
        {isSaved && (
          <Alert color="green" variant="light" role="status" p="xs">
            Changed. Other sessions were signed out.
          </Alert>
        )}
        <div>
          <Button type="submit" loading={isSaving}>
            Change the password
          </Button>
        </div>
      </form>
    </section>
  );
}
