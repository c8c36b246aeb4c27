import type { Chance } from './chance';
import type { WorkClock } from './clock';

const DAYS = 365;
/** Sunday first. */
const WEEKDAYS = [8, 20, 18, 17, 16, 14, 7];
/** By hour from midnight: highest at nine, again when the children sleep; four in ten out of hours. */
const HOURS = [
  0.6, 0.4, 0.3, 0.3, 0.4, 0.9, 1.8, 3.4, 5.8, 10.4, 9.6, 8.6, 7.2, 7.4, 7.6, 7, 6, 4.4, 3.2, 3, 3.2, 4.2, 3.4, 1.3,
];
/** The desk is young: it receives about four times as many as a year ago. */
const GROWTH = Math.log(4);

/** When `count` requests came in over the last twelve months, oldest first. */
export function arrivals(chance: Chance, count: number, clock: WorkClock): Date[] {
  const days = clock.lately(DAYS).map((one, age) => {
    const weekday = WEEKDAYS[new Date(`${one.day}T12:00:00Z`).getUTCDay()] ?? 0;
    const weight = weekday * Math.exp(-GROWTH * (age / DAYS)) * holidayWeek(one.day) * Math.exp(chance.normal(0, 0.2));
    return [one, weight] as const;
  });
  const came: Date[] = [];
  while (came.length < count) {
    const hour = chance.weighted(HOURS.map((weight, at) => [at, weight] as const)) + chance.next();
    const at = new Date(Math.floor(chance.weighted(days).begins + hour * 3_600_000));
    if (at < clock.now) came.push(at);
  }
  return came.sort((a, b) => a.getTime() - b.getTime());
}

function holidayWeek(day: string): number {
  const at = day.slice(5);
  if (at >= '12-22' || at <= '01-02') return 0.8;
  if ((at >= '07-01' && at <= '07-06') || (at >= '11-22' && at <= '11-28')) return 0.85;
  return 1;
}
