import { type Calendar, dayOf, instantOf } from '@/lib/domain/working-time';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Days laid out before and after now. */
const BACK = 420;
const AHEAD = 120;

export type ClinicDay = { readonly day: string; readonly begins: number };

/** The clinic's working time as one line of hours: staff act on it, and waits are measured along it. Laid out once, as asking a calendar is slow. */
export function workClock(now: Date, calendar: Calendar) {
  const { timeZone } = calendar;
  const perDay = calendar.closes - calendar.opens;
  const first = Date.parse(`${dayOf(now, timeZone)}T00:00:00Z`) - BACK * DAY;
  const days = Array.from({ length: BACK + AHEAD }, (_, at) => {
    const day = new Date(first + at * DAY).toISOString().slice(0, 10);
    return { day, begins: instantOf(day, 0, timeZone).getTime() };
  });
  /** Clocks change at night, so only then is the opening hour worth asking for. */
  const opensOn = ({ day, begins }: ClinicDay, at: number) =>
    (days[at + 1]?.begins ?? 0) - begins === DAY
      ? begins + calendar.opens * HOUR
      : instantOf(day, calendar.opens, timeZone).getTime();
  const workdays = days
    .map((one, at) => ({ day: one.day, opens: opensOn(one, at) }))
    .filter(({ day }) => isWorkday(day, calendar.holidays))
    .map(({ opens }) => ({ opens, closes: opens + perDay * HOUR }));

  /** Working hours from the beginning of the line to `at`. */
  function hoursAt(at: Date): number {
    const time = at.getTime();
    const next = firstWhere(workdays, ({ closes }) => closes > time);
    return next * perDay + Math.max(0, time - (workdays[next]?.opens ?? time)) / HOUR;
  }
  function instantAt(hours: number): Date {
    const day = workdays[Math.floor(hours / perDay)];
    if (!day) throw new Error('beyond the working days that were laid out');
    return new Date(Math.round(day.opens + (hours % perDay) * HOUR));
  }
  const isOpen = (at: Date) => instantAt(hoursAt(at)).getTime() === at.getTime();
  const tomorrowOf = (at: Date) => firstWhere(days, ({ begins }) => begins > at.getTime());
  /** ISO date at the clinic, and the moment it ends. */
  const dayAt = (at: Date) => days[tomorrowOf(at) - 1]?.day ?? dayOf(at, timeZone);
  const endOfDay = (at: Date) => new Date(days[tomorrowOf(at)]?.begins ?? at.getTime() + DAY);

  /** The last `count` days up to today, today first. */
  const lately = (count: number) => days.slice(BACK + 1 - count, BACK + 1).reverse();

  return { now, calendar, lately, hoursAt, instantAt, isOpen, dayAt, endOfDay };
}
export type WorkClock = ReturnType<typeof workClock>;

/** Index of the first that holds, in a list where all after it hold too. */
function firstWhere<T>(list: readonly T[], holds: (one: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(list[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function isWorkday(day: string, holidays: readonly string[]): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday > 0 && weekday < 6 && !holidays.includes(day);
}
