'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import type { MouseEvent } from 'react';
import classes from './request.module.css';

/** Back to the list as it was left; to a fresh one when this page was not opened from it. */
export function BackLink() {
  const router = useRouter();
  function back(event: MouseEvent) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || !cameFromList()) return;
    event.preventDefault();
    router.back();
  }
  return (
    <Link href="/requests" prefetch={false} onClick={back} className={classes.back}>
      <span aria-hidden>←</span> Requests
    </Link>
  );
}

type Entries = {
  readonly currentEntry: { readonly index: number } | null;
  entries(): { readonly url: string | null }[];
};

/** Where a browser does not tell, the answer is no. */
function cameFromList(): boolean {
  const navigation = (window as { navigation?: Entries }).navigation;
  const before = navigation?.entries()[(navigation.currentEntry?.index ?? 0) - 1]?.url;
  return Boolean(before) && new URL(before ?? '').pathname === '/requests';
}
