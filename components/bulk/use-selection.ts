'use client';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { WorklistItem } from '@/lib/domain/desk';

const NOT_THE_QUESTION = ['cursor', 'page', 'before'];

/** Rows picked by hand; they stay picked from page to page and go with the question they were picked under. */
export function useSelection(rows: readonly WorklistItem[], ofView: readonly WorklistItem[], asked: URLSearchParams) {
  const [picked, setPicked] = useState<ReadonlyMap<string, WorklistItem>>(new Map());
  const anchor = useRef<string | null>(null);
  const question = [...asked].filter(([name]) => !NOT_THE_QUESTION.includes(name)).join('&');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question, another selection
  useEffect(() => setPicked(new Map()), [question]);

  // As they stand now: a version from before somebody's change would only be refused.
  const selected = useMemo(() => {
    const here = new Map(rows.map((item) => [item.number, item]));
    return [...picked.values()].map((item) => here.get(item.number) ?? item);
  }, [rows, picked]);

  // Red flags pinned above a view are not of it: they are picked one by one or not at all.
  const here = ofView.filter(({ number }) => picked.has(number)).length;
  const onPage: 'all' | 'some' | 'none' = here === 0 ? 'none' : here === ofView.length ? 'all' : 'some';
  const put = (items: readonly WorklistItem[], isOn: boolean) =>
    setPicked((was) => {
      const next = new Map(was);
      for (const item of items) isOn ? next.set(item.number, item) : next.delete(item.number);
      return next;
    });
  const at = (number: string | null) => rows.findIndex((item) => item.number === number);

  return {
    selected,
    onPage,
    isSelected: (number: string) => picked.has(number),
    toggle(number: string) {
      anchor.current = number;
      put(
        rows.filter((item) => item.number === number),
        !picked.has(number),
      );
    },
    /** From the one turned last to this one, both included. */
    selectTo(number: string) {
      const [from, to] = [at(anchor.current), at(number)];
      put(from < 0 ? rows.slice(to, to + 1) : rows.slice(Math.min(from, to), Math.max(from, to) + 1), true);
      anchor.current = number;
    },
    togglePage: () => put(ofView, onPage !== 'all'),
    pick: (items: readonly WorklistItem[]) => put(items, true),
    clear: () => setPicked(new Map()),
  };
}
export type Selection = ReturnType<typeof useSelection>;
