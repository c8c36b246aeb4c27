import type { View } from '@/lib/domain/desk';

export type Change = Readonly<Record<string, string | null>>;

/** What a view says already: the sentence shows it, and changing it there leads to the view of all. */
export const IMPLIED: Readonly<Record<View, Readonly<Record<string, string>>>> = {
  'red-flags': {},
  new: { stage: 'new' },
  mine: { assigned: 'me', stage: 'open' },
  'awaiting-info': { stage: 'awaiting_info' },
  ready: { stage: 'ready_for_review' },
  'follow-ups-due': {},
  all: {},
};

const NOT_FILTERS = ['view', 'sort', 'limit', 'cursor', 'page', 'before', 'saved'];
const MOST_REMEMBERED = 20;

/** What the sentence says of one thing: asked for, or said by the view. */
export function standing(asked: URLSearchParams, view: View, name: string): string {
  return asked.get(name) ?? IMPLIED[view][name] ?? '';
}

export function isFiltered(asked: URLSearchParams): boolean {
  return [...asked.keys()].some((name) => !NOT_FILTERS.includes(name));
}

/** Any change of the question starts at the first page. */
export function changed(asked: URLSearchParams, view: View, change: Change): URLSearchParams {
  const leaves = Object.keys(change).some((name) => name in IMPLIED[view]);
  const next = new URLSearchParams({ ...(leaves ? IMPLIED[view] : {}), ...Object.fromEntries(asked) });
  next.set('view', leaves ? 'all' : view);
  for (const name of ['cursor', 'page', 'before']) next.delete(name);
  for (const [name, value] of Object.entries(change)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return next;
}

/** The pages gone through stand in the URL, so that going back works from a copied link too. */
export function pageAfter(asked: URLSearchParams, cursor: string): URLSearchParams {
  const next = new URLSearchParams(asked);
  const here = asked.get('cursor');
  const before = [...pagesBefore(asked), ...(here ? [here] : [])].slice(-MOST_REMEMBERED);
  next.set('cursor', cursor);
  next.set('page', String(pageNumber(asked) + 1));
  if (before.length > 0) next.set('before', before.join('.'));
  return next;
}

/** Null on the first page; the first page where the way back is no longer known. */
export function pageBefore(asked: URLSearchParams): URLSearchParams | null {
  if (!asked.get('cursor')) return null;
  const next = new URLSearchParams(asked);
  for (const name of ['cursor', 'page', 'before']) next.delete(name);
  const before = pagesBefore(asked);
  const cursor = before.pop();
  if (!cursor) return next;
  next.set('cursor', cursor);
  next.set('page', String(pageNumber(asked) - 1));
  if (before.length > 0) next.set('before', before.join('.'));
  return next;
}

export function pageNumber(asked: URLSearchParams): number {
  const page = Number(asked.get('page'));
  return asked.get('cursor') && Number.isInteger(page) && page > 1 ? page : 1;
}

function pagesBefore(asked: URLSearchParams): string[] {
  return asked.get('before')?.split('.').filter(Boolean) ?? [];
}
