import { and, desc, eq, notInArray, or } from 'drizzle-orm';
import type { EventFacts, EventKind } from '@/lib/domain/events';
import type { Actor } from '@/lib/domain/permissions';
import type { ReviewRequest } from '@/lib/domain/request';
import type { Stage } from '@/lib/domain/stages';
import type { Tx } from './client';
import { insertMany } from './insert-many';
import { events } from './schema/history';
import { isOfWhole, numberOfOther } from './whole';

export type Happened = {
  readonly kind: EventKind;
  readonly from?: Stage;
  readonly to?: Stage;
  readonly reason?: string;
  readonly facts?: EventFacts;
};

type Happening = Pick<ReviewRequest, 'id' | 'version'>;

/** `request` as it stands after the event. */
export async function addEvent(tx: Tx, request: Happening, by: Actor, at: Date, happened: Happened) {
  await addEvents(tx, [{ request, happened }], by, at);
}

/** The same of many, in the order given. */
export async function addEvents(
  tx: Tx,
  many: readonly { readonly request: Happening; readonly happened: Happened }[],
  by: Pick<Actor, 'id' | 'name' | 'role'>,
  at: Date,
) {
  if (many.length === 0) return;
  await insertMany(
    tx,
    events,
    many.map(({ request, happened }) => ({
      requestId: request.id,
      version: request.version,
      at,
      kind: happened.kind,
      fromStage: happened.from ?? null,
      toStage: happened.to ?? null,
      reason: happened.reason ?? null,
      facts: happened.facts ?? {},
      actorId: by.role === 'intake' ? null : by.id,
      actorName: by.name,
    })),
  );
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
      of: numberOfOther(events.requestId, requestId),
    })
    .from(events)
    .where(
      and(
        isOfWhole(events.requestId, requestId),
        or(eq(events.requestId, requestId), notInArray(events.kind, ['received', 'merged', 'repeated'])),
      ),
    )
    .orderBy(desc(events.seq))
    .limit(500);
}
