import { and, desc, eq, inArray } from 'drizzle-orm';
import { UNDOABLE } from '@/lib/domain/undo';
import type { Tx } from './client';
import type { Change } from './requests';
import { events } from './schema/history';
import { requests } from './schema/request';

/** The move or assignment that made the version that stands, and what it replaced. */
export async function lastChange(tx: Tx, request: { readonly id: string; readonly version: number }) {
  const [row] = await tx
    .select({
      seq: events.seq,
      byId: events.actorId,
      at: events.at,
      kind: events.kind,
      to: events.toStage,
      was: requests.was,
    })
    .from(events)
    .innerJoin(requests, eq(requests.id, events.requestId))
    .where(
      and(eq(events.requestId, request.id), eq(events.version, request.version), inArray(events.kind, [...UNDOABLE])),
    )
    .orderBy(desc(events.seq))
    .limit(1);
  if (!row?.was) return undefined;
  const { stageSince, dueAt, claimedAt, ...was } = row.was;
  const asDate = (at: string | null) => (at === null ? null : new Date(at));
  return {
    ...row,
    was: {
      ...was,
      stageSince: new Date(stageSince),
      dueAt: asDate(dueAt),
      claimedAt: asDate(claimedAt),
    } satisfies Change,
  };
}
