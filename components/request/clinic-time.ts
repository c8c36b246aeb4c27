import { dayAfter, dayOf, instantOf } from '@/lib/domain/working-time';

/** A day without a time means by the end of the clinic's day. */
const END_OF_DAY = '17:00';

/** The instant of a day and a time as the clinic's clock shows them; '' when no day is given. */
export function instantAt(day: string, time: string, timeZone: string): string | undefined {
  if (day === '') return undefined;
  const [hours = 0, minutes = 0] = (time || END_OF_DAY).split(':').map(Number);
  const at = instantOf(day, hours + minutes / 60, timeZone);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

/** The clinic's day, `days` after the one of `now`. */
export function dayFrom(now: string, days: number, timeZone: string): string {
  return dayAfter(dayOf(new Date(now), timeZone), days);
}

/** 3 Oct 2026, of an ISO date, in no time zone at all. */
export function dayToSay(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** "7 weeks", "14 months", "3 years" from an ISO date to `today`. */
export function ageOfDay(day: string, today: string): string {
  const days = Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000);
  if (days < 14) return days === 1 ? '1 day' : `${days} days`;
  if (days < 91) return `${Math.floor(days / 7)} weeks`;
  return days < 730 ? `${Math.floor(days / 30.44)} months` : `${Math.floor(days / 365.25)} years`;
}
