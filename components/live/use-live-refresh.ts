'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef, useState, useTransition } from 'react';
import { hasUnsaved } from '@/components/ui/draft-keepers';
import { hasEnded, isOverHere, sayOver } from '@/components/ui/session-pause';
import { useBell } from './line';
import { Pace } from './pace';

/** The page asks its question again when something changed that it may show. Hidden pages wait until they are looked at. */
export function useLiveRefresh(concerns: (request: string | null) => boolean = everything) {
  const router = useRouter();
  const [isAsking, startAsking] = useTransition();
  const [pace] = useState(() => new Pace());
  const byBell = useRef(false);
  const due = useRef<{ isDue: boolean; timer?: ReturnType<typeof setTimeout> }>({ isDue: false });

  const ask = useEffectEvent(async () => {
    // Drawn again after its session's end, a page is the sign-in's, and what was typed on it is gone.
    if (hasUnsaved() && (await hasEnded())) sayOver();
    due.current.timer = undefined;
    if (!due.current.isDue || document.visibilityState === 'hidden' || isAsking || isOverHere()) return;
    due.current.isDue = false;
    byBell.current = true;
    pace.begin();
    startAsking(() => router.refresh());
  });
  const plan = useEffectEvent(() => {
    if (due.current.isDue) due.current.timer ??= setTimeout(() => void ask(), pace.wait);
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
      current.timer = undefined;
    };
  }, []);
  // Once the answer stands on the page, the next may be asked for.
  useEffect(() => {
    if (isAsking || !pace.isAsking) return;
    pace.end();
    byBell.current = false;
    plan();
  }, [isAsking, pace]);
  return byBell;
}

const everything = () => true;
