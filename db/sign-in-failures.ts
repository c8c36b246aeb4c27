import { eq, sql } from 'drizzle-orm';
import type { Tx } from './client';
import { signInFailures } from './schema/staff';

export async function failuresOf(tx: Tx, key: string) {
  const [row] = await tx.select().from(signInFailures).where(eq(signInFailures.key, key));
  return row;
}

/** Counting starts again when the last failure is older than `since`. */
export async function addFailure(tx: Tx, key: string, since: Date, at: Date) {
  await tx
    .insert(signInFailures)
    .values({ key, failures: 1, lastAt: at })
    .onConflictDoUpdate({
      target: signInFailures.key,
      set: { failures: sql`case when ${signInFailures.lastAt} < ${since} then 1 else ${signInFailures.failures} + 1 end`, lastAt: at },
    });
}

export async function forgetFailures(tx: Tx, key: string) {
  await tx.delete(signInFailures).where(eq(signInFailures.key, key));
}
