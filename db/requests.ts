import { and, eq, lt, notInArray, or, sql } from 'drizzle-orm';
import type { Verdict } from '@/lib/domain/candidacy';
import type { MissingItem } from '@/lib/domain/completeness';
import type { Intake, Person } from '@/lib/domain/intake';
import { type RedFlag, URGENCIES, type Urgency } from '@/lib/domain/red-flags';
import { type ReviewRequest, refuseStale, saidNumber } from '@/lib/domain/request';
import { searchable, sortable } from '@/lib/domain/search';
import { ENDED_STAGES, type Stage } from '@/lib/domain/stages';
import { dueByAlarm } from '@/lib/domain/working-time';
import type { Tx } from './client';
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
  dueAt: requests.dueAt,
  isDecided: sql<boolean>`${requests.verdict} is not null and ${requests.verdict} <> 'cannot_tell'`,
  version: requests.version,
};
export type FoundRequest = ReviewRequest & {
  readonly personId: string;
  readonly claimedAt: Date | null;
  readonly askedFor: readonly string[];
  readonly dueAt: Date | null;
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
};

/** Writes the change only if nobody wrote since `before` was read; a move restarts the clock of the stage and ends what was asked for. */
export async function storeChange<R extends ReviewRequest>(tx: Tx, before: R, change: Change, at: Date): Promise<R> {
  const { stage = before.stage } = change;
  const moved = stage === before.stage ? {} : { stageSince: at, askedFor: [] };
  const [stored] = await tx
    .update(requests)
    .set({ ...moved, ...change, ...dueIn(before, change), was: AS_IT_WAS, version: sql`${requests.version} + 1` })
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

/** The next step has a date of its own, agreed with the person; nobody's typed change is lost by it, so the version stays. */
export async function postpone(tx: Tx, request: ReviewRequest, dueAt: Date) {
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

export type Standing = {
  readonly flags: RedFlag[];
  readonly urgency: Urgency;
  readonly missing: MissingItem[];
  readonly dueAt: Date | null;
  readonly alarmSince: Date | null;
};

export async function addRequest(tx: Tx, intake: Intake, standing: Standing, at: Date) {
  const personId = await addPerson(tx, intake.person, at);
  const { rows } = await tx.execute<{ number: number }>(sql`select nextval('request_number')::int as number`);
  const number = rows[0]?.number ?? 0;
  const [row] = await tx
    .insert(requests)
    .values({
      number,
      personId,
      receivedAt: at,
      stageSince: at,
      dueAt: standing.dueAt,
      sourceChannel: intake.source.channel,
      sourceReferrer: intake.source.referrer,
      sourceCampaign: intake.source.campaign,
      ...columnsOf(intake, standing, number),
    })
    .returning({ id: requests.id, version: requests.version });
  if (!row) throw new Error('an insert returned no row');
  return { ...row, number };
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

/** Claims that lay untouched since `idleSince`. */
export function idleClaims(tx: Tx, idleSince: Date): Promise<FoundRequest[]> {
  return tx
    .select(asRequest)
    .from(requests)
    .where(and(eq(requests.stage, 'in_review'), lt(requests.claimedAt, idleSince)))
    .limit(50);
}

async function addPerson(tx: Tx, person: Person, at: Date): Promise<string> {
  const [row] = await tx
    .insert(persons)
    .values({ ...personColumns(person), createdAt: at })
    .returning({ id: persons.id });
  if (!row) throw new Error('an insert returned no row');
  return row.id;
}

export function personColumns({ firstName, lastName, dateOfBirth, sexAtBirth, phone, email, state, ...more }: Person) {
  return {
    firstName,
    lastName,
    dateOfBirth,
    sexAtBirth: sexAtBirth ?? null,
    phone,
    email: email ?? null,
    state: state ?? null,
    more,
  };
}

export function columnsOf(intake: Intake, standing: Standing, number: number) {
  const { person } = intake;
  return {
    urgency: standing.urgency,
    urgencyRank: URGENCIES.indexOf(standing.urgency),
    missing: standing.missing,
    alarmSince: standing.alarmSince,
    flags: [...standing.flags],
    region: intake.complaint.region,
    complaint: intake.complaint,
    consents: intake.consents,
    redFlags: intake.redFlags,
    conservativeCare: [...intake.conservativeCare],
    imaging: [...intake.imaging],
    report: intake.report?.text ?? null,
    priorSurgery: intake.priorSurgery ?? null,
    fitness: intake.fitness ?? null,
    insurance: intake.insurance ?? null,
    sortName: sortable(`${person.lastName} ${person.firstName}`),
    searchText: searchable(saidNumber(number), person),
  };
}
