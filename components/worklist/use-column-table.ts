'use client';
import type { ColumnSizingState, Updater } from '@tanstack/react-table';
import { useEffect, useRef, useState } from 'react';
import { COLUMN_WIDTH } from '@/lib/domain/columns';
import { columns as defined } from './columns';
import type { Columns } from './use-columns';

/** How this person's columns stand in the table: order, visibility and width are the table's own state. */
export function useColumnTable({ places, isArranged, size }: Columns) {
  const table = useRef<HTMLTableElement>(null);
  const known = places.map(({ id }) => id as string);
  const kept: ColumnSizingState = Object.fromEntries(places.map(({ id, width }) => [id, width]));
  // While an edge is pulled the widths are the hand's; they are kept when it rests.
  const [pulled, setPulled] = useState<ColumnSizingState | null>(null);
  const wanted = useRef<ColumnSizingState | null>(null);
  useEffect(() => {
    wanted.current = pulled;
  }, [pulled]);

  /** What one column gains its neighbour gives: the table fills its room, and the edge stays under the pointer. */
  function resized(change: Updater<ColumnSizingState>) {
    setPulled((before) => {
      const from = before ?? kept;
      const next = typeof change === 'function' ? change(from) : change;
      const at = shownIds(table.current);
      const id = at.find((one) => next[one] !== undefined && next[one] !== from[one]);
      const beside = id && at[at.indexOf(id) + 1];
      if (!id || !beside) return from;
      const room = (from[id] ?? 0) + (from[beside] ?? 0);
      const least = COLUMN_WIDTH.least;
      const width = Math.max(least, Math.min(room - least, next[id] ?? 0));
      return { ...from, [id]: width, [beside]: room - width };
    });
  }
  /** From the widths that are seen, so that nothing jumps at the first pull. */
  function begin() {
    setPulled({ ...kept, ...widthsSeen(table.current) });
    const end = () => {
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', end);
      requestAnimationFrame(() => {
        if (wanted.current) size(wanted.current);
        setPulled(null);
      });
    };
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', end);
  }
  return {
    table,
    begin,
    isArranged: isArranged || pulled !== null,
    options: { columnResizeMode: 'onChange' as const, onColumnSizingChange: resized },
    state: {
      // A column that nobody can place (a box to select by) stands first.
      columnOrder: [...defined.map(idOf).filter((id) => !known.includes(id)), ...known],
      columnVisibility: Object.fromEntries(places.map(({ id, isShown }) => [id, isShown])),
      columnSizing: pulled ?? kept,
    },
  };
}

function idOf(column: (typeof defined)[number]): string {
  const { id, accessorKey } = column as { id?: string; accessorKey?: string };
  return id ?? accessorKey ?? '';
}

const headers = (table: HTMLTableElement | null) => [
  ...(table?.querySelectorAll<HTMLElement>('th[data-column]:not([data-column="select"])') ?? []),
];
const shownIds = (table: HTMLTableElement | null) => headers(table).map(({ dataset }) => dataset.column ?? '');
const widthsSeen = (table: HTMLTableElement | null): ColumnSizingState =>
  Object.fromEntries(headers(table).map((one) => [one.dataset.column ?? '', Math.round(one.offsetWidth)]));
