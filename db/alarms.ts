import { and, eq, isNotNull, isNull, lt, or } from 'drizzle-orm';
import { OF_REQUEST } from './alarm-state';
import type { Tx } from './client';
import { type FoundRequest, findRequest } from './requests';
import { alarms } from './schema/alarm';
import { followUps, requests } from './schema/request';

/** False where somebody already has. */
export async function acknowledge(tx: Tx, requestId: string, since: Date, by: string, at: Date): Promise<boolean> {
  const done = await tx
    .insert(alarms)
    .values({ requestId, since, acknowledgedAt: at, acknowledgedBy: by })
    .onConflictDoUpdate({
      target: [alarms.requestId, alarms.since],
      set: { acknowledgedAt: at, acknowledgedBy: by },
      setWhere: isNull(alarms.acknowledgedAt),
    })
    .returning({ id: alarms.requestId });
  return done.length > 0;
}

/** Alarms that nobody has acknowledged in time, held; what another instance or a person has in hand is left to them. */
export async function missedAlarms(tx: Tx, before: { emergency: Date; sameDay: Date }): Promise<FoundRequest[]> {
  const isLate = or(
    and(eq(requests.urgency, 'emergency'), lt(requests.alarmSince, before.emergency)),
    and(eq(requests.urgency, 'same_day'), lt(requests.alarmSince, before.sameDay)),
  );
  const rows = await tx
    .select({ id: requests.id })
    .from(requests)
    .leftJoin(alarms, OF_REQUEST)
    .where(and(isNotNull(requests.alarmSince), isLate, isNull(alarms.acknowledgedAt), isNull(alarms.escalatedAt)))
    .orderBy(requests.alarmSince)
    .limit(50)
    .for('no key update', { of: requests, skipLocked: true });
  const found = [];
  for (const { id } of rows) found.push(await findRequest(tx, { id }));
  return found.filter((one) => one !== undefined);
}

export async function escalate(tx: Tx, requestId: string, since: Date, at: Date) {
  await tx.insert(alarms).values({ requestId, since, escalatedAt: at }).onConflictDoNothing();
}

/** Not reached in time, a same-day flag is treated as an emergency. */
export async function raiseToEmergency(tx: Tx, requestId: string) {
  await tx.update(requests).set({ urgency: 'emergency', urgencyRank: 0 }).where(eq(requests.id, requestId));
}

/** What managers were told to look after is looked after. */
export async function endEscalation(tx: Tx, requestId: string, what: string, by: string | null, at: Date) {
  await tx
    .update(followUps)
    .set({ doneAt: at, doneBy: by })
    .where(and(eq(followUps.requestId, requestId), eq(followUps.what, what), isNull(followUps.doneAt)));
}
