import 'server-only';
import { transact } from '@/db/client';
import { migrate } from '@/db/migrate';
import { holdsDemo } from '@/db/staff';
import type { Actor } from '@/lib/domain/permissions';
import { env } from '@/lib/env';
import { printSetUpLink } from './set-up';

const MINUTE = 60_000;
const DEMO_WITHIN =
  'this database holds the demo clinic, whose passwords everybody knows. Give it an empty one, or start it with "npm run demo".';
/** The house itself, for what it does on a timer. */
const HOUSE: Actor = { id: null, role: 'system', name: 'Foramen', sessionId: null };

/** A server that cannot do its work must not look ready: it says why and ends. */
export async function wakeUp(chores: readonly ((actor: Actor) => Promise<unknown>)[]): Promise<void> {
  try {
    await migrate(env().databaseUrl);
    if (!env().isDemo && (await transact(holdsDemo))) throw new Error(DEMO_WITHIN);
    await printSetUpLink(new Date());
  } catch (error) {
    console.error(`\nForamen cannot start: ${error instanceof Error ? error.message : 'unknown reason'}\n`);
    process.exit(1);
  }
  setInterval(() => chores.forEach(attempt), MINUTE).unref();
}

/** A chore that fails is tried again in a minute; the desk goes on. */
function attempt(chore: (actor: Actor) => Promise<unknown>): void {
  chore(HOUSE).catch((error: unknown) =>
    console.error(`a chore failed: ${error instanceof Error ? error.name : 'unknown'}`),
  );
}
