import { and, asc, eq, isNull, or, sql } from 'drizzle-orm';
import type { ViewQuestion } from '@/lib/domain/views';
import type { Tx } from './client';
import { staff } from './schema/staff';
import { savedViews } from './schema/view';

const MOST_LISTED = 300;

const asView = {
  id: savedViews.id,
  name: savedViews.name,
  question: savedViews.question,
  isShared: savedViews.isShared,
  authorId: savedViews.ownerId,
  owner: staff.name,
  /** The team's, and whoever made it is gone. */
  isLeftBehind: sql<boolean>`${savedViews.isShared} and not ${staff.isActive}`,
  deletedAt: savedViews.deletedAt,
};

const views = (tx: Tx) => tx.select(asView).from(savedViews).innerJoin(staff, eq(staff.id, savedViews.ownerId));
const seenBy = (staffId: string) =>
  and(isNull(savedViews.deletedAt), or(eq(savedViews.ownerId, staffId), eq(savedViews.isShared, true)));

/** One's own and the team's, oldest first. */
export function listSavedViews(tx: Tx, staffId: string) {
  return views(tx).where(seenBy(staffId)).orderBy(asc(savedViews.createdAt), asc(savedViews.id)).limit(MOST_LISTED);
}

/** Undefined where it is somebody's own, or deleted. */
export async function findViewFor(tx: Tx, id: string, staffId: string) {
  const [row] = await views(tx).where(and(eq(savedViews.id, id), seenBy(staffId)));
  return row;
}

/** For whoever changes it: held until the change is stored; deleted ones too. */
export async function holdView(tx: Tx, id: string) {
  const [row] = await views(tx).where(eq(savedViews.id, id)).for('no key update', { of: savedViews });
  return row;
}

export async function countOwnViews(tx: Tx, ownerId: string): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(savedViews)
    .where(and(eq(savedViews.ownerId, ownerId), isNull(savedViews.deletedAt)));
  return row?.count ?? 0;
}

type NewView = { ownerId: string; name: string; question: ViewQuestion; isShared: boolean; createdAt: Date };
export async function addView(tx: Tx, view: NewView): Promise<string> {
  const [row] = await tx.insert(savedViews).values(view).returning({ id: savedViews.id });
  if (!row) throw new Error('an insert returned no row');
  return row.id;
}

type ViewChange = { name?: string; question?: ViewQuestion; isShared?: boolean; deletedAt?: Date | null };
export async function storeView(tx: Tx, id: string, change: ViewChange) {
  await tx.update(savedViews).set(change).where(eq(savedViews.id, id));
}
