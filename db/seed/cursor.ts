import type { WorkClock } from './clock';

const MINUTE = 60_000;

/** How fast a life is lived: waits of the house and waits for the person, stretched so that it ends where the fate says. */
export type Pace = { readonly house: number; readonly person: number };

/** The moment a life has come to. Staff act in working hours, an alarm rings round the clock. */
export function cursorFrom(receivedAt: Date, clock: WorkClock, pace: Pace) {
  let at = receivedAt;
  let house = 0;
  let person = 0;
  const later = (hours: number) => clock.instantAt(clock.hoursAt(at) + hours);

  return {
    get at() {
      return at;
    },
    /** Working hours spent so far, before the pace was applied. */
    get spent() {
      return { house, person };
    },
    /** The house takes its time. */
    after(hours: number) {
      house += hours;
      at = later(hours * pace.house);
    },
    /** The person takes theirs. */
    wait(hours: number) {
      person += hours;
      at = later(hours * pace.person);
    },
    /** Within one sitting. */
    minutes(count: number) {
      at = new Date(at.getTime() + count * MINUTE);
    },
    /** An appointment. */
    to(moment: Date) {
      if (moment > at) at = moment;
    },
    /** Goes there unless that has not come yet. */
    could(hours: number): boolean {
      const then = later(hours);
      if (then >= clock.now) return false;
      at = then;
      return true;
    },
    /** A date on the books: that many working hours on, on the half hour. */
    on(hours: number): Date {
      return halfHour(later(Math.max(1, hours)));
    },
    /** A date that the life goes on from. */
    appointment(hours: number): Date {
      person += hours;
      return halfHour(later(Math.max(1, hours * pace.person)));
    },
  };
}
export type Cursor = ReturnType<typeof cursorFrom>;

export function halfHour(at: Date): Date {
  return new Date(Math.floor(at.getTime() / (30 * MINUTE)) * 30 * MINUTE);
}
