import { complaintSummary } from '@/lib/domain/complaint';
import type { MissingItem } from '@/lib/domain/completeness';
import type { ContactOutcome } from '@/lib/domain/follow-up';
import type { Ailment } from './ailments';
import { CALLS } from './call-words';
import type { Chance, Slots } from './chance';
import type { WorkClock } from './clock';
import { type Cursor, halfHour } from './cursor';
import type { Fate } from './fates';
import type { Telling } from './intakes';
import type { Life } from './life';
import { NOTES } from './note-words';
import type { Somebody } from './people';
import { MISSING_SHORT, REASONS } from './reason-words';
import type { Member, Team } from './staff';

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
    he: isFemale ? 'she' : 'he',
    him: isFemale ? 'her' : 'him',
    his: isFemale ? 'her' : 'his',
    limb: ailment.region === 'cervical' ? 'arm' : 'leg',
    series: ['4', '5', '5', '6', '7'],
    city: who.city,
    relative: isFemale
      ? ['daughter', 'son', 'husband', 'sister', 'neighbor']
      : ['daughter', 'son', 'wife', 'brother', 'partner'],
    facility: told.imaging[0]?.facility ?? 'the imaging center',
    summary: complaintSummary(told.complaint),
    pain: String(ailment.worst),
    since: ailment.months > 24 ? `${Math.round(ailment.months / 12)} y` : `${ailment.months} mo`,
    channel: who.person.preferredChannel ?? 'phone',
    goal: (told.complaint.goal ?? 'get back to normal').replace(/\bmy\b/, isFemale ? 'her' : 'his'),
    form: {
      web: 'Web form',
      phone: 'Taken by phone',
      referral: 'Faxed referral',
      walk_in: 'Came to the desk',
      api: 'From the partner site',
      import: 'From the spring list',
    }[told.source.channel],
    day: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
    clerk: ['Sandra', 'Luis', 'records', 'the front desk', 'Tanya', 'the night desk', 'Mr. Bell'],
    time: ['9:30', '10:15', '11', 'noon', '13:30', '14:45', '16', '16:40'],
    missing: sendable.length > 0 ? sendable : 'the disc',
    level: ailment.level,
    side: ailment.side === 'both' ? 'both sides' : ailment.side,
    field: ['1.5 T', '3 T', '1.5 T, a little motion'],
  };
}

/** A note of one kind, by the coordinator unless it is somebody else's. */
export function jot(
  { chance, life, cursor, coordinator, slots }: Scene,
  kind: keyof typeof NOTES,
  by: Member = coordinator,
) {
  life.note(cursor.at, by, chance.tell(NOTES[kind], slots));
}

/** One attempt to reach the person, by the channel they prefer more often than not. */
export function reach(
  scene: Scene,
  outcome: ContactOutcome,
  nextAt: Date | null = null,
  about: keyof typeof CALLS = outcome,
) {
  const { chance, life, cursor, coordinator, who, slots } = scene;
  const preferred =
    who.person.preferredChannel === 'email' && who.person.email
      ? 'email'
      : who.person.preferredChannel === 'text'
        ? 'text'
        : 'phone';
  const isSpoken = outcome !== 'message_sent';
  const channel = isSpoken
    ? outcome === 'told_answer' && chance.of(0.06)
      ? 'in_person'
      : 'phone'
    : preferred === 'phone'
      ? chance.pick(['email', 'text', 'letter'] as const)
      : preferred;
  life.contact(cursor.at, coordinator, {
    channel,
    outcome,
    text: chance.of(0.88) ? chance.tell(channel === 'letter' ? CALLS.letter : CALLS[about], slots) : null,
    nextAt,
  });
}

/** Why it goes on although something is missing. */
export function overrideReason({ chance, life }: Scene): string {
  const item = life.missing[0];
  return item ? chance.pick(REASONS.override[item]) : 'complete';
}

/** When something open on the desk is next due, as seen from now: a few lie over, a few are for today. */
export function dueSoon({ chance, clock, cursor }: Scene): Date {
  const { now } = clock;
  const HOUR = 3_600_000;
  const hours = chance.weighted([
    [-chance.between(0.5, 11), 16],
    [chance.between(0.4, 2.5), 26],
    [0, 58],
  ] as const);
  const ahead =
    hours === 0
      ? clock.instantAt(clock.hoursAt(now) + chance.between(6, 44))
      : hours < 0
        ? clock.instantAt(clock.hoursAt(now) + hours)
        : new Date(now.getTime() + hours * HOUR);
  const due = halfHour(ahead);
  // Never before the moment it was set.
  return due > cursor.at ? due : halfHour(new Date(now.getTime() + 2 * HOUR));
}
