import { eq, inArray, sql } from 'drizzle-orm';
import { type Batch, lowestOf, type Mark, markOf, markSaid, type Rung, upTo } from '@/lib/domain/bell';
import type { Owned } from '@/lib/domain/permissions';
import type { Stage } from '@/lib/domain/stages';
import { database, type Tx } from './client';
import { requests } from './schema/request';
import { sessions, staff } from './schema/staff';

/** How many of the latest events are looked through for those of the last moments. */
const LATEST = 200;

/** Now, and now without the events of the moments since `since`. */
export async function marksNow(tx: Tx, since: Date): Promise<{ now: Mark; before: Mark }> {
  const { rows } = await tx.execute<{ now: string; first: string | null }>(sql`
    select pg_current_snapshot()::text as now,
      (select min(latest.xid)::text from (select xid, at from event order by seq desc limit ${LATEST}) latest
       where latest.at >= ${since.toISOString()}::timestamptz) as first`);
  const now = read(rows[0]?.now);
  const first = rows[0]?.first;
  return { now, before: first ? upTo(now, BigInt(first) - 1n) : now };
}

/** What was committed and not yet heard at `mark`: whole transactions, about `most` events. One statement, so that the new mark and the rows are of the same moment. */
export async function eventsAfter(mark: Mark, most: number): Promise<Batch> {
  const { rows } = await database().execute<{
    now: string;
    xid: string | null;
    seq: string;
    requestId: string;
    surgeonId: string | null;
    stage: Stage;
  }>(sql`
    select moment.now, fresh.xid::text as xid, fresh.seq, r.id as "requestId", r.surgeon_id as "surgeonId", r.stage
    from (select pg_current_snapshot()::text as now) moment
    left join (
      select e.xid, e.seq, e.request_id from event e
      where e.xid >= ${String(lowestOf(mark))}::xid8 and e.xid < pg_snapshot_xmax(pg_current_snapshot())
        and not pg_visible_in_snapshot(e.xid, ${markSaid(mark)}::pg_snapshot)
      order by e.xid fetch first ${most} rows with ties
    ) fresh on true
    left join request r on r.id = fresh.request_id
    order by fresh.xid, fresh.seq`);
  const now = read(rows[0]?.now);
  const found = rows.flatMap(({ xid, seq, requestId, surgeonId, stage }): Rung[] =>
    xid === null ? [] : [{ xid: BigInt(xid), seq: Number(seq), requestId, surgeonId, stage }],
  );
  const last = found.at(-1);
  const isMore = found.length >= most && last !== undefined;
  return { rows: found, mark: isMore ? upTo(now, last.xid) : now, isMore };
}

/** What says who may know of these requests. */
export function ownersOf(ids: readonly string[]): Promise<(Owned & { readonly id: string })[]> {
  return database()
    .select({ id: requests.id, surgeonId: requests.surgeonId, stage: requests.stage })
    .from(requests)
    .where(inArray(requests.id, [...ids]));
}

/** The sessions behind the listeners, as they are now. */
export function sessionsNow(ids: readonly string[]) {
  return database()
    .select({
      id: sessions.id,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      revokedAt: sessions.revokedAt,
      role: staff.role,
      isActive: staff.isActive,
    })
    .from(sessions)
    .innerJoin(staff, eq(staff.id, sessions.staffId))
    .where(inArray(sessions.id, [...ids]));
}

function read(text: string | undefined): Mark {
  const mark = markOf(text ?? '');
  if (!mark) throw new Error('the database wrote a snapshot in a way of its own');
  return mark;
}
