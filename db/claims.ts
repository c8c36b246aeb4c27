import { and, asc, eq, isNull, lt, or, sql } from 'drizzle-orm';
import type { Urgency } from '@/lib/domain/red-flags';
import type { Tx } from './client';
import { type FoundRequest, findRequest } from './requests';
import { requests } from './schema/request';

const claimableBy = (surgeonId: string) =>
  and(eq(requests.stage, 'ready_for_review'), or(isNull(requests.surgeonId), eq(requests.surgeonId, surgeonId)));

/** Locked for this transaction; one that another surgeon is taking right now is passed over. */
export async function nextClaimable(tx: Tx, surgeonId: string): Promise<FoundRequest | undefined> {
  const [row] = await tx
    .select({ id: requests.id })
    .from(requests)
    .where(claimableBy(surgeonId))
    .orderBy(asc(requests.urgencyRank), asc(requests.dueSort), asc(requests.id))
    .limit(1)
    .for('update', { skipLocked: true });
  return row && findRequest(tx, row);
}

export async function countClaimable(
  tx: Tx,
  surgeonId: string,
): Promise<{ waiting: number; mostUrgent: Urgency | null }> {
  const [row] = await tx
    .select({
      waiting: sql<number>`count(*)::int`,
      mostUrgent: sql<Urgency | null>`(array_agg(${requests.urgency} order by ${requests.urgencyRank}))[1]`,
    })
    .from(requests)
    .where(claimableBy(surgeonId));
  return row ?? { waiting: 0, mostUrgent: null };
}

/** What this surgeon is reading, the longest held first. */
export async function inHandOf(tx: Tx, surgeonId: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ id: requests.id })
    .from(requests)
    .where(and(eq(requests.stage, 'in_review'), eq(requests.surgeonId, surgeonId)))
    .orderBy(asc(requests.stageSince), asc(requests.id))
    .limit(1);
  return row?.id;
}

/** Reading keeps a claim alive; it is no change of the request. */
export async function keepClaim(tx: Tx, id: string, at: Date) {
  await tx
    .update(requests)
    .set({ claimedAt: at })
    .where(and(eq(requests.id, id), eq(requests.stage, 'in_review')));
}

/** A minute is near enough, and spares the row a write at each word. */
const KEPT_WITHIN = 60_000;

/** The same by whoever holds it, who says again and again that they are reading. */
export async function keepOwnClaim(tx: Tx, id: string, surgeonId: string, at: Date) {
  await tx
    .update(requests)
    .set({ claimedAt: at })
    .where(
      and(
        eq(requests.id, id),
        eq(requests.stage, 'in_review'),
        eq(requests.surgeonId, surgeonId),
        lt(requests.claimedAt, new Date(at.getTime() - KEPT_WITHIN)),
      ),
    );
}
