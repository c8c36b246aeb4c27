import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from './client';
import { documents } from './schema/document';
import { staff } from './schema/staff';
import { isOfWhole, numberOfOther } from './whole';

type NewDocument = typeof documents.$inferInsert;

export async function addDocument(tx: Tx, document: NewDocument): Promise<string> {
  const [row] = await tx.insert(documents).values(document).returning({ id: documents.id });
  if (!row) throw new Error('an insert returned no row');
  return row.id;
}

/** The id under which these very bytes stand beside this request. */
export async function sameDocument(tx: Tx, requestId: string, sha256: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(and(eq(documents.requestId, requestId), eq(documents.sha256, sha256), isNull(documents.removedAt)));
  return row?.id;
}

/** How many stand beside this request, and how many its person ever sent. */
export async function countDocuments(tx: Tx, requestId: string) {
  const [row] = await tx
    .select({
      standing: sql<number>`count(*) filter (where ${documents.removedAt} is null)::int`,
      byPerson: sql<number>`count(*) filter (where ${documents.channel} = 'status_page')::int`,
    })
    .from(documents)
    .where(eq(documents.requestId, requestId));
  return row ?? { standing: 0, byPerson: 0 };
}

/** What stands beside a request and all that were merged into it, latest first. */
export function listDocuments(tx: Tx, requestId: string) {
  return tx
    .select({
      id: documents.id,
      kind: documents.kind,
      contentType: documents.contentType,
      sizeBytes: documents.sizeBytes,
      title: documents.title,
      text: documents.text,
      pages: documents.pages,
      channel: documents.channel,
      addedBy: staff.name,
      addedAt: documents.addedAt,
      of: numberOfOther(documents.requestId, requestId),
    })
    .from(documents)
    .leftJoin(staff, eq(staff.id, documents.addedBy))
    .where(and(isOfWhole(documents.requestId, requestId), isNull(documents.removedAt)))
    .orderBy(desc(documents.addedAt), desc(documents.id));
}

/** One of these, with where its bytes lie. */
export async function findDocument(tx: Tx, requestId: string, id: string) {
  const [row] = await tx
    .select({
      id: documents.id,
      kind: documents.kind,
      contentType: documents.contentType,
      name: documents.name,
      sha256: documents.sha256,
    })
    .from(documents)
    .where(and(eq(documents.id, id), isOfWhole(documents.requestId, requestId), isNull(documents.removedAt)));
  return row;
}

/** Taken from sight and never deleted. */
export async function removeDocument(tx: Tx, id: string, by: string, reason: string, at: Date) {
  await tx
    .update(documents)
    .set({ removedAt: at, removedBy: by, removedFor: reason })
    .where(and(eq(documents.id, id), isNull(documents.removedAt)));
}

/** Of these names the ones that a row knows, removed ones too. */
export async function namesKnown(tx: Tx, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return [];
  const rows = await tx
    .select({ name: documents.name })
    .from(documents)
    .where(inArray(documents.name, [...names]));
  return rows.map(({ name }) => name);
}
