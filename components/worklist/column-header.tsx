'use client';
import { FlexRender, type Header } from '@tanstack/react-table';
import type { WorklistItem } from '@/lib/domain/desk';
import type { features } from './columns';
import type { Question } from './use-question';
import classes from './worklist.module.css';

const ARIA = { asc: 'ascending', desc: 'descending' } as const;

/** A click sorts by the column, a second one turns the order round. */
export function ColumnHeader({
  header,
  question,
}: {
  header: Header<typeof features, WorklistItem>;
  question: Question;
}) {
  const { column } = header;
  const order = column.getIsSorted();
  const isSortable = column.getCanSort();
  return (
    <th role="columnheader" scope="col" data-column={column.id} aria-sort={order ? ARIA[order] : undefined}>
      {isSortable ? (
        <button
          type="button"
          className={classes.sort}
          onClick={() => question.ask({ sort: order === 'asc' ? `-${column.id}` : column.id })}
        >
          <FlexRender header={header} />
          <span aria-hidden className={classes.arrow}>
            {order === 'asc' ? '↑' : order === 'desc' ? '↓' : ''}
          </span>
        </button>
      ) : (
        <FlexRender header={header} />
      )}
    </th>
  );
}
