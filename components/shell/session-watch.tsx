'use client';
import { useEffect, useRef } from 'react';
import { endedWhy } from '@/components/live/ended';
import { useClinic } from '@/components/ui/clinic';
import { ENDED_WORDS } from '@/lib/domain/session';
import classes from './frame.module.css';
import watch from './session-watch.module.css';
import { useSessionEnd } from './use-session-end';

const WARN_UNDER = 60;

/** Leaves the page within seconds of sign-out or expiry, and warns before. Asking does not keep the session alive. */
export function SessionWatch() {
  const { me } = useClinic();
  const { secondsLeft, isOver } = useSessionEnd(me.id);
  if (isOver) return <Cover />;
  if (secondsLeft === null || secondsLeft > WARN_UNDER) return null;
  return (
    <div role="alert" className={classes.expiry}>
      Nobody was active here for a while: you will be signed out in less than a minute.
      <button
        type="button"
        className={classes.tool}
        onClick={() => document.dispatchEvent(new Event('visibilitychange'))}
      >
        Stay signed in
      </button>
    </div>
  );
}

/** Hides the page, but keeps it: what was typed and not sent is there again once the same person is back. */
function Cover() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className={watch.cover}
      aria-labelledby="signed-out"
      onCancel={(event) => event.preventDefault()}
    >
      <h1 id="signed-out">You were signed out</h1>
      {endedWhy() && <p>{ENDED_WORDS[endedWhy() ?? '']}</p>}
      <p>What you typed is still here, not sent. Sign in again in another tab; this page then opens by itself.</p>
      <p>
        <a href="/sign-in" target="_blank" rel="noopener">
          Sign in
        </a>{' '}
        or <a href="/sign-in">leave, and lose what you typed</a>
      </p>
    </dialog>
  );
}
