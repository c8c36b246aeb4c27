import { and, asc, eq, sql } from 'drizzle-orm';
import type { Tx } from './client';
import { importPieces } from './schema/imports';

/** Sent again after a lost answer it is the same piece. */
export async function keepPiece(tx: Tx, batchId: string, nth: number, bytes: Buffer) {
  await tx
    .insert(importPieces)
    .values({ batchId, nth, bytes })
    .onConflictDoUpdate({ target: [importPieces.batchId, importPieces.nth], set: { bytes } });
}

/** How many pieces there are, how long they are together, and their SHA-256; null where one is missing. */
export async function measurePieces(tx: Tx, batchId: string) {
  const { rows } = await tx.execute<{ pieces: number; bytes: number; last: number; sha256: string | null }>(sql`
    select count(*)::int as pieces, coalesce(sum(length(bytes)), 0)::int as bytes, coalesce(max(nth), -1)::int as last,
      encode(sha256(coalesce(string_agg(bytes, ''::bytea order by nth), ''::bytea)), 'hex') as sha256
    from import_piece where batch_id = ${batchId}`);
  const found = rows[0];
  return found && found.last + 1 === found.pieces ? found : null;
}

/** One at a time: a file is longer than memory should hold. */
export async function* piecesOf(tx: Tx, batchId: string): AsyncGenerator<Buffer> {
  for (let nth = 0; ; nth += 1) {
    const [piece] = await tx
      .select({ bytes: importPieces.bytes })
      .from(importPieces)
      .where(and(eq(importPieces.batchId, batchId), eq(importPieces.nth, nth)))
      .orderBy(asc(importPieces.nth));
    if (!piece) return;
    yield piece.bytes;
  }
}

export async function dropPieces(tx: Tx, batchId: string) {
  await tx.delete(importPieces).where(eq(importPieces.batchId, batchId));
}
