import type { WorklistItem, WorklistPage } from '@/lib/domain/desk';

/** A page as it stands under the reader's hand while others change it. */
export type HeldPage = {
  readonly page: WorklistPage;
  /** The newest answer has rows that are not shown yet. */
  readonly news: number;
  /** Of these, red flags. */
  readonly flags: number;
  /** Shown rows that the newest answer has no more. */
  readonly gone: ReadonlySet<string>;
};

export const asAnswered = (page: WorklistPage): HeldPage => ({ page, news: 0, flags: 0, gone: new Set() });

/** Every row stays where it is and says what is true now; new ones wait to be asked for. */
export function held({ page: shown }: HeldPage, fresh: WorklistPage): HeldPage {
  if (shown.items.length + shown.pinned.length === 0) return asAnswered(fresh);
  const now = new Map([...fresh.items, ...fresh.pinned].map((item) => [item.id, item]));
  const stands = new Set([...shown.items, ...shown.pinned].map(({ id }) => id));
  const above = new Map([...cameAbove(fresh, stands), ...fresh.pinned].map((item) => [item.id, item]));
  const came = [...above.values()].filter(({ id }) => !stands.has(id));
  const kept = (item: WorklistItem) => now.get(item.id) ?? item;
  const pushed = pushedOff(shown.items, now, fresh.nextCursor === null ? 0 : came.length);
  return {
    // The next page begins after the last row that stands here, whatever has moved up meanwhile.
    page: {
      ...fresh,
      items: shown.items.map(kept),
      pinned: shown.pinned.map(kept),
      nextCursor: shown.nextCursor ?? fresh.nextCursor,
    },
    news: came.length,
    flags: came.filter(({ id }) => fresh.pinned.some((flag) => flag.id === id)).length,
    gone: new Set([...stands].filter((id) => !now.has(id) && !pushed.has(id))),
  };
}

/** Rows of a full answer that come after all that stand have only moved up from the next page. */
function cameAbove({ items, nextCursor }: WorklistPage, stands: ReadonlySet<string>): readonly WorklistItem[] {
  const last = items.findLastIndex(({ id }) => stands.has(id));
  return nextCursor === null || last < 0 ? items : items.slice(0, last);
}

/** New rows above push the last ones to the next page: those have gone nowhere. */
function pushedOff(items: readonly WorklistItem[], now: ReadonlyMap<string, WorklistItem>, most: number): Set<string> {
  const pushed = new Set<string>();
  for (const { id } of [...items].reverse()) {
    if (pushed.size >= most || now.has(id)) break;
    pushed.add(id);
  }
  return pushed;
}
