'use client';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useCallback, useTransition } from 'react';

export type Change = Readonly<Record<string, string | null>>;

/** The question stands in the URL. Changing any part of it starts at the first page. */
export function useQuestion() {
  const router = useRouter();
  const path = usePathname();
  const asked = useSearchParams();
  const [isPending, start] = useTransition();

  const hrefWith = useCallback(
    (change: Change) => {
      const next = new URLSearchParams(asked);
      if (!('cursor' in change)) next.delete('cursor');
      for (const [name, value] of Object.entries(change)) value === null || value === '' ? next.delete(name) : next.set(name, value);
      return `${path}?${next}`;
    },
    [asked, path],
  );
  const ask = useCallback(
    (change: Change, how: 'push' | 'replace' = 'push') => start(() => router[how](hrefWith(change), { scroll: false })),
    [hrefWith, router],
  );
  return { asked, hrefWith, ask, isPending };
}
export type Question = ReturnType<typeof useQuestion>;
