import { and, asc, eq, gt, inArray, isNotNull, isNull, lt, not, or, type SQL, sql } from 'drizzle-orm';
import type { Tx } from './client';
import { contacts } from './schema/history';
import { followUps, persons, requests } from './schema/request';
import { staff } from './schema/staff';

type NewFollowUp = {
  requestId: string;
  staffId: string | null;
  dueAt: Date;
  what: string;
  contactId?: string;
  createdBy: string | null;
  createdAt: Date;
};

export async function addFollowUp(tx: Tx, followUp: NewFollowUp): Promise<string> {
  const [row] = await tx.insert(followUps).values(followUp).returning({ id: followUps.id });
  if (!row) throw new Error('an insert returned no row');
  await keepNextDate(tx, followUp.requestId);
  return row.id;
}

export async function findFollowUp(tx: Tx, id: string) {
  const [row] = await tx
    .select({ id: followUps.id, requestId: followUps.requestId, staffId: followUps.staffId, doneAt: followUps.doneAt })
    .from(followUps)
    .where(eq(followUps.id, id));
  return row;
}

const isOfSurgeon = sql`${followUps.staffId} in (select ${staff.id} from ${staff} where ${staff.role} = 'surgeon')`;

/** Ticks off one, the calls due by then and every call-back (a surgeon's own are not calls), or all; what was due, for the event of each. */
export async function finishFollowUps(
  tx: Tx,
  which: { id: string } | { callsDueBy: Date } | 'all',
  requestId: string,
  by: string | null,
  at: Date,
): Promise<{ dueAt: string; staffId: string | null }[]> {
  const chosen =
    which === 'all'
      ? undefined
      : 'id' in which
        ? eq(followUps.id, which.id)
        : and(
            or(lt(followUps.dueAt, which.callsDueBy), isNotNull(followUps.contactId)),
            or(isNull(followUps.staffId), not(isOfSurgeon)),
          );
  const done = await tx
    .update(followUps)
    .set({ doneAt: at, doneBy: by })
    .where(and(eq(followUps.requestId, requestId), chosen, isNull(followUps.doneAt)))
    .returning({ dueAt: followUps.dueAt, staffId: followUps.staffId });
  await keepNextDate(tx, requestId);
  return done.map(({ dueAt, staffId }) => ({ dueAt: dueAt.toISOString(), staffId }));
}

/** Those that a closing ticked off, when it is undone. */
export async function reopenFollowUps(tx: Tx, requestId: string, closedAt: Date) {
  await tx
    .update(followUps)
    .set({ doneAt: null, doneBy: null })
    .where(and(eq(followUps.requestId, requestId), eq(followUps.doneAt, closedAt)));
  await keepNextDate(tx, requestId);
}

/** What is still to be done for one request is done for another; which those were. */
export async function moveFollowUps(
  tx: Tx,
  which: 'open' | readonly string[],
  from: string,
  to: string,
): Promise<string[]> {
  const chosen = which === 'open' ? isNull(followUps.doneAt) : inArray(followUps.id, [...which]);
  const moved = await tx
    .update(followUps)
    .set({ requestId: to })
    .where(and(eq(followUps.requestId, from), chosen))
    .returning({ id: followUps.id });
  if (moved.length > 0) await Promise.all([keepNextDate(tx, from), keepNextDate(tx, to)]);
  return moved.map(({ id }) => id);
}

/** Open follow-ups of somebody who leaves are nobody's, and shown as such. */
export async function orphanFollowUps(tx: Tx, staffId: string) {
  await tx
    .update(followUps)
    .set({ staffId: null })
    .where(and(eq(followUps.staffId, staffId), isNull(followUps.doneAt)));
}

export function listFollowUpsOf(tx: Tx, requestId: string) {
  return tx
    .select({
      id: followUps.id,
      what: followUps.what,
      dueAt: followUps.dueAt,
      doneAt: followUps.doneAt,
      ownerId: followUps.staffId,
      ownerName: staff.name,
    })
    .from(followUps)
    .leftJoin(staff, eq(staff.id, followUps.staffId))
    .where(eq(followUps.requestId, requestId))
    .orderBy(asc(followUps.dueAt));
}

export type FollowUpFilter = {
  /** A staff id, nobody's, or everybody's. */
  readonly owner: string | 'nobody' | 'all';
  /** Only of this surgeon's requests or own. */
  readonly onlySurgeon: string | null;
  readonly dueBy: Date;
  readonly after: { readonly dueAt: string; readonly id: string } | null;
  readonly limit: number;
};

/** Open follow-ups due by a moment, longest overdue first. */
export function listDueFollowUps(tx: Tx, filter: FollowUpFilter) {
  return tx
    .select({
      id: followUps.id,
      what: followUps.what,
      dueAt: followUps.dueAt,
      place: sql<string>`${followUps.dueAt}::text`,
      ownerId: followUps.staffId,
      ownerName: staff.name,
      requestId: requests.id,
      number: requests.number,
      stage: requests.stage,
      urgency: requests.urgency,
      alarmSince: requests.alarmSince,
      verdict: requests.verdict,
      firstName: persons.firstName,
      lastName: persons.lastName,
      attempts: sql<number>`(select count(*)::int from ${contacts} where ${contacts.requestId} = ${requests.id})`,
      lastAt: sql<string | null>`(select max(at) from contact_attempt c where c.request_id = ${requests.id})`,
      lastOutcome: sql<
        string | null
      >`(select outcome from contact_attempt c where c.request_id = ${requests.id} order by at desc limit 1)`,
    })
    .from(followUps)
    .innerJoin(requests, eq(requests.id, followUps.requestId))
    .innerJoin(persons, eq(persons.id, requests.personId))
    .leftJoin(staff, eq(staff.id, followUps.staffId))
    .where(
      and(
        ...conditions(filter),
        filter.after
          ? gt(
              sql`(${followUps.dueAt}, ${followUps.id})`,
              sql`(${filter.after.dueAt}::timestamptz, ${filter.after.id}::uuid)`,
            )
          : undefined,
      ),
    )
    .orderBy(asc(followUps.dueAt), asc(followUps.id))
    .limit(filter.limit);
}

export async function countDueFollowUps(
  tx: Tx,
  filter: FollowUpFilter,
  now: Date,
): Promise<{ overdue: number; today: number }> {
  const [row] = await tx
    .select({
      overdue: sql<number>`count(*) filter (where ${followUps.dueAt} < ${now})::int`,
      today: sql<number>`count(*) filter (where ${followUps.dueAt} >= ${now})::int`,
    })
    .from(followUps)
    .where(and(...conditions(filter)));
  return row ?? { overdue: 0, today: 0 };
}

function conditions({ owner, onlySurgeon, dueBy }: FollowUpFilter): (SQL | undefined)[] {
  return [
    isNull(followUps.doneAt),
    lt(followUps.dueAt, dueBy),
    owner === 'all' ? undefined : owner === 'nobody' ? isNull(followUps.staffId) : eq(followUps.staffId, owner),
    onlySurgeon ? inArray(followUps.id, ofSurgeon(onlySurgeon, dueBy)) : undefined,
  ];
}

/** A surgeon's own and those of their requests: each found by an index, which one question with "or" would not be. */
function ofSurgeon(surgeonId: string, dueBy: Date): SQL {
  return sql`(
    select own.id from follow_up own where own.staff_id = ${surgeonId} and own.done_at is null and own.due_at < ${dueBy}
    union all
    select theirs.id from request r join follow_up theirs on theirs.request_id = r.id
    where r.surgeon_id = ${surgeonId} and r.next_follow_up_at < ${dueBy} and theirs.done_at is null)`;
}

/** The earliest open follow-up, on the request's own row for the list. */
export async function keepNextDate(tx: Tx, requestId: string) {
  const next = sql`(select min(${followUps.dueAt}) from ${followUps} where ${followUps.requestId} = ${requestId} and ${followUps.doneAt} is null)`;
  await tx.update(requests).set({ nextFollowUpAt: next }).where(eq(requests.id, requestId));
}
