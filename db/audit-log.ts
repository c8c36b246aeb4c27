import { and, arrayContains, desc, eq, gte, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Tx } from './client';
import { audit } from './schema/door';
import { requests } from './schema/request';

export type AuditFilter = {
  readonly actorId?: string;
  readonly action?: string;
  readonly outcome?: string;
  readonly subjectId?: string;
  readonly from?: Date;
  readonly before?: Date;
  readonly beforeSeq?: number;
  readonly limit: number;
};

/** Latest first. A list counts for each request it showed. */
export function listAudit(tx: Tx, filter: AuditFilter) {
  return tx
    .select({
      seq: audit.seq,
      at: audit.at,
      actorId: audit.actorId,
      actorName: audit.actorName,
      actorRole: audit.actorRole,
      action: audit.action,
      outcome: audit.outcome,
      subjectId: audit.subjectId,
      facts: audit.facts,
      shownCount: sql<number>`coalesce(cardinality(${audit.shownIds}), 0)`,
      number: requests.number,
    })
    .from(audit)
    .leftJoin(requests, eq(requests.id, audit.subjectId))
    .where(and(...conditions(filter)))
    .orderBy(desc(audit.seq))
    .limit(filter.limit);
}

function conditions(filter: AuditFilter): (SQL | undefined)[] {
  const { actorId, action, outcome, subjectId, from, before, beforeSeq } = filter;
  return [
    actorId ? eq(audit.actorId, actorId) : undefined,
    action ? eq(audit.action, action) : undefined,
    outcome === 'refused' ? sql`${audit.outcome} <> 'done'` : outcome ? eq(audit.outcome, outcome) : undefined,
    subjectId ? or(eq(audit.subjectId, subjectId), arrayContains(audit.shownIds, [subjectId])) : undefined,
    from ? and(gte(audit.at, from), sql`${audit.seq} > ${nearest(from, 'at >=', 'at')} - ${DISORDER}`) : undefined,
    before
      ? and(lt(audit.at, before), sql`${audit.seq} < ${nearest(before, 'at <', 'at desc')} + ${DISORDER}`)
      : undefined,
    beforeSeq ? lt(audit.seq, beforeSeq) : undefined,
  ];
}

/** Lines are numbered as they are written and timed as they begin: never further apart than this. */
const DISORDER = 10_000;

/** The number of the line nearest to a moment, so that the walk by number begins and ends there. */
const nearest = (at: Date, side: 'at >=' | 'at <', order: 'at' | 'at desc') =>
  sql`(select seq from audit where ${sql.raw(side)} ${at.toISOString()}::timestamptz order by ${sql.raw(order)} limit 1)`;

/** Exports begun by this person since then. */
export async function countExports(tx: Tx, actorId: string, since: Date): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(audit)
    .where(
      and(
        eq(audit.actorId, actorId),
        eq(audit.action, 'request.export'),
        eq(audit.outcome, 'done'),
        gte(audit.at, since),
        sql`${audit.facts}->>'isFirst' = 'true'`,
      ),
    );
  return row?.count ?? 0;
}
