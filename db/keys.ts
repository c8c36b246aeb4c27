import { and, desc, eq, isNull, lt, or } from 'drizzle-orm';
import type { Tx } from './client';
import { intakeKeys } from './schema/staff';

/** The key behind a hash, unless revoked; notes its use once a minute. */
export async function findKey(tx: Tx, keyHash: string, now: Date) {
  const [row] = await tx
    .select({ id: intakeKeys.id, name: intakeKeys.name })
    .from(intakeKeys)
    .where(and(eq(intakeKeys.keyHash, keyHash), isNull(intakeKeys.revokedAt)));
  if (!row) return undefined;
  const isStale = or(isNull(intakeKeys.lastUsedAt), lt(intakeKeys.lastUsedAt, new Date(now.getTime() - 60_000)));
  await tx
    .update(intakeKeys)
    .set({ lastUsedAt: now })
    .where(and(eq(intakeKeys.id, row.id), isStale));
  return row;
}

type NewKey = { name: string; keyHash: string; hint: string; createdBy: string; createdAt: Date };
export async function addKey(tx: Tx, key: NewKey): Promise<string> {
  const [row] = await tx.insert(intakeKeys).values(key).returning({ id: intakeKeys.id });
  if (!row) throw new Error('an insert returned no row');
  return row.id;
}

export async function revokeKeyRow(tx: Tx, id: string, at: Date): Promise<boolean> {
  const revoked = await tx
    .update(intakeKeys)
    .set({ revokedAt: at })
    .where(and(eq(intakeKeys.id, id), isNull(intakeKeys.revokedAt)))
    .returning({ id: intakeKeys.id });
  return revoked.length > 0;
}

export function listKeys(tx: Tx) {
  return tx
    .select({
      id: intakeKeys.id,
      name: intakeKeys.name,
      hint: intakeKeys.hint,
      createdAt: intakeKeys.createdAt,
      lastUsedAt: intakeKeys.lastUsedAt,
      revokedAt: intakeKeys.revokedAt,
    })
    .from(intakeKeys)
    .orderBy(desc(intakeKeys.createdAt));
}
