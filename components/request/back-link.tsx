'use client';
import Link from 'next/link';
import { useParams, useRouter } from 'next/navigation';
import { type MouseEvent, useEffect, useState } from 'react';
import { useClinic } from '@/components/ui/clinic';
import { listBehind, returnTo } from '@/components/worklist/last-row';
import classes from './request.module.css';

/** Back to the list as it was left, from this tab or from another; to a fresh one where it was never opened from a list. */
export function BackLink() {
  const router = useRouter();
  const { number } = useParams<{ number?: string }>();
  const { me } = useClinic();
  const [list, setList] = useState('/requests');
  useEffect(() => setList((number && listBehind(number, me.id)) || '/requests'), [number, me.id]);

  function back(event: MouseEvent) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (cameFromList()) {
      event.preventDefault();
      router.back();
    } else if (number) returnTo(number);
  }
  return (
    <Link href={list} prefetch={false} onClick={back} className={classes.back}>
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
