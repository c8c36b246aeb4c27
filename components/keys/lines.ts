import type { StaffRole } from '@/lib/domain/permissions';
import { found, numberIn } from './fuzzy';
import type { Command } from './use-keys';

const KEPT = 'foramen-recent';
const MOST_RECENT = 4;
const MOST_SHOWN = 30;

export type Typed = {
  readonly typed: string;
  readonly commands: readonly Command[];
  readonly role: StaffRole;
  readonly go: (href: string) => void;
  readonly search: (words: string) => void;
};

/** What the palette shows for what was typed: with nothing typed what was done last, then all there is. */
export function linesFor({ typed, commands, role, go, search }: Typed): readonly Command[] {
  const words = typed.trim();
  if (words === '') {
    const recent = recentIds().flatMap((id) => commands.find((one) => one.id === id) ?? []);
    const others = commands.filter((one) => !recent.includes(one));
    return [...recent.map((one) => ({ ...one, group: 'Recent' })), ...grouped(others)];
  }
  const hits = found(words, commands);
  const number = numberIn(words);
  const lines = role === 'admin' ? [] : toRequests(words, number, { go, search });
  return [...(number ? lines : []), ...grouped(hits), ...(number ? [] : lines)].slice(0, MOST_SHOWN);
}

function toRequests(words: string, number: string | null, { go, search }: Pick<Typed, 'go' | 'search'>): Command[] {
  return [
    ...(number
      ? [{ id: 'open', words: `Open ${number}`, group: 'Requests', run: () => go(`/requests/${number}`) }]
      : []),
    { id: 'find', words: `Search requests for “${words}”`, group: 'Requests', run: () => search(words) },
  ];
}

/** Groups stand together, each where its best line is. */
function grouped(lines: readonly Command[]): Command[] {
  const groups = [...new Set(lines.map(({ group }) => group))];
  return groups.flatMap((group) => lines.filter((one) => one.group === group));
}

export function recentIds(): string[] {
  return (window.localStorage.getItem(KEPT) ?? '').split('\n').filter(Boolean);
}

/** Only what names nobody: pages, views and steps, never what was searched for or opened. */
export function remember({ id }: Command): void {
  if (id === 'open' || id === 'find') return;
  const ids = [id, ...recentIds().filter((one) => one !== id)].slice(0, MOST_RECENT);
  window.localStorage.setItem(KEPT, ids.join('\n'));
}
