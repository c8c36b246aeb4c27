import { and, desc, eq, sql } from 'drizzle-orm';
import type { DecisionDraft, IMAGES_REVIEWED_ON } from '@/lib/domain/candidacy';
import type { Tx } from './client';
import { decisions } from './schema/history';
import { requests } from './schema/request';
import { staff } from './schema/staff';

export type NewDecision = DecisionDraft & {
  readonly requestId: string;
  readonly surgeonId: string;
  readonly imagesReviewedOn: (typeof IMAGES_REVIEWED_ON)[number];
  readonly amendReason?: string;
  readonly at: Date;
};

/** Append-only: an amended decision is the next version. */
export async function addDecision(tx: Tx, decision: NewDecision): Promise<number> {
  const [row] = await tx
    .insert(decisions)
    .values({
      ...decision,
      procedures: [...decision.procedures],
      reasons: [...decision.reasons],
      needs: [...decision.needs],
      conditions: [...decision.conditions],
      version: sql`(select coalesce(max(${decisions.version}), 0) + 1 from ${decisions} where ${decisions.requestId} = ${decision.requestId})`,
    })
    .returning({ version: decisions.version });
  return row?.version ?? 1;
}

/** Whoever decided may amend; where they have left, the surgeon who holds the request now. */
const mayAmendId = sql<
  string | null
>`case when ${staff.isActive} and ${staff.role} = 'surgeon' then ${staff.id} else ${requests.surgeonId} end`;

/** The decision that holds. */
export async function latestDecision(
  tx: Tx,
  requestId: string,
): Promise<{ mayAmendId: string | null; version: number } | undefined> {
  const [row] = await tx
    .select({ mayAmendId, version: decisions.version })
    .from(decisions)
    .innerJoin(staff, eq(staff.id, decisions.surgeonId))
    .innerJoin(requests, eq(requests.id, decisions.requestId))
    .where(eq(decisions.requestId, requestId))
    .orderBy(desc(decisions.version))
    .limit(1);
  return row;
}

export function listDecisions(tx: Tx, requestId: string) {
  return tx
    .select({
      id: decisions.id,
      version: decisions.version,
      verdict: decisions.verdict,
      procedures: decisions.procedures,
      reasons: decisions.reasons,
      needs: decisions.needs,
      conditions: decisions.conditions,
      message: decisions.message,
      imagesReviewedOn: decisions.imagesReviewedOn,
      amendReason: decisions.amendReason,
      at: decisions.at,
      surgeonId: decisions.surgeonId,
      surgeonName: staff.name,
      mayAmendId,
    })
    .from(decisions)
    .innerJoin(staff, eq(staff.id, decisions.surgeonId))
    .innerJoin(requests, eq(requests.id, decisions.requestId))
    .where(eq(decisions.requestId, requestId))
    .orderBy(desc(decisions.version));
}

export async function countDecidedSince(tx: Tx, surgeonId: string, since: Date): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(decisions)
    .where(and(eq(decisions.surgeonId, surgeonId), sql`${decisions.at} >= ${since}`));
  return row?.count ?? 0;
}
