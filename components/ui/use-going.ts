'use client';
import { useRouter } from 'next/navigation';
import { type MouseEvent, useCallback, useTransition } from 'react';

/** Goes to an address while the page that is there stays to be seen. */
export function useGoing() {
  const router = useRouter();
  const [isPending, start] = useTransition();
  const go = useCallback(
    (href: string, how: 'push' | 'replace' = 'push') => start(() => router[how](href, { scroll: false })),
    [router],
  );
  /** For links of a list: a plain click goes, anything else is the browser's. */
  const follow = useCallback(
    (event: MouseEvent<HTMLAnchorElement>) => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      const { pathname, search } = new URL(event.currentTarget.href);
      start(() => router.push(pathname + search));
    },
    [router],
  );
  return { go, follow, isPending };
}
export type Follow = ReturnType<typeof useGoing>['follow'];
