import { and, desc, eq, isNull, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Tx } from './client';
import { DETAILS } from './intakes';
import { merges, type WasMerged } from './schema/merge';
import { persons, requests } from './schema/request';

/** Shown at once; further repeats are counted. */
const MOST_SHOWN = 20;
const stands = isNull(merges.undoneAt);
const other = alias(requests, 'other');

type NewMerge = Omit<typeof merges.$inferInsert, 'id' | 'was' | 'undoneAt' | 'undoneBy'>;

/** To be said before the request is closed: it keeps where it stood. */
export async function addMerge(tx: Tx, merge: NewMerge) {
  const was = sql`(select jsonb_build_object('stage', r.stage, 'stageSince', r.stage_since, 'dueAt', r.due_at, 'claimedAt', r.claimed_at,
    'coordinatorId', r.coordinator_id, 'surgeonId', r.surgeon_id, 'askedFor', r.asked_for, 'alarmSince', r.alarm_since)
    from request r where r.id = ${merge.requestId})`;
  await tx.insert(merges).values({ ...merge, was });
}

/** The merge that stands of this request. */
export async function findMerge(tx: Tx, requestId: string) {
  const [row] = await tx
    .select({
      id: merges.id,
      intoId: merges.intoId,
      at: merges.at,
      was: merges.was,
      changed: merges.changed,
      followUpIds: merges.followUpIds,
    })
    .from(merges)
    .where(and(eq(merges.requestId, requestId), stands));
  return row && { ...row, was: change(row.was) };
}

/** Linked as it came in, by nobody's judgement. */
export async function isRepeat(tx: Tx, requestId: string): Promise<boolean> {
  const [row] = await tx
    .select({ isRepeat: merges.isRepeat })
    .from(merges)
    .where(and(eq(merges.requestId, requestId), stands));
  return row?.isRepeat ?? false;
}

/** As a change that puts it back. */
function change({ stageSince, dueAt, claimedAt, alarmSince, ...was }: WasMerged) {
  const asDate = (at: string | null) => (at === null ? null : new Date(at));
  return {
    ...was,
    stageSince: new Date(stageSince),
    dueAt: asDate(dueAt),
    claimedAt: asDate(claimedAt),
    alarmSince: asDate(alarmSince),
    mergedInto: null,
  };
}

export async function endMerge(tx: Tx, id: string, by: string | null, at: Date) {
  await tx.update(merges).set({ undoneAt: at, undoneBy: by }).where(eq(merges.id, id));
}

/** Red flags that the others told which are still part of it. */
export async function flagsStillTold(tx: Tx, intoId: string, besides: string) {
  const rows = await tx
    .select({ flags: requests.flags })
    .from(requests)
    .where(and(eq(requests.mergedInto, intoId), ne(requests.id, besides)));
  return rows.flatMap(({ flags }) => flags);
}

/** Which one this request became part of, if it did. */
export function listMergedInto(tx: Tx, requestId: string) {
  return tx
    .select({ number: other.number, byName: merges.byName, at: merges.at, isRepeat: merges.isRepeat })
    .from(merges)
    .innerJoin(other, eq(other.id, merges.intoId))
    .where(and(eq(merges.requestId, requestId), stands));
}

/** Which ones became part of this, with all that they told; newest first. */
export function listMergedHere(tx: Tx, intoId: string) {
  return tx
    .select({
      ...DETAILS,
      number: requests.number,
      byName: merges.byName,
      at: merges.at,
      isRepeat: merges.isRepeat,
      inAll: sql<number>`(count(*) over ())::int`,
    })
    .from(merges)
    .innerJoin(requests, eq(requests.id, merges.requestId))
    .innerJoin(persons, eq(persons.id, requests.personId))
    .where(and(eq(merges.intoId, intoId), stands))
    .orderBy(desc(merges.at), desc(requests.number))
    .limit(MOST_SHOWN);
}
