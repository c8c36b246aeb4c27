'use client';
import { useEffect, useState } from 'react';
import { endedWhy } from '@/components/live/ended';
import { useClinic } from '@/components/ui/clinic';
import { leaveAtOnce } from '@/components/ui/session-pause';
import classes from './frame.module.css';
import { SignInAgain } from './sign-in-again';
import { useSessionEnd } from './use-session-end';

const WARN_UNDER = 60;

/** Covers the page within seconds of its session's end, and warns before. Asking does not keep the session alive. */
export function SessionWatch() {
  const { me, email } = useClinic();
  // Drawn again for somebody else, it still is the first one's page, and goes.
  const [owner] = useState(me.id);
  useEffect(() => {
    if (me.id !== owner) leaveAtOnce('/sign-in');
  }, [me.id, owner]);
  const { secondsLeft, isOver, ask } = useSessionEnd(owner);
  if (isOver) return <SignInAgain name={me.name} email={email} why={endedWhy()} onIn={ask} />;
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
