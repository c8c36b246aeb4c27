import type { Alike } from './alike';
import type { Verdict } from './candidacy';
import { clocksOf, type Pause } from './clocks';
import { complaintSummary } from './complaint';
import type { MissingItem } from './completeness';
import type { Named, WorklistItem } from './desk';
import type { Known, Likeness } from './duplicates';
import { ageOn, type Complaint, type SEXES, type SourceChannel } from './intake';
import type { Actor } from './permissions';
import type { Urgency } from './red-flags';
import { allowedActions, saidNumber } from './request';
import { type Stage, turnOf } from './stages';
import { type Calendar, dayOf } from './working-time';

export type ItemRow = {
  readonly id: string;
  readonly number: number;
  readonly stage: Stage;
  readonly urgency: Urgency;
  readonly firstName: string;
  readonly lastName: string;
  readonly dateOfBirth: string;
  readonly sexAtBirth: (typeof SEXES)[number] | null;
  readonly complaint: Complaint;
  readonly missing: readonly MissingItem[];
  readonly askedFor: readonly string[];
  readonly alarmSince: Date | null;
  /** As the database says an instant. */
  readonly acknowledgedAt: string | null;
  readonly escalatedAt: string | null;
  readonly tags: readonly string[];
  readonly mergedInto: string | null;
  readonly coordinatorId: string | null;
  readonly coordinatorName: string | null;
  readonly surgeonId: string | null;
  readonly surgeonName: string | null;
  readonly receivedAt: Date;
  readonly stageSince: Date;
  /** As the database says an instant. */
  readonly informedAt: string | null;
  readonly pauses: readonly Pause[];
  readonly dueAt: Date | null;
  readonly nextFollowUpAt: Date | null;
  /** As the database says an instant. */
  readonly lastContactAt: string | null;
  readonly verdict: Verdict | null;
  readonly sourceChannel: SourceChannel;
  readonly version: number;
};

/** A row of the list as it leaves the house. */
export function itemShown(actor: Actor, row: ItemRow, now: Date, clinic: Calendar): WorklistItem {
  const turn = turnOf(row.stage);
  return {
    id: row.id,
    number: saidNumber(row.number),
    stage: row.stage,
    urgency: row.urgency,
    person: {
      name: `${row.firstName} ${row.lastName}`,
      age: ageOn(row.dateOfBirth, dayOf(now, clinic.timeZone)),
      sexAtBirth: row.sexAtBirth,
    },
    complaint: { region: row.complaint.region, summary: complaintSummary(row.complaint) },
    missing: row.missing,
    askedFor: row.askedFor,
    isAlarm: row.alarmSince !== null,
    alarm: row.alarmSince && {
      since: row.alarmSince.toISOString(),
      acknowledgedAt: row.acknowledgedAt && new Date(row.acknowledgedAt).toISOString(),
      escalatedAt: row.escalatedAt && new Date(row.escalatedAt).toISOString(),
    },
    tags: row.tags,
    turn,
    assignedTo:
      turn === 'surgeon' ? named(row.surgeonId, row.surgeonName) : named(row.coordinatorId, row.coordinatorName),
    receivedAt: row.receivedAt.toISOString(),
    stageSince: row.stageSince.toISOString(),
    clocks: clocksOf(row, now, clinic),
    dueAt: row.dueAt?.toISOString() ?? null,
    nextFollowUpAt: row.nextFollowUpAt?.toISOString() ?? null,
    lastContactAt: row.lastContactAt && new Date(row.lastContactAt).toISOString(),
    verdict: row.verdict,
    sourceChannel: row.sourceChannel,
    version: row.version,
    allowedActions: allowedActions(actor, {
      ...row,
      isAcknowledged: row.acknowledgedAt !== null,
      isDecided: row.verdict !== null && row.verdict !== 'cannot_tell',
    }),
  };
}

export function named(id: string | null, name: string | null): Named | null {
  return id && name ? { id, name } : null;
}

type Found = {
  readonly number: number;
  readonly known: Known;
  readonly stage: Stage;
  readonly receivedAt: Date;
  readonly likeness: Likeness;
};

/** A surgeon learns that there is somebody, and no more: the other request may not be theirs to see. */
export function alikeShown(actor: Actor, { number, known, stage, receivedAt, likeness: found }: Found): Alike {
  return {
    number: saidNumber(number),
    name: actor.role === 'surgeon' ? null : `${known.firstName} ${known.lastName}`,
    stage,
    receivedAt: receivedAt.toISOString(),
    ...found,
  };
}
