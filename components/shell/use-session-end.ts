'use client';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { forgetEnded, SESSION_ENDED } from '@/components/live/ended';
import { hasUnsaved } from '@/components/ui/draft-keepers';
import { leaveAtOnce, sayBack, sayOver, watchOver } from '@/components/ui/session-pause';
import { ASLEEP_COOKIE, IDLE_LIMIT } from '@/lib/domain/session';
import { SIGNED_OUT } from './sign-out';

const ASK_EVERY = 30_000;
const ASLEEP_AFTER = 60_000;
const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'input'];
type Told = { readonly secondsLeft: number; readonly staffId: string; readonly email: string };

/** What is known of this session's end. Only spans are measured, by a clock nobody can set; the server says when it ends. */
export function useSessionEnd(me: string) {
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null);
  const [isOver, setOver] = useState(false);
  const seen = useRef({ at: 0, told: 0 });

  const ask = useCallback(async () => {
    const { at, told } = seen.current;
    // Typing without saving is a sign of life too; a page that only refreshes itself is none.
    const isAlive = at > told;
    const idle = performance.now() - at;
    if (idle > ASLEEP_AFTER) sleep(true);
    const answer = await fetch('/api/session', { method: isAlive ? 'POST' : 'GET', cache: 'no-store' }).catch(
      () => null,
    );
    if (answer?.status === 401) return sayOver();
    // Nobody can say whether it is over: an hour without the network must not leave a person on the screen.
    if (!answer?.ok) return idle >= IDLE_LIMIT ? sayOver() : undefined;
    if (isAlive) seen.current.told = performance.now();
    const end = (await answer.json()) as Told;
    if (end.staffId !== me) return leaveAtOnce('/sign-in');
    setSecondsLeft(end.secondsLeft);
    setOver(false);
    forgetEnded();
    sayBack();
  }, [me]);

  useSignsOfLife(seen);
  useEffect(() => {
    const channel = new BroadcastChannel(SIGNED_OUT);
    const onVisible = () => void (document.visibilityState === 'visible' && ask());
    // Signed out in another tab: the page goes, unless that would lose what only this window holds.
    const onSignOut = () => (hasUnsaved() ? sayOver() : leaveAtOnce('/sign-in'));

    // A tab that opens tells the others who is in now; who else waits behind a cover must not see through.
    channel.postMessage(me);
    channel.onmessage = ({ data }) =>
      data === me ? void ask() : data === 'all' ? onSignOut() : leaveAtOnce('/sign-in');
    document.addEventListener('visibilitychange', onVisible);
    window.addEventListener(SESSION_ENDED, ask);
    const unwatch = watchOver(() => setOver(true));
    const timer = setInterval(ask, ASK_EVERY);
    void ask();
    return () => {
      clearInterval(timer);
      unwatch();
      channel.close();
      document.removeEventListener('visibilitychange', onVisible);
      window.removeEventListener(SESSION_ENDED, ask);
    };
  }, [me, ask]);

  useLastMoment(secondsLeft);
  return { secondsLeft, isOver, ask };
}

/** When somebody was last seen to do something here. */
function useSignsOfLife(seen: RefObject<{ at: number; told: number }>) {
  useEffect(() => {
    seen.current = { at: performance.now(), told: performance.now() };
    const onLife = () => {
      seen.current.at = performance.now();
      sleep(false);
    };
    for (const kind of SIGNS_OF_LIFE) document.addEventListener(kind, onLife, { capture: true, passive: true });
    return () => {
      for (const kind of SIGNS_OF_LIFE) document.removeEventListener(kind, onLife, { capture: true });
    };
  }, [seen]);
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
