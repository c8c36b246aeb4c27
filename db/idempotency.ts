import { and, eq, lt } from 'drizzle-orm';
import type { Tx } from './client';
import { idempotencyKeys } from './schema/door';

export type Claimed =
  | { readonly isNew: true }
  | { readonly isNew: false; readonly bodyHash: string; readonly answer: unknown };

/** Takes the key for this transaction. A second caller waits here until the first has committed, then gets its answer. */
export async function claimKey(tx: Tx, owner: string, key: string, bodyHash: string, at: Date): Promise<Claimed> {
  const taken = await tx
    .insert(idempotencyKeys)
    .values({ owner, key, bodyHash, at })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  if (taken.length > 0) return { isNew: true };
  const [row] = await tx
    .select()
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.owner, owner), eq(idempotencyKeys.key, key)));
  if (!row) throw new Error('an idempotency key vanished between two statements');
  return { isNew: false, bodyHash: row.bodyHash, answer: row.answer };
}

/** Returns the answer as it will be given again: byte for byte, jsonb orders its keys. */
export async function keepAnswer(tx: Tx, owner: string, key: string, answer: unknown): Promise<unknown> {
  const [row] = await tx
    .update(idempotencyKeys)
    .set({ answer: answer ?? null })
    .where(and(eq(idempotencyKeys.owner, owner), eq(idempotencyKeys.key, key)))
    .returning({ answer: idempotencyKeys.answer });
  return row?.answer;
}

/** Answers are kept for 48 hours. */
export async function forgetKeys(tx: Tx, now: Date) {
  await tx.delete(idempotencyKeys).where(lt(idempotencyKeys.at, new Date(now.getTime() - 48 * 3_600_000)));
}
