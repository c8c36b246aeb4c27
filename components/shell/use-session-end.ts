'use client';
import { useEffect, useState } from 'react';
import { endedWhy, SESSION_ENDED } from '@/components/live/ended';
import { ASLEEP_COOKIE } from '@/lib/domain/session';
import { SIGNED_OUT } from './sign-out';

const ASK_EVERY = 30_000;
const ASLEEP_AFTER = 60_000;

/** What is known of this session's end: seconds left, or that it is over while something typed is still on the page. */
export function useSessionEnd(me: string) {
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null);
  const [isOver, setOver] = useState(false);

  useEffect(() => {
    const seen = { at: Date.now(), told: Date.now() };
    const typedIn = new Set<HTMLInputElement | HTMLTextAreaElement>();
    const channel = new BroadcastChannel(SIGNED_OUT);

    const onLife = (event: Event) => {
      seen.at = Date.now();
      sleep(false);
      const { target } = event;
      const isText =
        target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'password');
      if (event.type === 'input' && isText) typedIn.add(target);
    };
    const end = () => {
      if ([...typedIn].some((field) => field.isConnected && field.value !== '')) return setOver(true);
      window.location.replace(signInPath());
    };
    const ask = async () => {
      // Typing without saving is a sign of life too; a page that only refreshes itself is none.
      const isAlive = seen.at > seen.told;
      if (Date.now() - seen.at > ASLEEP_AFTER) sleep(true);
      const answer = await fetch('/api/session', { method: isAlive ? 'POST' : 'GET', cache: 'no-store' }).catch(
        () => null,
      );
      if (answer?.status === 401) return end();
      if (!answer?.ok) return;
      if (isAlive) seen.told = Date.now();
      setSecondsLeft(((await answer.json()) as { secondsLeft: number }).secondsLeft);
    };
    const onVisible = () => void (document.visibilityState === 'visible' && ask());

    // A tab that opens tells the others who is in now; who else waits behind a cover must not see through.
    channel.postMessage(me);
    channel.onmessage = ({ data }) =>
      data === me ? setOver(false) : data === 'all' ? end() : window.location.replace('/sign-in');
    for (const kind of ['keydown', 'pointerdown', 'input'])
      document.addEventListener(kind, onLife, { capture: true, passive: true });
    document.addEventListener('visibilitychange', onVisible);
    window.addEventListener(SESSION_ENDED, ask);
    const timer = setInterval(ask, ASK_EVERY);
    return () => {
      clearInterval(timer);
      channel.close();
      for (const kind of ['keydown', 'pointerdown', 'input'])
        document.removeEventListener(kind, onLife, { capture: true });
      document.removeEventListener('visibilitychange', onVisible);
      window.removeEventListener(SESSION_ENDED, ask);
    };
  }, [me]);

  useLastMoment(secondsLeft);
  return { secondsLeft, isOver };
}

function signInPath(): string {
  const from = encodeURIComponent(window.location.pathname + window.location.search);
  return `/sign-in?from=${from}${endedWhy() ? `&why=${endedWhy()}` : ''}`;
}

/** The end is not left to the next asking. */
function useLastMoment(secondsLeft: number | null) {
  useEffect(() => {
    if (secondsLeft === null || secondsLeft > ASK_EVERY / 500) return;
    const timer = setTimeout(() => document.dispatchEvent(new Event('visibilitychange')), secondsLeft * 1_000 + 500);
    return () => clearTimeout(timer);
  }, [secondsLeft]);
}

function sleep(isAsleep: boolean) {
  if (document.cookie.includes(`${ASLEEP_COOKIE}=1`) === isAsleep) return;
  // biome-ignore lint/suspicious/noDocumentCookie: the newer API is not everywhere yet
  document.cookie = `${ASLEEP_COOKIE}=${isAsleep ? '1' : ''}; path=/; samesite=strict; max-age=${isAsleep ? 3_600 : 0}`;
}
