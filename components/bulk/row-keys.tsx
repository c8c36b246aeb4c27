'use client';
import { type Command, type Handlers, useCommands, useKeys } from '@/components/keys/use-keys';
import type { Looking } from '@/components/peek/use-peek';
import type { Step } from '@/components/request/begin';
import type { WorklistItem } from '@/lib/domain/desk';
import type { Selection } from './use-selection';
import type { Undo } from './use-undo';

type Props = {
  readonly rows: readonly WorklistItem[];
  /** Null for who works on one at a time. */
  readonly selection: Selection | null;
  readonly looking: Looking;
  readonly undo: Undo;
  readonly hasBar: boolean;
};

/** What keys and the palette do in the list; it draws nothing. */
export function RowKeys({ rows, selection, looking, undo, hasBar }: Props) {
  const { current, peeked } = looking;
  const row = rows.find(({ number }) => number === current);
  /** With rows picked the step is for them; else for the row the hand is on. */
  const step = (what: Step) => () => {
    if (hasBar && what !== 'note') return toBar(what);
    return row ? looking.begin(row.number, what) : false;
  };
  const picking: Handlers = selection
    ? {
        select: () => (row ? selection.toggle(row.number) : false),
        'select-to': () => (row ? selection.selectTo(row.number) : false),
      }
    : {};
  useKeys({
    down: () => looking.step(1),
    up: () => looking.step(-1),
    open: () => (row ? looking.linkOf(row.number)?.click() : false),
    peek: () => (row ? looking.toggle(row.number) : looking.step(1)),
    search: () => document.querySelector<HTMLElement>('input[aria-label="Search requests"]')?.focus(),
    ...picking,
    assign: step('assign'),
    note: step('note'),
    tag: step('tag'),
    move: step('move'),
    ...(undo.offered ? { undo: undo.undo } : {}),
    close: () => {
      if (peeked) looking.close();
      else if (selection && selection.selected.length > 0) selection.clear();
      else return false;
    },
  });
  const about = (id: 'peek' | 'move' | 'assign' | 'note' | 'tag', words: string): Command[] =>
    row
      ? [
          {
            id,
            words: `${words} ${row.number}`,
            group: 'This row',
            key: id,
            run: () => (id === 'peek' ? looking.open(row.number) : looking.begin(row.number, id)),
          },
        ]
      : [];
  useCommands([
    ...about('peek', 'Peek at'),
    ...about('move', 'Next step of'),
    ...about('assign', 'Assign'),
    ...about('note', 'Write a note on'),
    ...about('tag', 'Tag'),
  ]);
  return null;
}

function toBar(what: Step) {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('#bulk-steps button')];
  if (what === 'move') return buttons[1]?.focus();
  const words = what === 'assign' ? 'Assign' : 'Tag';
  const button = buttons.find(({ textContent }) => textContent === words);
  button?.focus();
  button?.click();
}
