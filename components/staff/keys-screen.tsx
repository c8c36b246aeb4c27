'use client';
import { Button, Group, Modal, Stack, TextInput, VisuallyHidden } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Chip } from '@/components/ui/chip';
import { type Action, useSave } from '@/components/ui/use-save';
import { When } from '@/components/ui/when';
import { CopyOnce } from './copy-once';
import { messageAt, ProblemLine } from './problem';
import classes from './staff.module.css';

export type IntakeKey = {
  readonly id: string;
  readonly name: string;
  readonly hint: string;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
};
type Props = {
  readonly keys: readonly IntakeKey[];
  readonly now: string;
  readonly create: Action<{ key: string }>;
  readonly revoke: Action<unknown>;
};

export function KeysScreen({ keys, now, create, revoke }: Props) {
  const [leaving, setLeaving] = useState<IntakeKey | null>(null);
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1>Settings</h1>
      </header>
      <section className={classes.section} aria-labelledby="keys">
        <h2 id="keys">Intake keys</h2>
        <p className={classes.soft}>
          Let another program, such as the clinic's website, submit requests. A key can do nothing else.
        </p>
        <NewKey create={create} />
        {keys.length === 0 ? (
          <p className={classes.empty}>No keys yet.</p>
        ) : (
          <div className={classes.table}>
            <table role="table">
              <thead role="rowgroup">
                <tr role="row">
                  <th role="columnheader" scope="col">
                    Name
                  </th>
                  <th role="columnheader" scope="col">
                    Begins with
                  </th>
                  <th role="columnheader" scope="col">
                    Made
                  </th>
                  <th role="columnheader" scope="col">
                    Last used
                  </th>
                  <th role="columnheader" scope="col">
                    <VisuallyHidden>Revoke</VisuallyHidden>
                  </th>
                </tr>
              </thead>
              <tbody role="rowgroup">
                {keys.map((key) => (
                  <tr role="row" key={key.id}>
                    <td role="cell">{key.name}</td>
                    <td role="cell" className={classes.code}>
                      {key.hint}…
                    </td>
                    <td role="cell">
                      <When at={key.createdAt} now={now} />
                    </td>
                    <td role="cell">{key.lastUsedAt ? <When at={key.lastUsedAt} now={now} /> : 'never'}</td>
                    <td role="cell" className={classes.acts}>
                      {key.revokedAt ? (
                        <Chip>Revoked</Chip>
                      ) : (
                        <Button
                          variant="default"
                          size="compact-sm"
                          aria-label={`Revoke ${key.name}`}
                          onClick={() => setLeaving(key)}
                        >
                          Revoke
                        </Button>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
      {leaving && <Revoke leaving={leaving} revoke={revoke} onClose={() => setLeaving(null)} />}
    </div>
  );
}

function NewKey({ create }: { create: Props['create'] }) {
  const { save, isSaving, problem } = useSave(create);
  const [name, setName] = useState('');
  const [key, setKey] = useState<string | null>(null);

  async function send(event: FormEvent) {
    event.preventDefault();
    const saved = await save({ name });
    if (!saved.ok) return;
    setKey(saved.answer.key);
    setName('');
  }

  return (
    <Stack gap="sm" my="sm">
      <form onSubmit={send} noValidate>
        <Group align="end" gap="xs">
          <TextInput
            label="Name of the program"
            w={280}
            value={name}
            error={messageAt(problem, 'name')}
            autoComplete="off"
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" size="sm" loading={isSaving}>
            Make a key
          </Button>
        </Group>
      </form>
      <ProblemLine problem={problem} shown={['name']} />
      {key && (
        <CopyOnce
          label="Intake key"
          value={key}
          advice="Put it into the program's settings now: it is not shown again. The program sends it as “Authorization: Bearer …”."
        />
      )}
    </Stack>
  );
}

type Leaving = { readonly leaving: IntakeKey; readonly revoke: Props['revoke']; readonly onClose: () => void };

function Revoke({ leaving, revoke, onClose }: Leaving) {
  const { save, isSaving, problem } = useSave(revoke);
  const confirm = async () => (await save({ keyId: leaving.id })).ok && onClose();
  return (
    <Modal opened lockScroll={false} onClose={onClose} title={`Revoke ${leaving.name}`}>
      <Stack gap="sm">
        <p style={{ margin: 0 }}>
          The program that uses it cannot submit from this moment on. This cannot be undone; make a new key instead.
        </p>
        <ProblemLine problem={problem} />
        <Group gap="xs">
          <Button color="red" loading={isSaving} onClick={() => void confirm()}>
            Revoke
          </Button>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
