'use client';
import { type Command, type Handlers, useCommands, useKeys } from '@/components/keys/use-keys';
import type { OpenRequest } from '@/lib/domain/desk';
import { begin } from './begin';
import { offersOf } from './moves';

const GROUP = 'This request';

/** The buttons of the page, by key and by palette; it draws nothing. */
export function RequestKeys({ request }: { request: OpenRequest }) {
  const may = (action: string) => request.allowedActions.some((one) => one.action === action);
  const offers = offersOf(request);
  const page = () => document.getElementById('content');
  const ways = {
    ...(offers.length > 0 ? { move: () => begin(page(), 'move') } : {}),
    ...(may('request.assign') && request.stage !== 'in_review' ? { assign: () => begin(page(), 'assign') } : {}),
    ...(may('request.tag') ? { tag: () => begin(page(), 'tag') } : {}),
    ...(may('note.write') ? { note: () => begin(page(), 'note') } : {}),
  } satisfies Handlers;
  useKeys(ways);
  const line = (id: 'assign' | 'tag' | 'note', words: string): Command[] =>
    ways[id] ? [{ id, words, group: GROUP, key: id, run: ways[id] }] : [];
  useCommands([
    ...offers.map(
      ({ words }, at): Command => ({
        id: `move ${words}`,
        words,
        group: GROUP,
        ...(at === 0 ? { key: 'move' as const } : {}),
        run: () => begin(page(), 'move', words),
      }),
    ),
    ...line('assign', 'Assign …'),
    ...line('note', 'Write a note'),
    ...line('tag', 'Tag …'),
  ]);
  return null;
}
