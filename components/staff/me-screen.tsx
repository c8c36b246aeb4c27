'use client';
import { Button, VisuallyHidden } from '@mantine/core';
import { KeysSwitch } from '@/components/keys/keys-switch';
import { Chip } from '@/components/ui/chip';
import { type Action, useSave } from '@/components/ui/use-save';
import { When } from '@/components/ui/when';
import { ChangePassword } from './change-password';
import { deviceWords } from './device-words';
import { DigestSwitch } from './digest-switch';
import { ProblemLine } from './problem';
import classes from './staff.module.css';

export type OwnSession = {
  readonly id: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly address: string | null;
  readonly device: string | null;
  readonly isThis: boolean;
};
type Props = {
  readonly me: { readonly id: string; readonly name: string };
  readonly sessions: readonly OwnSession[];
  readonly now: string;
  readonly changePassword: Action<{ ended: number }>;
  readonly endSession: Action<unknown>;
  readonly prefer: Action<unknown>;
};

export function MeScreen({ me, sessions, now, changePassword, endSession, prefer }: Props) {
  const { save, isSaving, problem } = useSave(endSession);
  const end = (which: string) => void save({ staffId: me.id, which });
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1>{me.name}</h1>
      </header>
      <section className={classes.section} aria-labelledby="sessions">
        <div className={classes.head}>
          <h2 id="sessions">Where you are signed in</h2>
          {sessions.length > 1 && (
            <Button variant="default" size="compact-sm" loading={isSaving} onClick={() => end('all')}>
              Sign out everywhere else
            </Button>
          )}
        </div>
        <ProblemLine problem={problem} />
        <div className={classes.table}>
          <table role="table">
            <thead role="rowgroup">
              <tr role="row">
                <th role="columnheader" scope="col">
                  Device
                </th>
                <th role="columnheader" scope="col">
                  Address
                </th>
                <th role="columnheader" scope="col">
                  Signed in
                </th>
                <th role="columnheader" scope="col">
                  Last active
                </th>
                <th role="columnheader" scope="col">
                  <VisuallyHidden>Sign out</VisuallyHidden>
                </th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              {sessions.map((one) => (
                <tr role="row" key={one.id}>
                  <td role="cell" title={one.device ?? undefined}>
                    {deviceWords(one.device)}
                  </td>
                  <td role="cell">{one.address ?? 'unknown'}</td>
                  <td role="cell">
                    <When at={one.createdAt} now={now} />
                  </td>
                  <td role="cell">
                    <When at={one.lastSeenAt} now={now} />
                  </td>
                  <td role="cell" className={classes.acts}>
                    {one.isThis ? (
                      <Chip tone="green">This one</Chip>
                    ) : (
                      <Button variant="default" size="compact-sm" disabled={isSaving} onClick={() => end(one.id)}>
                        Sign out
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <section className={classes.section} aria-labelledby="keys">
        <h2 id="keys">Keyboard</h2>
        <KeysSwitch />
      </section>
      <DigestSwitch prefer={prefer} />
      <ChangePassword change={changePassword} />
    </div>
  );
}
