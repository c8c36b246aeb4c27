'use client';
import { FlexRender, type Row, useTable } from '@tanstack/react-table';
import { useRouter } from 'next/navigation';
import { type MouseEvent, memo, useEffect, useMemo } from 'react';
import { rowsOf } from '@/components/bulk/rows-of';
import { SelectAllCell, SelectCell, useRow } from '@/components/bulk/select-cells';
import { useIsGone } from '@/components/live/gone-rows';
import { useClinic } from '@/components/ui/clinic';
import { useDragOrder } from '@/components/ui/drag-order';
import type { WorklistItem, WorklistPage } from '@/lib/domain/desk';
import { ColumnHeader } from './column-header';
import { columns, features, mayOpen } from './columns';
import { noteLeaving, rememberRow, returnToRow } from './last-row';
import { type RowActs, RowsContext } from './rows';
import { useColumnTable } from './use-column-table';
import type { Columns } from './use-columns';
import type { Question } from './use-question';
import classes from './worklist.module.css';

type Props = {
  readonly page: WorklistPage;
  readonly question: Question;
  readonly columns: Columns;
  readonly acts: RowActs;
};

/** Percent of the room for the boxes to pick rows with. */
const BOX_SHARE = 3;

/** Filtering, sorting and paging are the server's; the table keeps the red flags on top, each row once. */
export function WorklistTable({ page, question, columns: chosen, acts }: Props) {
  const rows = useMemo(() => rowsOf(page), [page]);
  const top = useMemo(() => page.pinned.map(({ id }) => id), [page]);
  const { assign, move } = acts;
  const shared = useMemo(() => ({ now: page.now, acts: { assign, move } }), [page.now, assign, move]);
  const sort = question.asked.get('sort') ?? 'due';
  const sorting = [{ id: sort.replace('-', ''), desc: sort.startsWith('-') }];
  const laid = useColumnTable(chosen);
  const table = useTable({
    features,
    columns,
    data: rows,
    getRowId: (item) => item.id,
    manualSorting: true,
    enableSortingRemoval: false,
    ...laid.options,
    state: { sorting, rowPinning: { top, bottom: [] }, ...laid.state },
  });
  useEffect(returnToRow, []);
  const dragOf = useDragOrder('column', chosen.move);

  const shape = table
    .getVisibleLeafColumns()
    .map(({ id }) => id)
    .join(' ');
  const drawn = (row: Row<typeof features, WorklistItem>) => (
    <ItemRow key={row.id} item={row.original}>
      <Cells row={row} shape={shape} />
    </ItemRow>
  );
  return (
    <RowsContext value={shared}>
      <table
        ref={laid.table}
        className={classes.table}
        data-density={chosen.density}
        data-arranged={laid.isArranged || undefined}
        role="table"
        data-rows
        aria-label="Requests"
        aria-busy={question.isPending}
        data-pending={question.isPending || undefined}
      >
        {laid.isArranged && (
          <colgroup>
            <col style={{ width: `${BOX_SHARE}%` }} />
            {table.getVisibleLeafColumns().map((column) => (
              <col
                key={column.id}
                style={{ width: `${(column.getSize() / table.getTotalSize()) * (100 - BOX_SHARE)}%` }}
              />
            ))}
          </colgroup>
        )}
        <thead role="rowgroup">
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} role="row">
              <SelectAllCell />
              {group.headers.map((header) => (
                <ColumnHeader key={header.id} header={header} question={question} dragOf={dragOf} onPull={laid.begin} />
              ))}
            </tr>
          ))}
        </thead>
        {top.length > 0 && (
          <tbody role="rowgroup" aria-label="Red flags, always on top" className={classes.flags}>
            {table.getTopRows().map(drawn)}
          </tbody>
        )}
        <tbody role="rowgroup">{table.getCenterRows().map(drawn)}</tbody>
      </table>
    </RowsContext>
  );
}

type CellsProps = { readonly row: Row<typeof features, WorklistItem>; readonly shape: string };

/** Drawn again for another answer or other columns (`shape`), not for whatever else moves on the page: two hundred rows are most of its work. */
const Cells = memo(function Cells({ row }: CellsProps) {
  return row.getVisibleCells().map((cell) => (
    <td key={cell.id} role="cell" data-column={cell.column.id}>
      <FlexRender cell={cell} />
    </td>
  ));
});

/** The link in the first cell is the way in for keys; the row only makes its target larger. */
function ItemRow({ item, children }: { item: WorklistItem; children: React.ReactNode }) {
  const router = useRouter();
  const { me } = useClinic();
  const href = `/requests/${item.number}`;
  const isOpen = mayOpen(item, me.role);

  function open(event: MouseEvent) {
    if (!isOpen || (event.target as Element).closest('a, button, label') || window.getSelection()?.toString()) return;
    if (event.button === 1 || event.metaKey || event.ctrlKey) return void window.open(href, '_blank', 'noopener');
    if (event.button !== 0 || event.shiftKey) return;
    rememberRow(item.number, me.id);
    router.push(href);
  }
  // Another tab may be about to open it.
  const note = () => isOpen && noteLeaving(item.number, me.id);
  return (
    <tr
      role="row"
      {...useRow(item)}
      data-gone={useIsGone(item.id) || undefined}
      data-opens={isOpen || undefined}
      onClick={open}
      onAuxClick={open}
      onPointerDown={note}
      onContextMenu={note}
    >
      <SelectCell item={item} />
      {children}
    </tr>
  );
}
