import type { MissingItem } from '@/lib/domain/completeness';
import type { ContactOutcome } from '@/lib/domain/follow-up';
import { complaintSummary } from '@/lib/domain/intake';
import type { Ailment } from './ailments';
import type { Chance, Slots } from './chance';
import { halfHour, type Cursor } from './cursor';
import { CALLS, MISSING_SHORT, NOTES } from './desk-words';
import type { Fate } from './fates';
import type { Telling } from './intakes';
import type { Life } from './life';
import type { Somebody } from './people';
import type { Member, Team } from './staff';
import type { WorkClock } from './clock';

/** One request, the people around it and the moment it has come to. */
export type Scene = {
  readonly chance: Chance;
  readonly clock: WorkClock;
  readonly cursor: Cursor;
  readonly life: Life;
  readonly fate: Fate;
  readonly who: Somebody;
  readonly ailment: Ailment;
  readonly telling: Telling;
  readonly team: Team;
  /** Null: nobody has taken it. */
  readonly owner: Member | null;
  readonly coordinator: Member;
  readonly surgeon: Member;
  /** Does it have to wait for what is missing? */
  readonly waits: boolean;
  readonly slots: Slots;
};

export function slotsFor(who: Somebody, ailment: Ailment, { told, lacks }: Telling): Slots {
  const isFemale = who.person.sexAtBirth === 'female';
  const sendable = lacks.map((item: MissingItem) => MISSING_SHORT[item]);
  return {
    he: isFemale ? 'she' : 'he', him: isFemale ? 'her' : 'him', city: who.city,
    relative: isFemale ? ['daughter', 'son', 'husband', 'sister', 'neighbor'] : ['daughter', 'son', 'wife', 'brother', 'partner'],
    facility: told.imaging[0]?.facility ?? 'the imaging center', summary: complaintSummary(told.complaint),
    pain: String(ailment.worst), months: String(ailment.months), channel: who.person.preferredChannel ?? 'phone',
    goal: told.complaint.goal ?? 'get back to normal', missing: sendable.length > 0 ? sendable : 'the disc',
    level: ailment.level, side: ailment.side === 'both' ? 'both sides' : ailment.side, field: ['1.5 T', '3 T', '1.5 T, a little motion'],
  };
}

/** A note of one kind, by the coordinator unless it is somebody else's. */
export function jot({ chance, life, cursor, coordinator, slots }: Scene, kind: keyof typeof NOTES, by: Member = coordinator) {
  life.note(cursor.at, by, chance.tell(NOTES[kind], slots));
}

/** One attempt to reach the person, by the channel they prefer more often than not. */
export function reach(scene: Scene, outcome: ContactOutcome, nextAt: Date | null = null) {
  const { chance, life, cursor, coordinator, who, slots } = scene;
  const preferred = who.person.preferredChannel === 'email' && who.person.email ? 'email' : who.person.preferredChannel === 'text' ? 'text' : 'phone';
  const isSpoken = !['message_sent'].includes(outcome);
  const channel = isSpoken ? (outcome === 'told_answer' && chance.of(0.06) ? 'in_person' : 'phone') : preferred === 'phone' ? chance.pick(['email', 'text', 'letter'] as const) : preferred;
  life.contact(cursor.at, coordinator, channel, outcome, chance.of(0.85) ? chance.tell(CALLS[outcome], slots) : null, nextAt);
}

/** When something open on the desk is next due, as seen from now: a few lie over, a few are for today. */
export function dueSoon({ chance, clock, cursor }: Scene): Date {
  const { now } = clock;
  const HOUR = 3_600_000;
  const hours = chance.weighted([[-chance.between(0.5, 11), 16], [chance.between(0.4, 2.5), 26], [0, 58]] as const);
  const ahead = hours === 0 ? clock.instantAt(clock.hoursAt(now) + chance.between(6, 44)) : hours < 0 ? clock.instantAt(clock.hoursAt(now) + hours) : new Date(now.getTime() + hours * HOUR);
  const due = halfHour(ahead);
  // Never before the moment it was set.
  return due > cursor.at ? due : halfHour(new Date(now.getTime() + 2 * HOUR));
}
