'use client';
import { usePathname, useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useGoing } from '@/components/ui/use-going';
import { VIEWS, type View } from '@/lib/domain/desk';
import { type Change, changed } from './question';

/** The question stands in the URL; while the answer is fetched the old one stays. */
export function useQuestion(view: View) {
  const path = usePathname();
  const raw = useSearchParams();
  const asked = useMemo(() => new URLSearchParams(raw), [raw]);
  const { go, follow, isPending } = useGoing();

  const hrefOf = useCallback((next: URLSearchParams) => `${path}?${next}`, [path]);
  // A second change made before the first was answered builds on it, not on the older URL.
  const latest = useRef(asked);
  useEffect(() => {
    latest.current = asked;
  }, [asked]);
  const ask = useCallback(
    (change: Change, how: 'push' | 'replace' = 'push') => {
      const standing = VIEWS.find((one) => one === latest.current.get('view')) ?? view;
      latest.current = changed(latest.current, standing, change);
      go(hrefOf(latest.current), how);
    },
    [view, hrefOf, go],
  );
  return { asked, view, hrefOf, ask, follow, isPending };
}
export type Question = ReturnType<typeof useQuestion>;
