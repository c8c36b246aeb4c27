'use client';
import { useState } from 'react';
import type { StaffName, WorklistItem } from '@/lib/domain/desk';
import type { BarProps } from './bulk-bar';
import type { BulkOffer } from './bulk-offers';
import type { TagChange } from './bulk-tag';
import { type Result, rowOf, type Task } from './use-bulk';

/** Each step over the picked rows, and how it is taken back. */
export function useBulkSteps({ acts, selection, bulk, undo }: BarProps) {
  const [asked, setAsked] = useState<BulkOffer | 'tag' | null>(null);
  const { selected, clear } = selection;
  const rows = selected.map(rowOf);
  const notRead = sparing(selected);
  const undone = backBy(acts.undoEach);

  async function take(task: Task, takenBack: (done: readonly Result[]) => Task) {
    setAsked(null);
    const results = await bulk.run(task);
    const done = results.filter(({ outcome }) => outcome === 'done');
    if (done.length === results.length) bulk.dismiss();
    if (done.length > 0)
      undo.offer({ words: `${task.words}: ${done.length} done`, undo: () => bulk.run(takenBack(done)) });
    clear();
    document.getElementById('content')?.focus({ preventScroll: true });
  }
  return {
    asked,
    begin: setAsked,
    end: () => setAsked(null),
    give: (to: StaffName | null) =>
      take(
        {
          ...notRead,
          words: to ? `Give to ${to.name}` : 'Give to nobody',
          act: acts.assignEach,
          say: ({ number, version }) => ({ number, version, staffId: to?.id ?? null }),
        },
        undone,
      ),
    move: (offer: BulkOffer, ask: object) =>
      take(
        {
          ...notRead,
          words: offer.words,
          act: acts.moveEach,
          say: ({ number, version }) => ({ number, version, ...ask }),
        },
        undone,
      ),
    tag: ({ add, remove }: TagChange) => {
      const had = new Map(selected.map(({ number, tags }) => [number, tags]));
      const words = add.length > 0 ? `Tag “${add}”` : `Take off “${remove}”`;
      return take({ words, act: acts.tagEach, rows, say: ({ number }) => ({ number, add, remove }) }, (done) => ({
        words: 'Undo',
        act: acts.tagEach,
        rows: done.map(({ row }) => row),
        say: ({ number }) => ({
          number,
          add: remove.filter((tag) => had.get(number)?.includes(tag)),
          remove: add.filter((tag) => !had.get(number)?.includes(tag)),
        }),
      }));
    },
  };
}
export type BulkSteps = ReturnType<typeof useBulkSteps>;

const backBy =
  (act: Task['act']) =>
  (done: readonly Result[]): Task => ({
    words: 'Undo',
    act,
    rows: done.map(({ row, answer }) => ({ ...row, version: (answer as { version: number }).version })),
    say: ({ number, version }) => ({ number, version }),
  });

/** What a surgeon is reading is not taken from under their eyes by the dozen. */
function sparing(selected: readonly WorklistItem[]): Pick<Task, 'rows' | 'spared'> {
  const isRead = ({ stage }: WorklistItem) => stage === 'in_review';
  return {
    rows: selected.filter((row) => !isRead(row)).map(rowOf),
    spared: selected.filter(isRead).map((row) => ({ row: rowOf(row), why: 'a surgeon is reading it' })),
  };
}
