import { and, desc, eq, sql } from 'drizzle-orm';
import type { DecisionDraft, IMAGES_REVIEWED_ON } from '@/lib/domain/candidacy';
import type { Owned } from '@/lib/domain/permissions';
import type { Tx } from './client';
import { decisions } from './schema/history';
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

/** The surgeon of the decision that holds. */
export async function latestDecision(
  tx: Tx,
  requestId: string,
): Promise<(Required<Pick<Owned, 'authorId'>> & { version: number }) | undefined> {
  const [row] = await tx
    .select({ authorId: decisions.surgeonId, version: decisions.version })
    .from(decisions)
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
    })
    .from(decisions)
    .innerJoin(staff, eq(staff.id, decisions.surgeonId))
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
