'use client';
import type { Clocks } from '@/lib/domain/clocks';
import { useClinic } from './clinic';
import classes from './waits.module.css';
import { fullTime, span } from './when';

const HOUR = 3_600_000;

/** Hours of work: a day of them is another thing than a day. */
export function workedSpan(milliseconds: number): string {
  return milliseconds < HOUR ? `${Math.round(milliseconds / 60_000)} min` : `${Math.floor(milliseconds / HOUR)} h`;
}

type Props = {
  readonly receivedAt: string;
  readonly clocks: Clocks;
  /** In a list the stage says that the person is asked. */
  readonly isShort?: boolean;
};

/** Two clocks: how long the person waits, and how long the clinic has had it in its own hours. */
export function Waits({ receivedAt, clocks: { waited, worked, isPaused, until }, isShort }: Props) {
  const { timeZone } = useClinic();
  const since = `Received ${fullTime(receivedAt, timeZone)}`;
  const end = until ? `, over since ${fullTime(until, timeZone)}` : '';
  const pause = isPaused ? ', paused while the person is asked' : '';
  return (
    <span title={`${since}${end}. Clinic’s working time: ${workedSpan(worked)}${pause}.`} className={classes.waits}>
      <time dateTime={receivedAt} className={until ? classes.over : undefined}>
        {span(waited)}
      </time>
      <span className={classes.ours}>
        <span className="unseen">, of the clinic’s working time </span>
        {workedSpan(worked)}
        <span aria-hidden> ours</span>
        {isPaused && <span className={isShort ? 'unseen' : classes.pause}> paused</span>}
      </span>
    </span>
  );
}
