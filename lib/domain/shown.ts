import type { Verdict } from './candidacy';
import type { MissingItem } from './completeness';
import type { Named, WorklistItem } from './desk';
import { ageOn, type Complaint, complaintSummary, type SEXES, type SourceChannel } from './intake';
import type { Actor } from './permissions';
import type { Urgency } from './red-flags';
import { allowedActions, saidNumber } from './request';
import { type Stage, turnOf } from './stages';

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
  readonly tags: readonly string[];
  readonly coordinatorId: string | null;
  readonly coordinatorName: string | null;
  readonly surgeonId: string | null;
  readonly surgeonName: string | null;
  readonly receivedAt: Date;
  readonly stageSince: Date;
  readonly dueAt: Date | null;
  readonly nextFollowUpAt: Date | null;
  /** As the database says an instant. */
  readonly lastContactAt: string | null;
  readonly verdict: Verdict | null;
  readonly sourceChannel: SourceChannel;
  readonly version: number;
};

/** A row of the list as it leaves the house. `today` is the clinic's day. */
export function itemShown(actor: Actor, row: ItemRow, today: string): WorklistItem {
  const turn = turnOf(row.stage);
  return {
    id: row.id,
    number: saidNumber(row.number),
    stage: row.stage,
    urgency: row.urgency,
    person: {
      name: `${row.firstName} ${row.lastName}`,
      age: ageOn(row.dateOfBirth, today),
      sexAtBirth: row.sexAtBirth,
    },
    complaint: { region: row.complaint.region, summary: complaintSummary(row.complaint) },
    missing: row.missing,
    askedFor: row.askedFor,
    isAlarm: row.alarmSince !== null,
    tags: row.tags,
    turn,
    assignedTo:
      turn === 'surgeon' ? named(row.surgeonId, row.surgeonName) : named(row.coordinatorId, row.coordinatorName),
    receivedAt: row.receivedAt.toISOString(),
    stageSince: row.stageSince.toISOString(),
    dueAt: row.dueAt?.toISOString() ?? null,
    nextFollowUpAt: row.nextFollowUpAt?.toISOString() ?? null,
    lastContactAt: row.lastContactAt && new Date(row.lastContactAt).toISOString(),
    verdict: row.verdict,
    sourceChannel: row.sourceChannel,
    version: row.version,
    allowedActions: allowedActions(actor, { ...row, isDecided: row.verdict !== null && row.verdict !== 'cannot_tell' }),
  };
}

export function named(id: string | null, name: string | null): Named | null {
  return id && name ? { id, name } : null;
}
