import { type Calendar, dayOf, instantOf } from '@/lib/domain/working-time';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The clinic's working time as one line of hours: staff act on it, and waits are measured along it. */
export function workClock(now: Date, calendar: Calendar) {
  const perDay = calendar.closes - calendar.opens;
  const days: { opens: number; closes: number }[] = [];
  for (let ahead = -420; ahead <= 120; ahead++) {
    const day = dayOf(new Date(now.getTime() + ahead * DAY), calendar.timeZone);
    if (!isWorkday(day)) continue;
    const opens = instantOf(day, calendar.opens, calendar.timeZone).getTime();
    days.push({ opens, closes: opens + perDay * HOUR });
  }

  /** Working hours from the beginning of the line to `at`. */
  function hoursAt(at: Date): number {
    const time = at.getTime();
    let low = 0;
    let high = days.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((days[middle]?.closes ?? 0) <= time) low = middle + 1;
      else high = middle;
    }
    return low * perDay + Math.max(0, time - (days[low]?.opens ?? time)) / HOUR;
  }
  function instantAt(hours: number): Date {
    const day = days[Math.floor(hours / perDay)];
    if (!day) throw new Error('beyond the working days that were laid out');
    return new Date(Math.round(day.opens + (hours % perDay) * HOUR));
  }
  const isOpen = (at: Date) => instantAt(hoursAt(at)).getTime() === at.getTime();

  return { now, calendar, hoursAt, instantAt, isOpen };
}
export type WorkClock = ReturnType<typeof workClock>;

/** Weekdays other than the holidays a US clinic keeps. */
export function isWorkday(day: string): boolean {
  const date = new Date(`${day}T12:00:00Z`);
  const weekday = date.getUTCDay();
  return weekday > 0 && weekday < 6 && !isHoliday(day, weekday, date.getUTCDate());
}

function isHoliday(day: string, weekday: number, date: number): boolean {
  const month = Number(day.slice(5, 7));
  if (['01-01', '07-04', '12-25'].includes(day.slice(5))) return true;
  if (weekday === 1) return (month === 9 && date <= 7) || (month === 5 && date > 24);
  return month === 11 && weekday === 4 && date > 21 && date <= 28;
}
