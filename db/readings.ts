import { and, asc, eq, gt, lte } from 'drizzle-orm';
import type { Tx } from './client';
import { readings } from './schema/reading';
import { requests } from './schema/request';
import { staff } from './schema/staff';

/** Goes on reading, or begins; what has lapsed is forgotten first. */
export async function storeReading(tx: Tx, requestId: string, staffId: string, at: Date) {
  await tx
    .insert(readings)
    .values({ requestId, staffId, since: at, seenAt: at })
    .onConflictDoUpdate({ target: [readings.requestId, readings.staffId], set: { seenAt: at } });
}

export async function endReading(tx: Tx, requestId: string, staffId: string) {
  await tx.delete(readings).where(and(eq(readings.requestId, requestId), eq(readings.staffId, staffId)));
}

/** Only one's own, so that two people never wait for each other here. */
export async function forgetReadings(tx: Tx, staffId: string, lapsed: Date) {
  await tx.delete(readings).where(and(eq(readings.staffId, staffId), lte(readings.seenAt, lapsed)));
}

/** Who reads what, longest reading first. A surgeon hears of their own requests. */
export function listReadings(tx: Tx, viewer: { id: string; isSurgeon: boolean }, lapsed: Date) {
  return tx
    .select({
      number: requests.number,
      readerId: staff.id,
      readerName: staff.name,
      since: readings.since,
      seenAt: readings.seenAt,
    })
    .from(readings)
    .innerJoin(requests, eq(requests.id, readings.requestId))
    .innerJoin(staff, eq(staff.id, readings.staffId))
    .where(and(gt(readings.seenAt, lapsed), viewer.isSurgeon ? eq(requests.surgeonId, viewer.id) : undefined))
    .orderBy(asc(readings.since), asc(readings.staffId))
    .limit(500);
}
