'use client';
import { Button, Group, VisuallyHidden } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Chip } from '@/components/ui/chip';
import { When } from '@/components/ui/when';
import { CHANNEL_WORDS, type IntakeKey, type KeyActs } from './intake-key';
import { Revoke, Rotate } from './key-step';
import { NewKey } from './new-key';
import { PublicForm } from './public-form';
import classes from './staff.module.css';

type Props = {
  readonly keys: readonly IntakeKey[];
  readonly now: string;
  /** What else the house's settings show. */
  readonly children?: ReactNode;
} & KeyActs;
type Chosen = { readonly id: string; readonly step: 'rotate' | 'revoke' };
const COLUMNS = ['Name', 'Begins with', 'Made', 'Last used', 'State'];

export function KeysScreen({ keys, now, create, rotate, revoke, children }: Props) {
  const [chosen, choose] = useState<Chosen | null>(null);
  const key = keys.find(({ id }) => id === chosen?.id);
  const close = () => choose(null);
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1>Settings</h1>
      </header>
      <PublicForm />
      <section className={`${classes.section} ${classes.wide}`} aria-labelledby="keys">
        <h2 id="keys">Intake keys</h2>
        <p className={classes.soft}>
          Let another program, such as the clinic's website, submit requests. A key can do nothing else.
        </p>
        <NewKey create={create} />
        {keys.length === 0 ? (
          <p className={classes.empty}>No keys yet.</p>
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must be reachable by keyboard
          <section className={classes.table} tabIndex={0} aria-label="Keys made so far">
            <table role="table">
              <thead role="rowgroup">
                <tr role="row">
                  {COLUMNS.map((column) => (
                    <th key={column} role="columnheader" scope="col">
                      {column}
                    </th>
                  ))}
                  <th role="columnheader" scope="col">
                    <VisuallyHidden>Change</VisuallyHidden>
                  </th>
                </tr>
              </thead>
              <tbody role="rowgroup">
                {keys.map((one) => (
                  <KeyRow key={one.id} of={one} now={now} onChoose={(step) => choose({ id: one.id, step })} />
                ))}
              </tbody>
            </table>
          </section>
        )}
      </section>
      {children}
      {key && chosen?.step === 'rotate' && <Rotate of={key} rotate={rotate} onClose={close} />}
      {key && chosen?.step === 'revoke' && <Revoke of={key} revoke={revoke} onClose={close} />}
    </div>
  );
}

type Row = { readonly of: IntakeKey; readonly now: string; readonly onChoose: (step: Chosen['step']) => void };

function KeyRow({ of, now, onChoose }: Row) {
  const source = of.label ?? (of.channel && CHANNEL_WORDS[of.channel]);
  return (
    <tr role="row">
      <td role="cell">
        {of.name}
        {source && <div className={classes.below}>Source: {source}</div>}
        {of.isSigning && (
          <div className={classes.below}>
            Signs, as <span className={classes.code}>{of.id}</span>
          </div>
        )}
      </td>
      <td role="cell">
        <span className={classes.code}>{of.hint}…</span>
        {of.state === 'active' && of.formers.map((former) => <Former key={former.hint} of={former} now={now} />)}
      </td>
      <td role="cell">
        <When at={of.createdAt} now={now} />
        {of.createdByName && <div className={classes.below}>by {of.createdByName}</div>}
      </td>
      <td role="cell">{of.lastUsedAt ? <When at={of.lastUsedAt} now={now} /> : 'never'}</td>
      <td role="cell">
        <State of={of} />
        {of.expiresAt && of.state !== 'revoked' && (
          <div className={classes.below}>
            last day <When at={lastMoment(of.expiresAt)} now={now} />
          </div>
        )}
      </td>
      <td role="cell" className={classes.acts}>
        {of.state === 'active' && (
          <Group gap="xs" wrap="nowrap" justify="flex-end">
            <Button
              variant="default"
              size="compact-sm"
              aria-label={`Rotate ${of.name}`}
              onClick={() => onChoose('rotate')}
            >
              Rotate
            </Button>
            <Button
              variant="default"
              size="compact-sm"
              aria-label={`Revoke ${of.name}`}
              onClick={() => onChoose('revoke')}
            >
              Revoke
            </Button>
          </Group>
        )}
      </td>
    </tr>
  );
}

/** Whether somebody still needs the old one is what an admin waits to see. */
function Former({ of, now }: { of: IntakeKey['formers'][number]; now: string }) {
  return (
    <div className={classes.below}>
      before <span className={classes.code}>{of.hint}…</span> until <When at={of.endsAt} now={now} />,{' '}
      {of.lastUsedAt ? (
        <>
          last used <When at={of.lastUsedAt} now={now} />
        </>
      ) : (
        'not used since'
      )}
    </div>
  );
}

function State({ of }: { of: IntakeKey }) {
  if (of.state === 'revoked') return <Chip>Revoked</Chip>;
  if (of.state === 'expired') return <Chip>Expired</Chip>;
  return of.formers.length > 0 ? <Chip tone="amber">Rotating</Chip> : <Chip tone="green">Active</Chip>;
}

/** It ends as the next day begins: the last moment still belongs to its last day. */
const lastMoment = (expiresAt: string) => new Date(Date.parse(expiresAt) - 1).toISOString();
