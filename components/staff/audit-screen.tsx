'use client';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import Link from 'next/link';
import { Chip } from '@/components/ui/chip';
import { useClinic } from '@/components/ui/clinic';
import { fullTime } from '@/components/ui/when';
import { ACTIONS } from '@/lib/domain/permissions';
import { REFUSAL_TITLES, type RefusalCode } from '@/lib/domain/refusal';
import classes from './staff.module.css';

export type AuditRow = {
  readonly seq: number;
  readonly at: string;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly actorRole: string;
  readonly action: string;
  readonly outcome: string;
  readonly subjectId: string | null;
  readonly number: string | null;
  readonly shownCount: number;
  readonly facts: Readonly<Record<string, unknown>> | null;
};
export type AuditAsked = Readonly<
  Partial<Record<'actor' | 'action' | 'outcome' | 'number' | 'from' | 'to' | 'before', string>>
>;
type Props = { readonly rows: readonly AuditRow[]; readonly nextBefore: number | null; readonly asked: AuditAsked };

const TITLES = {
  manager: 'Everything that was done, seen or refused.',
  admin: 'Everything that was done, seen or refused; ids only.',
  own: 'What you did and saw, and what was refused.',
};

export function AuditScreen({ rows, nextBefore, asked }: Props) {
  const { me } = useClinic();
  const isOwn = me.role !== 'manager' && me.role !== 'admin';
  const at = (change: AuditAsked) => `/admin/audit?${new URLSearchParams({ ...asked, before: '', ...change })}`;
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1>{isOwn ? 'My activity' : 'Audit'}</h1>
        <p className={classes.soft}>{TITLES[isOwn ? 'own' : (me.role as 'manager' | 'admin')]}</p>
      </header>
      <Filter key={JSON.stringify(asked)} asked={asked} mayAskByNumber={me.role !== 'admin'} />
      {asked.actor && !isOwn && (
        <p className={classes.soft}>
          Only by <span className={classes.code}>{rows[0]?.actorName ?? asked.actor}</span>.{' '}
          <Link href={at({ actor: '' })} prefetch={false}>
            Everybody
          </Link>
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must be reachable by keyboard */}
      <section className={classes.table} tabIndex={0} aria-label="Audit">
        {rows.length === 0 ? (
          <p className={classes.empty}>Nothing was recorded that fits. Widen the days or the filter.</p>
        ) : (
          <table role="table">
            <thead role="rowgroup">
              <tr role="row">
                <th role="columnheader" scope="col">
                  When
                </th>
                {!isOwn && (
                  <th role="columnheader" scope="col">
                    Who
                  </th>
                )}
                <th role="columnheader" scope="col">
                  Did
                </th>
                <th role="columnheader" scope="col">
                  Outcome
                </th>
                <th role="columnheader" scope="col">
                  About
                </th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              {rows.map((row) => (
                <Row key={row.seq} row={row} isOwn={isOwn} byActor={(actor) => at({ actor })} />
              ))}
            </tbody>
          </table>
        )}
      </section>
      <p className={classes.soft} style={{ marginTop: 10 }}>
        {asked.before && (
          <Link href={at({})} prefetch={false}>
            Latest
          </Link>
        )}{' '}
        {nextBefore && (
          <Link href={at({ before: String(nextBefore) })} prefetch={false}>
            Older
          </Link>
        )}
      </p>
    </div>
  );
}

function Filter({ asked, mayAskByNumber }: { asked: AuditAsked; mayAskByNumber: boolean }) {
  return (
    <form className={classes.filter} action="/admin/audit">
      {asked.actor && <input type="hidden" name="actor" value={asked.actor} />}
      <NativeSelect
        name="action"
        label="Did"
        defaultValue={asked.action ?? ''}
        data={[{ value: '', label: 'anything' }, ...ACTIONS.map((one) => ({ value: one, label: actionWords(one) }))]}
      />
      <NativeSelect
        name="outcome"
        label="Outcome"
        defaultValue={asked.outcome ?? ''}
        data={[
          { value: '', label: 'any' },
          { value: 'done', label: 'done' },
          { value: 'refused', label: 'refused' },
        ]}
      />
      {mayAskByNumber && (
        <TextInput name="number" label="Request" placeholder="MR-000123" w={120} defaultValue={asked.number} />
      )}
      <TextInput name="from" type="date" label="From" defaultValue={asked.from} />
      <TextInput name="to" type="date" label="To" defaultValue={asked.to} />
      <Button type="submit" size="sm" variant="default">
        Show
      </Button>
    </form>
  );
}

function Row({ row, isOwn, byActor }: { row: AuditRow; isOwn: boolean; byActor: (actor: string) => string }) {
  const { timeZone } = useClinic();
  return (
    <tr role="row">
      <td role="cell">
        <time dateTime={row.at}>{fullTime(row.at, timeZone)}</time>
      </td>
      {!isOwn && (
        <td role="cell">
          {row.actorId ? (
            <Link href={byActor(row.actorId)} prefetch={false}>
              {row.actorName ?? <Id id={row.actorId} />}
            </Link>
          ) : (
            row.actorName
          )}{' '}
          <span className={classes.soft}>{row.actorRole}</span>
        </td>
      )}
      <td role="cell">{actionWords(row.action)}</td>
      <td role="cell">
        {row.outcome === 'done' ? (
          'done'
        ) : (
          <Chip tone="amber" title={REFUSAL_TITLES[row.outcome as RefusalCode]}>
            {row.outcome.replaceAll('_', ' ')}
          </Chip>
        )}
      </td>
      <td role="cell">
        <About row={row} />
      </td>
    </tr>
  );
}

function About({ row }: { row: AuditRow }) {
  if (row.number)
    return (
      <Link href={`/requests/${row.number}`} prefetch={false}>
        {row.number}
      </Link>
    );
  if (row.subjectId) return <Id id={row.subjectId} />;
  if (typeof row.facts?.untold === 'number') return `${row.facts.untold} more refusals before it have no line`;
  if (row.facts) return <Exported facts={row.facts} />;
  return row.shownCount > 0 ? `${row.shownCount} requests in a list` : '—';
}

/** Told part by part: the last one has them all. */
function Exported({ facts: { rows, filter, isSearch, isWhole } }: { facts: Readonly<Record<string, unknown>> }) {
  const said = Object.entries((filter ?? {}) as Record<string, string>).map(([name, value]) => `${name} ${value}`);
  return (
    <>
      {Number(rows).toLocaleString('en-US')} rows{isWhole ? ', the whole list' : ' so far'}
      <span className={classes.soft}>
        {' '}
        {said.join(', ')}
        {isSearch ? ', found by a search' : ''}
      </span>
    </>
  );
}

function Id({ id }: { id: string }) {
  return <span className={classes.code}>{id}</span>;
}

function actionWords(action: string): string {
  return action.replace('.', ': ').replaceAll('_', ' ');
}
