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

/** The sooner of two moments, of which one may be unknown. */
export function earliest(a: Date | null, b: Date | null): Date | null {
  return a && b ? (a < b ? a : b) : (a ?? b);
}

/** Round the clock, not in working time. */
const ALARM_MINUTES: Partial<Record<Urgency, number>> = { emergency: 15, same_day: 4 * 60 };

/** A red flag that no clinician has answered is due by its own clock, E 15 minutes and S 4 hours after it was told: nothing that is agreed or done meanwhile puts that off. */
export function dueByAlarm(
  dueAt: Date | null,
  { urgency, alarmSince }: { readonly urgency: Urgency; readonly alarmSince: Date | null },
): Date | null {
  const minutes = ALARM_MINUTES[urgency];
  return alarmSince && minutes ? earliest(dueAt, new Date(alarmSince.getTime() + minutes * MINUTE)) : dueAt;
}

/** When the next step is due; null where the step brings its own date or nothing is left to do. Emergency and same-day clocks run round the clock. */
export function dueFor(stage: Stage, urgency: Urgency, now: Date, calendar: Calendar): Date | null {
  const undecided = ['new', 'triage', 'ready_for_review', 'in_review'].includes(stage);
  const minutes = ALARM_MINUTES[urgency];
  if (undecided && minutes) return new Date(now.getTime() + minutes * MINUTE);
  if (stage === 'new') return addWorkingDays(now, 1, calendar);
  if (undecided || stage === 'follow_up' || stage === 'consult_held') return addWorkingDays(now, 2, calendar);
  return null;
}

function isWorkday(day: string, calendar: Calendar): boolean {
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
