'use client';
import { useEffect } from 'react';
import { READING_EVERY } from '@/lib/domain/reading';

/** While this page is open and seen, others are told so, and a claim on it stays alive. */
export function useReading(number: string | null) {
  useEffect(() => {
    if (number === null) return;
    const say = (isHere: boolean) => {
      if (isHere && document.visibilityState === 'hidden') return;
      fetch(`/api/v1/requests/${number}/readings`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ isHere }),
        keepalive: true,
      }).catch(() => {});
    };
    const here = () => say(true);
    const gone = () => say(false);
    here();
    const timer = setInterval(here, READING_EVERY);
    document.addEventListener('visibilitychange', here);
    window.addEventListener('pagehide', gone);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', here);
      window.removeEventListener('pagehide', gone);
      gone();
    };
  }, [number]);
}
