'use client';
import { useEffect, useRef } from 'react';
import { useClinic } from '@/components/ui/clinic';
import { Waits } from '@/components/ui/waits';
import { fullTime, shortTime } from '@/components/ui/when';
import type { OpenRequest } from '@/lib/domain/desk';
import { PersonBar } from './person-bar';
import classes from './review.module.css';

type Props = {
  readonly request: OpenRequest;
  readonly waiting: number;
  readonly decidedToday: number;
  readonly isNext: boolean;
  readonly children: React.ReactNode;
};

/** The next person's name takes the focus, so that reading starts there. */
export function ReviewBar({ request, waiting, decidedToday, isNext, children }: Props) {
  const name = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isNext) name.current?.focus({ preventScroll: true });
  }, [isNext]);
  const { now, receivedAt, dueAt } = request;
  return (
    <PersonBar
      request={request}
      name={name}
      line={
        <>
          {' '}
          · waiting <Waits receivedAt={receivedAt} clocks={request.clocks} />
          {dueAt && (
            <>
              {' '}
              · <DueTime at={dueAt} now={now} />
            </>
          )}
        </>
      }
    >
      <p className={`${classes.soft} ${classes.tally}`}>
        {decidedToday} decided today · {waiting} waiting
      </p>
      {children}
    </PersonBar>
  );
}

function DueTime({ at, now }: { at: string; now: string }) {
  const { timeZone } = useClinic();
  const isLate = at < now;
  return (
    <time dateTime={at} title={fullTime(at, timeZone)} className={isLate ? classes.late : undefined}>
      {isLate ? 'overdue since' : 'due'} {shortTime(at, now, timeZone)}
    </time>
  );
}
