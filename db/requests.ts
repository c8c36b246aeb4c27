import { and, eq, inArray, lt, notInArray, or, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { Verdict } from '@/lib/domain/candidacy';
import type { MissingItem } from '@/lib/domain/completeness';
import type { Intake } from '@/lib/domain/intake';
import { URGENCIES, type Urgency } from '@/lib/domain/red-flags';
import { type ReviewRequest, refuseStale } from '@/lib/domain/request';
import { ENDED_STAGES, type Stage } from '@/lib/domain/stages';
import { dueByAlarm } from '@/lib/domain/working-time';
import { ACKNOWLEDGED_AT } from './alarm-state';
import type { Tx } from './client';
import { insertMany } from './insert-many';
import { HAS_REPORT_FILE } from './report-file';
import { columnsOf, personColumns, type Standing, sourceColumns } from './request-columns';
import { persons, requests } from './schema/request';
import { AS_IT_WAS } from './was';

const asRequest = {
  id: requests.id,
  number: requests.number,
  personId: requests.personId,
  stage: requests.stage,
  urgency: requests.urgency,
  coordinatorId: requests.coordinatorId,
  surgeonId: requests.surgeonId,
  claimedAt: requests.claimedAt,
  missing: requests.missing,
  askedFor: requests.askedFor,
  alarmSince: requests.alarmSince,
  isAcknowledged: sql<boolean>`${ACKNOWLEDGED_AT} is not null`,
  dueAt: requests.dueAt,
  verdict: requests.verdict,
  mergedInto: requests.mergedInto,
  isDecided: sql<boolean>`${requests.verdict} is not null and ${requests.verdict} <> 'cannot_tell'`,
  hasReportFile: HAS_REPORT_FILE,
  version: requests.version,
};
export type FoundRequest = ReviewRequest & {
  readonly personId: string;
  readonly claimedAt: Date | null;
  readonly askedFor: readonly string[];
  readonly dueAt: Date | null;
  readonly verdict: Verdict | null;
  readonly mergedInto: string | null;
  /** A file of the MRI report stands beside it. */
  readonly hasReportFile: boolean;
};

/** Found and held until the transaction ends: what is written beside it stands in one order with every other change. */
export async function holdRequest(tx: Tx, by: { number: number } | { id: string }): Promise<FoundRequest | undefined> {
  const [row] = await tx
    .select(asRequest)
    .from(requests)
    .where('id' in by ? eq(requests.id, by.id) : eq(requests.number, by.number))
    .for('no key update');
  return row;
}

export async function findRequest(tx: Tx, by: { number: number } | { id: string }): Promise<FoundRequest | undefined> {
  const [row] = await tx
    .select(asRequest)
    .from(requests)
    .where('id' in by ? eq(requests.id, by.id) : eq(requests.number, by.number));
  return row;
}

/** What a request becomes on its way; what is not named stays. */
export type Change = {
  readonly stage?: Stage;
  readonly urgency?: Urgency;
  /** Only to put back what was; a move sets it by itself. */
  readonly stageSince?: Date;
  readonly dueAt?: Date | null;
  readonly coordinatorId?: string | null;
  readonly surgeonId?: string | null;
  readonly claimedAt?: Date | null;
  readonly missing?: MissingItem[];
  readonly askedFor?: string[];
  readonly alarmSince?: Date | null;
  readonly verdict?: Verdict;
  readonly mergedInto?: string | null;
};

const rankIn = ({ urgency }: Change) => (urgency ? { urgencyRank: URGENCIES.indexOf(urgency) } : {});

/** Writes the change only if nobody wrote since `before` was read; a move restarts the clock of the stage and ends what was asked for. */
export async function storeChange<R extends ReviewRequest>(tx: Tx, before: R, change: Change, at: Date): Promise<R> {
  const { stage = before.stage } = change;
  const moved = stage === before.stage ? {} : { stageSince: at, askedFor: [] };
  const [stored] = await tx
    .update(requests)
    .set({
      ...moved,
      ...change,
      ...rankIn(change),
      ...dueIn(before, change),
      was: AS_IT_WAS,
      version: sql`${requests.version} + 1`,
    })
    .where(and(eq(requests.id, before.id), eq(requests.version, before.version)))
    .returning({ version: requests.version });
  if (!stored) {
    const now = await findRequest(tx, { id: before.id });
    refuseStale(now ?? before, before.version);
  }
  const { verdict, stageSince: _, ...rest } = { ...change, ...dueIn(before, change) };
  const isDecided = verdict === undefined ? before.isDecided : verdict !== 'cannot_tell';
  return { ...before, ...rest, isDecided, version: stored.version };
}

/** Several at once, always in one order: two who want the same wait for each other and never for ever. */
export async function holdRequests(tx: Tx, ids: readonly string[]): Promise<FoundRequest[]> {
  const rows = await tx
    .select(asRequest)
    .from(requests)
    .where(inArray(requests.id, [...ids]))
    .orderBy(requests.id)
    .for('no key update');
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

/** The next step has a date of its own, agreed with the person; nobody's typed change is lost by it, so the version stays. */
export async function postpone(tx: Tx, request: ReviewRequest, dueAt: Date | null) {
  await tx.update(requests).set(dueIn(request, { dueAt })).where(eq(requests.id, request.id));
}

/** The one place where a date is written: a red flag's own stands before any other. */
function dueIn({ urgency, alarmSince }: ReviewRequest, change: Change): Pick<Change, 'dueAt'> {
  if (change.dueAt === undefined) return {};
  return {
    dueAt: dueByAlarm(change.dueAt, {
      urgency,
      alarmSince: change.alarmSince === undefined ? alarmSince : change.alarmSince,
    }),
  };
}

export async function addRequest(tx: Tx, intake: Intake, standing: Standing, at: Date) {
  const [added] = await addRequests(tx, [{ intake, standing }], at);
  if (!added) throw new Error('an insert returned no row');
  return added;
}

/** The one way a request comes to be, alone or with many; each by its number, in the order given. */
export async function addRequests(tx: Tx, told: readonly { intake: Intake; standing: Standing }[], at: Date) {
  if (told.length === 0) return [];
  const { rows } = await tx.execute<{ number: number }>(
    sql`select nextval('request_number')::int as number from generate_series(1, ${told.length})`,
  );
  const arriving = told.map((one, nth) => ({
    ...one,
    id: uuidv7(),
    personId: uuidv7(),
    number: rows[nth]?.number ?? 0,
  }));
  await insertMany(
    tx,
    persons,
    arriving.map(({ personId, intake }) => ({ id: personId, ...personColumns(intake.person), createdAt: at })),
  );
  await insertMany(
    tx,
    requests,
    arriving.map(({ id, number, personId, intake, standing }) => ({
      id,
      number,
      personId,
      receivedAt: at,
      stageSince: at,
      dueAt: standing.dueAt,
      ...sourceColumns(intake.source),
      ...columnsOf(intake, standing, number),
    })),
  );
  return arriving.map(({ id, number, intake, standing }) => ({ id, number, version: 1, intake, standing }));
}

/** The whole intake again, as corrected; a due date of null leaves the one that stands. The caller keeps what it was. */
export async function storeIntake(
  tx: Tx,
  request: FoundRequest,
  intake: Intake,
  standing: Standing,
  at: Date,
): Promise<FoundRequest> {
  await tx.update(persons).set(personColumns(intake.person)).where(eq(persons.id, request.personId));
  await tx
    .update(requests)
    .set(columnsOf(intake, standing, request.number))
    .where(eq(requests.id, request.id));
  const { missing, dueAt, alarmSince } = standing;
  const { urgency } = standing;
  return storeChange(tx, { ...request, urgency }, { missing, alarmSince, ...(dueAt ? { dueAt } : {}) }, at);
}

/** Open requests that somebody holds, as coordinator or surgeon. */
export function heldBy(tx: Tx, staffId: string): Promise<FoundRequest[]> {
  return tx
    .select(asRequest)
    .from(requests)
    .where(
      and(
        or(eq(requests.coordinatorId, staffId), eq(requests.surgeonId, staffId)),
        notInArray(requests.stage, [...ENDED_STAGES]),
      ),
    )
    .for('no key update');
}

/** Claims that lay untouched since `idleSince`; what somebody holds this moment, another instance or the surgeon, is left to them. */
export function idleClaims(tx: Tx, idleSince: Date): Promise<FoundRequest[]> {
  return tx
    .select(asRequest)
    .from(requests)
    .where(and(eq(requests.stage, 'in_review'), lt(requests.claimedAt, idleSince)))
    .limit(50)
    .for('no key update', { skipLocked: true });
}
