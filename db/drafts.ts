import { and, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import { DRAFT_LIFE, type DraftKind } from '@/lib/domain/drafts';
import type { Tx } from './client';
import { drafts } from './schema/draft';

/** One person's one draft. */
export type DraftPlace = {
  readonly staffId: string;
  readonly requestId: string | null;
  readonly kind: DraftKind;
  readonly about: string;
};
type Stored = { readonly sealed: Buffer; readonly mark: string; readonly savedAt: Date };

const of = (staffId: string, requestId: string | null) =>
  and(eq(drafts.staffId, staffId), requestId === null ? isNull(drafts.requestId) : eq(drafts.requestId, requestId));
const at = ({ staffId, requestId, kind, about }: DraftPlace) =>
  and(of(staffId, requestId), eq(drafts.kind, kind), eq(drafts.about, about));

/** Held until the transaction ends: two windows are heard one after the other. */
export async function holdDraft(tx: Tx, place: DraftPlace) {
  const [row] = await tx
    .select({ mark: drafts.mark, savedAt: drafts.savedAt })
    .from(drafts)
    .where(at(place))
    .for('update');
  return row;
}

/** False where another window stored its first version in the same moment. */
export async function addDraft(tx: Tx, place: DraftPlace, stored: Stored): Promise<boolean> {
  const added = await tx
    .insert(drafts)
    .values({ ...place, ...stored })
    .onConflictDoNothing()
    .returning({ id: drafts.id });
  return added.length > 0;
}

export async function changeDraft(tx: Tx, place: DraftPlace, stored: Stored) {
  await tx.update(drafts).set(stored).where(at(place));
}

export async function removeDraft(tx: Tx, place: DraftPlace) {
  await tx.delete(drafts).where(at(place));
}

export function listDrafts(tx: Tx, staffId: string, requestId: string | null) {
  return tx
    .select({
      kind: drafts.kind,
      about: drafts.about,
      sealed: drafts.sealed,
      mark: drafts.mark,
      savedAt: drafts.savedAt,
    })
    .from(drafts)
    .where(of(staffId, requestId));
}

export async function countDrafts(tx: Tx, staffId: string, requestId: string | null): Promise<number> {
  const [row] = await tx.select({ count: sql<number>`count(*)::int` }).from(drafts).where(of(staffId, requestId));
  return row?.count ?? 0;
}

/** What was sent is no draft any more; a newer one that another window typed stays. */
export async function spendDraft(tx: Tx, staffId: string | null, marks: readonly string[] | undefined) {
  if (!staffId || !marks?.length) return;
  await tx.delete(drafts).where(and(eq(drafts.staffId, staffId), inArray(drafts.mark, [...marks])));
}

export async function forgetDrafts(tx: Tx, now: Date) {
  await tx.delete(drafts).where(lt(drafts.savedAt, new Date(now.getTime() - DRAFT_LIFE)));
}
