'use client';
import { useTable } from '@tanstack/react-table';
import { useRouter } from 'next/navigation';
import { type MouseEvent, useEffect, useMemo } from 'react';
import type { WorklistItem, WorklistPage } from '@/lib/domain/desk';
import { columnsAt, features } from './columns';
import { rememberRow, returnToRow } from './last-row';
import classes from './worklist.module.css';

/** Filtering, sorting and paging are the server's; the table draws. Red flags first, each row once. */
export function WorklistTable({ page, isPending }: { page: WorklistPage; isPending: boolean }) {
  const router = useRouter();
  const rows = useMemo(() => withPinnedFirst(page), [page]);
  const columns = useMemo(() => columnsAt(page.now), [page.now]);
  const table = useTable({ features, columns, data: rows, getRowId: (item) => item.id });
  const pinned = useMemo(() => new Set(page.pinned.map(({ id }) => id)), [page.pinned]);
  useEffect(returnToRow, []);

  function open(event: MouseEvent, item: WorklistItem) {
    if ((event.target as Element).closest('a, button') || window.getSelection()?.toString()) return;
    rememberRow(item.number);
    router.push(`/requests/${item.number}`);
  }
  return (
    <table className={classes.table} aria-busy={isPending} data-pending={isPending || undefined}>
      <thead>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id}>
            {group.headers.map((header) => <th key={header.id} scope="col" data-column={header.column.id}><table.FlexRender header={header} /></th>)}
          </tr>
        ))}
      </thead>
      <tbody>
        {table.getRowModel().rows.map((row) => (
          // The link in the first cell is the way in for keys; the row only makes the target larger.
          <tr key={row.id} data-pinned={pinned.has(row.id) || undefined} onClick={(event) => open(event, row.original)}>
            {row.getAllCells().map((cell) => <td key={cell.id} data-column={cell.column.id}><table.FlexRender cell={cell} /></td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function withPinnedFirst({ pinned, items }: WorklistPage): WorklistItem[] {
  const above = new Set(pinned.map(({ id }) => id));
  return [...pinned, ...items.filter(({ id }) => !above.has(id))];
}
