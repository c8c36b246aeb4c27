import 'server-only';
import { transact } from '@/db/client';
import { addLink } from '@/db/links';
import { hasStaff } from '@/db/staff';
import { env } from '@/lib/env';
import { digest, newToken } from './secrets';

const VALID_FOR = 30 * 60_000;
const kept = globalThis as typeof globalThis & { foramenIsSetUp?: boolean };

/** Asked of the database until it is so; it never becomes untrue again. */
export async function isSetUp(): Promise<boolean> {
  if (!kept.foramenIsSetUp) kept.foramenIsSetUp = await transact(hasStaff);
  return kept.foramenIsSetUp;
}

/** Prints the way in for the first admin; a new start prints a new one and ends the older. */
export async function printSetUpLink(now: Date): Promise<void> {
  if (await isSetUp()) return;
  const token = newToken();
  await transact((tx) =>
    addLink(tx, {
      kind: 'set_up',
      staffId: null,
      tokenHash: digest(token),
      createdAt: now,
      expiresAt: new Date(now.getTime() + VALID_FOR),
    }),
  );
  console.log(
    `\nThis clinic has no administrator yet. Within 30 minutes, open this link once to become the first:\n\n  ${env().publicUrl}/set-up?token=${token}\n`,
  );
}
