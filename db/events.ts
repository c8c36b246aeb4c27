import { desc, eq } from 'drizzle-orm';
import type { EventFacts, EventKind } from '@/lib/domain/events';
import type { Actor } from '@/lib/domain/permissions';
import type { ReviewRequest } from '@/lib/domain/request';
import type { Stage } from '@/lib/domain/stages';
import type { Tx } from './client';
import { events } from './schema/history';

export type Happened = {
  readonly kind: EventKind;
  readonly from?: Stage;
  readonly to?: Stage;
  readonly reason?: string;
  readonly facts?: EventFacts;
};

/** `request` as it stands after the event. */
export async function addEvent(
  tx: Tx,
  request: Pick<ReviewRequest, 'id' | 'version'>,
  by: Actor,
  at: Date,
  happened: Happened,
) {
  await tx.insert(events).values({
    requestId: request.id,
    version: request.version,
    at,
    kind: happened.kind,
    fromStage: happened.from,
    toStage: happened.to,
    reason: happened.reason,
    facts: happened.facts ?? {},
    actorId: by.role === 'intake' ? null : by.id,
    actorName: by.name,
  });
}

/** Latest first. */
export function listEvents(tx: Tx, requestId: string) {
  return tx
    .select({
      seq: events.seq,
      kind: events.kind,
      from: events.fromStage,
      to: events.toStage,
      reason: events.reason,
      facts: events.facts,
      at: events.at,
      byId: events.actorId,
      byName: events.actorName,
    })
    .from(events)
    .where(eq(events.requestId, requestId))
    .orderBy(desc(events.seq))
    .limit(500);
}
