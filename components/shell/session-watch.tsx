'use client';
import { useEffect, useState } from 'react';
import classes from './frame.module.css';
import { SIGNED_OUT } from './sign-out';

const ASK_EVERY = 30_000;
const WARN_UNDER = 90;

/** Leaves the page within seconds of sign-out or expiry, and warns before. Asking does not keep the session alive. */
export function SessionWatch() {
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null);

  useEffect(() => {
    const leave = () => window.location.replace(`/sign-in?from=${encodeURIComponent(window.location.pathname + window.location.search)}`);
    const ask = async () => {
      const answer = await fetch('/api/session', { cache: 'no-store' }).catch(() => null);
      if (answer?.status === 401) return leave();
      if (answer?.ok) setSecondsLeft(((await answer.json()) as { secondsLeft: number }).secondsLeft);
    };
    const channel = new BroadcastChannel(SIGNED_OUT);
    channel.onmessage = leave;
    const onVisible = () => void (document.visibilityState === 'visible' && ask());
    document.addEventListener('visibilitychange', onVisible);
    const timer = setInterval(ask, ASK_EVERY);
    return () => {
      clearInterval(timer);
      channel.close();
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, []);

  useEffect(() => {
    if (secondsLeft === null || secondsLeft > WARN_UNDER) return;
    const end = setTimeout(() => document.dispatchEvent(new Event('visibilitychange')), secondsLeft * 1000 + 500);
    return () => clearTimeout(end);
  }, [secondsLeft]);

  if (secondsLeft === null || secondsLeft > WARN_UNDER) return null;
  return (
    <div role="alert" className={classes.expiry}>
      You will be signed out in about a minute. Save what you are typing.
      <button type="button" className={classes.tool} onClick={() => void stay(setSecondsLeft)}>Stay signed in</button>
    </div>
  );
}

async function stay(told: (seconds: number | null) => void) {
  const answer = await fetch('/api/session', { method: 'POST' }).catch(() => null);
  if (answer?.ok) told(null);
}
