'use client';
import { useClinic } from './clinic';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "4 d", "1 d 4 h", "6 min": how long, in the two largest units at most. */
export function span(milliseconds: number): string {
  const length = Math.abs(milliseconds);
  if (length < HOUR) return `${Math.max(1, Math.round(length / MINUTE))} min`;
  if (length < DAY) return `${Math.floor(length / HOUR)} h`;
  const days = Math.floor(length / DAY);
  const hours = Math.floor((length % DAY) / HOUR);
  return days < 3 && hours > 0 ? `${days} d ${hours} h` : `${days} d`;
}

/** "18 d over", "5 h over": how late, in one unit. */
export function overdue(milliseconds: number): string {
  const late = Math.abs(milliseconds);
  return `${late < DAY ? span(late) : `${Math.floor(late / DAY)} d`} over`;
}

/** The clinic's own time, in full: what hovering shows. */
export function fullTime(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(at));
}

/** "today 3:00 PM", "tomorrow", "26 Nov", "26 Nov 2025". */
export function shortTime(at: string, now: string, timeZone: string): string {
  const day = (instant: string | number) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(instant));
  const clock = new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', minute: '2-digit' }).format(new Date(at));
  if (day(at) === day(now)) return `today ${clock}`;
  if (day(at) === day(Date.parse(now) + DAY)) return 'tomorrow';
  if (day(at) === day(Date.parse(now) - DAY)) return `yesterday ${clock}`;
  const isThisYear = day(at).slice(0, 4) === day(now).slice(0, 4);
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(new Date(at));
}

/** `now` comes from the server with the data, so that both renders agree. */
export function When({ at, now }: { at: string; now: string }) {
  const { timeZone } = useClinic();
  return (
    <time dateTime={at} title={fullTime(at, timeZone)}>
      {shortTime(at, now, timeZone)}
    </time>
  );
}

/** How long ago, with the moment on hover. */
export function Since({ at, now }: { at: string; now: string }) {
  const { timeZone } = useClinic();
  return (
    <time dateTime={at} title={fullTime(at, timeZone)}>
      {span(Date.parse(now) - Date.parse(at))}
    </time>
  );
}
