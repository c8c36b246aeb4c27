'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef, useTransition } from 'react';
import { useBell } from './line';

const AT_MOST_EVERY = 1_000;
/** Of its time a page may spend asking; what it did not spend it saves for a moment, so that a change now and then is there at once. */
const SHARE = 1 / 20;
const MOST_SAVED = 3_000;
/** However busy the clinic is, nobody looks at an older page for longer. */
const LONGEST_REST = 5_000;
/** So that not every screen of the clinic asks in the same moment. */
const SPREAD = 120;

/** The page asks its question again when something changed that it may show. Hidden pages wait until they are looked at. */
export function useLiveRefresh(concerns: (request: string | null) => boolean = everything) {
  const router = useRouter();
  const [isAsking, startAsking] = useTransition();
  const byBell = useRef(false);
  const due = useRef<{
    timer?: ReturnType<typeof setTimeout>;
    isDue: boolean;
    began: number;
    next: number;
    saved: number;
  }>({
    isDue: false,
    began: 0,
    next: 0,
    saved: MOST_SAVED,
  });

  const ask = useEffectEvent(() => {
    due.current.timer = undefined;
    if (!due.current.isDue || document.visibilityState === 'hidden' || isAsking) return;
    due.current.isDue = false;
    due.current.began = Date.now();
    byBell.current = true;
    startAsking(() => router.refresh());
  });
  const plan = useEffectEvent(() => {
    if (!due.current.isDue || due.current.timer !== undefined) return;
    const wait = Math.max(0, due.current.next - Date.now());
    due.current.timer = setTimeout(() => ask(), wait + Math.random() * SPREAD);
  });
  useBell((heard) => {
    const isOurs =
      heard.kind === 'everything' || (heard.kind === 'changed' && heard.requests.some((request) => concerns(request)));
    if (!isOurs) return;
    due.current.isDue = true;
    plan();
  });
  useEffect(() => {
    const seen = () => plan();
    document.addEventListener('visibilitychange', seen);
    const { current } = due;
    return () => {
      document.removeEventListener('visibilitychange', seen);
      clearTimeout(current.timer);
    };
  }, []);
  // Once the answer stands on the page, the next may be asked for.
  useEffect(() => {
    if (isAsking || due.current.began === 0) return;
    const { began, next, saved } = due.current;
    const now = Date.now();
    const left = Math.min(MOST_SAVED, saved + (now - next) * SHARE) - (now - began);
    const rest = Math.min(LONGEST_REST, Math.max(0, -left / SHARE));
    due.current.saved = Math.max(left, -rest * SHARE);
    due.current.next = Math.max(began + AT_MOST_EVERY, now + rest);
    due.current.began = 0;
    byBell.current = false;
    plan();
  }, [isAsking]);
  return byBell;
}

const everything = () => true;
