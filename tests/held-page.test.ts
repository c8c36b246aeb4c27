import { describe, expect, test } from 'vitest';
import { asAnswered, held } from '@/components/live/held-page';
import type { WorklistItem, WorklistPage } from '@/lib/domain/desk';

const row = (id: string, version = 1) => ({ id, number: id, version }) as WorklistItem;
const page = (ids: string[], { pinned = [] as string[], version = 1, next = null as string | null } = {}) =>
  ({
    items: ids.map((id) => row(id, version)),
    pinned: pinned.map((id) => row(id, version)),
    nextCursor: next,
  }) as unknown as WorklistPage;
const shown = ({ page: { items } }: ReturnType<typeof held>) => items.map(({ id }) => id).join('');

describe('a list that stands while others change it', () => {
  test('says at once what is true of its rows, each in its place', () => {
    const next = held(asAnswered(page(['a', 'b', 'c'])), page(['c', 'b', 'a'], { version: 2 }));
    expect(shown(next)).toBe('abc');
    expect(next.page.items.map(({ version }) => version)).toEqual([2, 2, 2]);
    expect(next.news).toBe(0);
  });
  test('keeps new rows back and counts them, red flags apart', () => {
    const next = held(asAnswered(page(['a', 'b'])), page(['x', 'y', 'a', 'b'], { pinned: ['x'] }));
    expect(shown(next)).toBe('ab');
    expect([next.news, next.flags]).toEqual([2, 1]);
  });
  test('counts them once, however often it is asked', () => {
    const once = held(asAnswered(page(['a'])), page(['x', 'a']));
    expect(held(once, page(['y', 'x', 'a'])).news).toBe(2);
  });
  test('leaves a row that is gone where it was, and says so', () => {
    const next = held(asAnswered(page(['a', 'b', 'c'])), page(['a', 'c']));
    expect(shown(next)).toBe('abc');
    expect([...next.gone]).toEqual(['b']);
  });
  test('does not call the last rows gone when new ones only pushed them to the next page', () => {
    const next = held(asAnswered(page(['a', 'b', 'c', 'd'])), page(['x', 'y', 'a', 'c'], { next: 'more' }));
    expect(next.news).toBe(2);
    expect([...next.gone]).toEqual(['b']);
  });
  test('neither counts nor skips a row that moved up from the next page', () => {
    const next = held(asAnswered(page(['a', 'b'], { next: 'after b' })), page(['a', 'c'], { next: 'after c' }));
    expect([next.news, [...next.gone], next.page.nextCursor]).toEqual([0, ['b'], 'after b']);
    const then = held(next, page(['x', 'a'], { next: 'after a' }));
    expect([then.news, then.page.nextCursor]).toEqual([1, 'after b']);
  });
  test('shows all at once where nothing stood', () => {
    expect(shown(held(asAnswered(page([])), page(['a'])))).toBe('a');
  });
});
