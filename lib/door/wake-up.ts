import 'server-only';
import { transact } from '@/db/client';
import { migrate } from '@/db/migrate';
import { holdsDemo } from '@/db/staff';
import type { Actor } from '@/lib/domain/permissions';
import { env } from '@/lib/env';
import { printSetUpLink } from './set-up';

const MINUTE = 60_000;
const SOON = 5_000;
const DEMO_WITHIN =
  'this database holds the demo clinic, whose passwords everybody knows. Give it an empty one, or start it with "npm run demo".';
/** The house itself, for what it does on a timer. */
export const HOUSE: Actor = { id: null, role: 'system', name: 'Foramen', sessionId: null };

type Chore = (actor: Actor) => Promise<unknown>;

/** A server that cannot do its work must not look ready: it says why and ends. Errands are run every few seconds, each again only once it has come back. */
export async function wakeUp(chores: readonly Chore[], errands: readonly Chore[] = []): Promise<void> {
  try {
    await migrate(env().databaseUrl);
    if (!env().isDemo && (await transact(holdsDemo))) throw new Error(DEMO_WITHIN);
    await printSetUpLink(new Date());
  } catch (error) {
    console.error(`\nForamen cannot start: ${error instanceof Error ? error.message : 'unknown reason'}\n`);
    process.exit(1);
  }
  setInterval(() => chores.forEach((chore) => void attempt(chore)), MINUTE).unref();
  for (const errand of errands) again(errand);
}

function again(errand: Chore): void {
  setTimeout(() => void attempt(errand).then(() => again(errand)), SOON).unref();
}

/** A chore that fails is tried again the next time; the desk goes on. */
function attempt(chore: Chore): Promise<unknown> {
  return chore(HOUSE).catch((error: unknown) => {
    const { name = 'unknown', code = 'without a code' } = (error ?? {}) as { name?: string; code?: string };
    console.error(`a chore failed: ${name}, ${code}`);
  });
}
