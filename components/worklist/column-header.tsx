'use client';
import { FlexRender, type Header } from '@tanstack/react-table';
import type { useDragOrder } from '@/components/ui/drag-order';
import type { WorklistItem } from '@/lib/domain/desk';
import type { features } from './columns';
import type { Question } from './use-question';
import classes from './worklist.module.css';

const ARIA = { asc: 'ascending', desc: 'descending' } as const;

type Props = {
  readonly header: Header<typeof features, WorklistItem>;
  readonly question: Question;
  readonly dragOf: ReturnType<typeof useDragOrder>;
  /** Before the first pull the columns take the widths they have. */
  readonly onPull: () => void;
};

/** A click sorts by the column, a second one turns the order round. Its edge is pulled; keys do the same under “Columns”. */
export function ColumnHeader({ header, question, dragOf, onPull }: Props) {
  const { column } = header;
  const order = column.getIsSorted();
  const isSortable = column.getCanSort();
  return (
    <th role="columnheader" scope="col" data-column={column.id} aria-sort={order ? ARIA[order] : undefined}>
      <span className={classes.heading} {...dragOf(column.id)}>
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
      </span>
      <span
        aria-hidden
        className={classes.edge}
        data-pulled={column.getIsResizing() || undefined}
        onPointerDown={onPull}
        onMouseDown={header.getResizeHandler()}
        onTouchStart={header.getResizeHandler()}
      />
    </th>
  );
}
