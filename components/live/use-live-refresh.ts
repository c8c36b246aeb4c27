'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef, useTransition } from 'react';
import { useBell } from './line';

const AT_MOST_EVERY = 1_000;
/** Of the time a refresh takes: a clinic under load is not asked faster than it answers. */
const REST = 20;
/** So that not every screen of the clinic asks in the same moment. */
const SPREAD = 120;

/** The page asks its question again when something changed that it may show. Hidden pages wait until they are looked at. */
export function useLiveRefresh(concerns: (request: string | null) => boolean = everything) {
  const router = useRouter();
  const [isAsking, startAsking] = useTransition();
  const byBell = useRef(false);
  const due = useRef<{ timer?: ReturnType<typeof setTimeout>; isDue: boolean; began: number; next: number }>({
    isDue: false,
    began: 0,
    next: 0,
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
    const took = Date.now() - due.current.began;
    due.current.next = due.current.began + Math.max(AT_MOST_EVERY, took * REST);
    due.current.began = 0;
    byBell.current = false;
    plan();
  }, [isAsking]);
  return byBell;
}

const everything = () => true;
