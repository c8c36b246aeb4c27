'use client';
import type { Action } from '@/components/ui/use-save';
import type { FollowUpList, FollowUpRow } from '@/lib/domain/desk';
import { DueFollowUp } from './due-follow-up';
import classes from './follow-up.module.css';

const COLUMNS = ['Due', 'What', 'Person', 'Stage', 'Attempts', 'Last outcome', 'Owner'];

/** Overdue and today apart: the first is why somebody is still waiting. */
export function FollowUpTable({
  list,
  isPending,
  complete,
}: {
  list: FollowUpList;
  isPending: boolean;
  complete: Action<unknown>;
}) {
  const overdue = list.rows.filter(({ dueState }) => dueState === 'overdue');
  const rest = list.rows.filter(({ dueState }) => dueState !== 'overdue');
  const group = (title: string, rows: readonly FollowUpRow[]) =>
    rows.length > 0 && (
      <tbody role="rowgroup">
        <tr role="row" className={classes.group}>
          <th scope="rowgroup" colSpan={COLUMNS.length + 1}>
            {title}
          </th>
        </tr>
        {rows.map((row) => (
          <DueFollowUp key={row.id} row={row} now={list.now} complete={complete} />
        ))}
      </tbody>
    );
  return (
    <table
      className={classes.table}
      role="table"
      aria-label="Follow-ups"
      aria-busy={isPending}
      data-pending={isPending || undefined}
    >
      <thead role="rowgroup">
        <tr role="row">
          {COLUMNS.map((words) => (
            <th key={words} role="columnheader" scope="col">
              {words}
            </th>
          ))}
          <th role="columnheader" scope="col">
            <span className="unseen">Done</span>
          </th>
        </tr>
      </thead>
      {group('Overdue', overdue)}
      {group('Today', rest)}
    </table>
  );
}
