import { inArray, lt } from 'drizzle-orm';
import type { Tx } from './client';
import { signInFailures } from './schema/staff';

/** The count so far, held until the transaction ends: a hundred tries at once are counted one by one. */
export async function lockFailures(tx: Tx, key: string, now: Date) {
  const [row] = await tx
    .insert(signInFailures)
    .values({ key, failures: 0, lastAt: now })
    .onConflictDoUpdate({ target: signInFailures.key, set: { key } })
    .returning({ failures: signInFailures.failures, lastAt: signInFailures.lastAt });
  if (!row) throw new Error('an upsert returned no row');
  return row;
}

export async function storeFailures(tx: Tx, key: string, failures: number, now: Date) {
  await tx
    .insert(signInFailures)
    .values({ key, failures, lastAt: now })
    .onConflictDoUpdate({
      target: signInFailures.key,
      set: { failures, lastAt: now },
    });
}

export async function clearFailures(tx: Tx, keys: readonly string[]) {
  await tx
    .update(signInFailures)
    .set({ failures: 0 })
    .where(inArray(signInFailures.key, [...keys]));
}

const DAY = 86_400_000;

export async function forgetFailures(tx: Tx, now: Date) {
  await tx.delete(signInFailures).where(lt(signInFailures.lastAt, new Date(now.getTime() - DAY)));
}
