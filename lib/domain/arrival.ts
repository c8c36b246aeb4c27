import { type MissingItem, missingFrom, NO_FILES } from './completeness';
import type { Intake } from './intake';
import { type RedFlag, raisesAlarm, redFlagsOf, type Urgency, urgencyOf } from './red-flags';
import { type Calendar, dayOf, dueFor } from './working-time';

/** Where a request stands the moment it comes in, by whichever way. Said of many that come at once, the calendar is asked once. */
export function standingAtArrival(now: Date, clinic: Calendar) {
  const today = dayOf(now, clinic.timeZone);
  const dues = new Map<Urgency, Date | null>();
  return (intake: Intake) => {
    const flags: RedFlag[] = redFlagsOf(intake);
    const urgency: Urgency = urgencyOf(flags);
    const missing: MissingItem[] = missingFrom(intake, today, NO_FILES);
    const dueAt = dues.get(urgency) ?? dueFor('new', urgency, now, clinic);
    dues.set(urgency, dueAt);
    return { flags, urgency, missing, dueAt, alarmSince: raisesAlarm([], flags) ? now : null };
  };
}

/** The first line of its history. */
export function arrived(intake: Intake, missing: readonly MissingItem[]) {
  return { kind: 'received', to: 'new', facts: { source: intake.source.channel, missing } } as const;
}
