import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { env } from '@/lib/env';

type Db = NodePgDatabase<Record<string, never>>;
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];

/** Next loads modules once a bundle: the pool is kept where all of them find it. */
const kept = globalThis as typeof globalThis & { foramenPool?: pg.Pool };

export function pool(): pg.Pool {
  kept.foramenPool ??= open();
  return kept.foramenPool;
}

export function database(): Db {
  return drizzle({ client: pool(), casing: 'snake_case' });
}

/** All or nothing. No other I/O inside: a transaction holds one of few connections. */
export function transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return database().transaction(work);
}

function open(): pg.Pool {
  const opened = new pg.Pool({
    connectionString: env().databaseUrl,
    max: env().databasePool,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 20_000,
    idle_in_transaction_session_timeout: 20_000,
    application_name: 'foramen',
    // Every question has its index: reading a whole table would be a misjudgement, compiling a short query a waste.
    options: '-c enable_seqscan=off -c jit=off',
  });
  // Without a listener a lost connection would end the process.
  opened.on('error', (error) => console.error('database connection lost:', error.message));
  return opened;
}
