import { ALARM_MINUTES } from './working-time';

/** What each manager finds among the follow-ups when a red flag was acknowledged by nobody in time. */
export const ESCALATED =
  'A red flag was not acknowledged in time: see that a clinician has it, and that the person is called';

/** Told before these moments, an alarm that nobody has acknowledged is late: 15 minutes, 4 hours. */
export function lateBefore(now: Date): { readonly emergency: Date; readonly sameDay: Date } {
  const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  return { emergency: before(ALARM_MINUTES.emergency), sameDay: before(ALARM_MINUTES.same_day) };
}
