import type { Urgency } from './red-flags';
import type { Stage } from './stages';

/** The clinic's hours: local time in `timeZone`, Monday to Friday, whole hours. */
export type Calendar = {
  readonly timeZone: string;
  readonly opens: number;
  readonly closes: number;
  readonly holidays: readonly string[];
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** ISO date in the clinic's time zone. */
export function dayOf(at: Date, timeZone: string): string {
  return clockOf(timeZone).day.format(at);
}

/** The instant of a local time; of two in a repeated hour the first, of a skipped one as far past the gap as it reached into it. */
export function instantOf(day: string, hour: number, timeZone: string): Date {
  const naive = Date.parse(`${day}T00:00:00Z`) + hour * HOUR;
  const before = naive - offsetAt(naive - 24 * HOUR, timeZone);
  const after = naive - offsetAt(naive + 24 * HOUR, timeZone);
  const isThere = (instant: number) => instant + offsetAt(instant, timeZone) === naive;
  return new Date(!isThere(before) && isThere(after) ? after : before);
}

/** `hours` of working time after `from`: Friday 16:30 plus one hour is Monday 09:30 at a 9-17 clinic. */
export function addWorkingHours(from: Date, hours: number, calendar: Calendar): Date {
  let left = hours * HOUR;
  let day = dayOf(from, calendar.timeZone);
  let at = from.getTime();
  for (;;) {
    const opens = instantOf(day, calendar.opens, calendar.timeZone).getTime();
    const closes = instantOf(day, calendar.closes, calendar.timeZone).getTime();
    if (isWorkday(day, calendar) && at < closes) {
      const start = Math.max(at, opens);
      if (left <= closes - start) return new Date(start + left);
      left -= closes - start;
    }
    day = nextDay(day);
    at = instantOf(day, 0, calendar.timeZone).getTime();
  }
}

/** Working days are days of full clinic hours. */
export function addWorkingDays(from: Date, days: number, calendar: Calendar): Date {
  return addWorkingHours(from, days * (calendar.closes - calendar.opens), calendar);
}

/** Milliseconds of the clinic's hours from one moment to another; none where `to` lies before `from`. */
export function workingTimeBetween(from: Date, to: Date, calendar: Calendar): number {
  if (to <= from) return 0;
  const hours = hoursOf(calendar);
  const [first, last] = [dayNumber(dayOf(from, calendar.timeZone)), dayNumber(dayOf(to, calendar.timeZone))];
  const within = (day: number) => {
    const [opens, closes] = hours.of(day);
    return Math.max(0, Math.min(closes, to.getTime()) - Math.max(opens, from.getTime()));
  };
  let sum = within(first) + (last > first ? within(last) : 0);
  for (let day = first + 1; day < last; ) {
    const isWeek = day % 7 === 0 && day + 7 <= last;
    sum += isWeek ? hours.ofWeek(day) : hours.ofDay(day);
    day += isWeek ? 7 : 1;
  }
  return sum;
}

type Hours = {
  /** When it opens and closes, in milliseconds; twice the same where it stays closed. */
  readonly of: (day: number) => readonly [number, number];
  readonly ofDay: (day: number) => number;
  readonly ofWeek: (first: number) => number;
};
const known = new Map<string, Hours>();

/** Days and weeks of a calendar that were looked up once: asking a time zone costs more than a page of waits. */
function hoursOf(calendar: Calendar): Hours {
  const { timeZone, opens, closes, holidays } = calendar;
  const key = `${timeZone} ${opens} ${closes} ${holidays.join()}`;
  const found = known.get(key);
  if (found) return found;
  const of = remembered((number): readonly [number, number] => {
    const day = new Date(number * 24 * HOUR).toISOString().slice(0, 10);
    const at = instantOf(day, opens, timeZone).getTime();
    return isWorkday(day, calendar) ? [at, instantOf(day, closes, timeZone).getTime()] : [at, at];
  });
  const ofDay = (day: number) => of(day)[1] - of(day)[0];
  const ofWeek = remembered((first) => [0, 1, 2, 3, 4, 5, 6].reduce((sum, nth) => sum + ofDay(first + nth), 0));
  const made = { of, ofDay, ofWeek };
  known.set(key, made);
  return made;
}

function remembered<T>(work: (key: number) => T): (key: number) => T {
  const done = new Map<number, T>();
  return (key) => {
    const was = done.get(key);
    if (was !== undefined) return was;
    const made = work(key);
    done.set(key, made);
    return made;
  };
}

/** Days since 1970. */
const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / (24 * HOUR);

/** The sooner of two moments, of which one may be unknown. */
export function earliest(a: Date | null, b: Date | null): Date | null {
  return a && b ? (a < b ? a : b) : (a ?? b);
}

/** Round the clock, not in working time. */
export const ALARM_MINUTES = { emergency: 15, same_day: 4 * 60 } as const;
const alarmMinutes = (urgency: Urgency) => (ALARM_MINUTES as Partial<Record<Urgency, number>>)[urgency];

/** A red flag that no clinician has answered is due by its own clock, E 15 minutes and S 4 hours after it was told: nothing that is agreed or done meanwhile puts that off. */
export function dueByAlarm(
  dueAt: Date | null,
  { urgency, alarmSince }: { readonly urgency: Urgency; readonly alarmSince: Date | null },
): Date | null {
  const minutes = alarmMinutes(urgency);
  return alarmSince && minutes ? earliest(dueAt, new Date(alarmSince.getTime() + minutes * MINUTE)) : dueAt;
}

/** When the next step is due; null where the step brings its own date or nothing is left to do. Emergency and same-day clocks run round the clock. */
export function dueFor(stage: Stage, urgency: Urgency, now: Date, calendar: Calendar): Date | null {
  const undecided = ['new', 'triage', 'ready_for_review', 'in_review'].includes(stage);
  const minutes = alarmMinutes(urgency);
  if (undecided && minutes) return new Date(now.getTime() + minutes * MINUTE);
  if (stage === 'new') return addWorkingDays(now, 1, calendar);
  if (undecided || stage === 'follow_up' || stage === 'consult_held') return addWorkingDays(now, 2, calendar);
  return null;
}

export function isWorkday(day: string, calendar: Calendar): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday > 0 && weekday < 6 && !calendar.holidays.includes(day);
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 24 * HOUR).toISOString().slice(0, 10);
}

function offsetAt(at: number, timeZone: string): number {
  const parts = clockOf(timeZone).parts.formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  return (
    Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) -
    Math.floor(at / 1000) * 1000
  );
}

const clocks = new Map<string, { readonly day: Intl.DateTimeFormat; readonly parts: Intl.DateTimeFormat }>();

/** Making a formatter costs more than all its uses. */
function clockOf(timeZone: string) {
  const known = clocks.get(timeZone);
  if (known) return known;
  const date = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const time = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
  const made = {
    day: new Intl.DateTimeFormat('en-CA', date),
    parts: new Intl.DateTimeFormat('en-US', { ...date, ...time }),
  };
  clocks.set(timeZone, made);
  return made;
}

/** The calendar day `days` after, or before where negative. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
