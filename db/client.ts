import { drizzle, type NodePgQueryResultHKT } from 'drizzle-orm/node-postgres';
import type { PgDatabase } from 'drizzle-orm/pg-core';
import pg from 'pg';
import { env } from '@/lib/env';

export type Tx = PgDatabase<NodePgQueryResultHKT, Record<string, never>>;

/** Next loads modules once a bundle: the pool is kept where all of them find it. */
const kept = globalThis as typeof globalThis & { foramenPool?: pg.Pool };

export function pool(): pg.Pool {
  kept.foramenPool ??= open();
  return kept.foramenPool;
}

/** Each learns the names of the columns once: a new one for every question would learn them all anew. */
const speakers = new WeakMap<pg.Pool | pg.PoolClient, Tx>();
function through(client: pg.Pool | pg.PoolClient): Tx {
  const known = speakers.get(client) ?? drizzle({ client, casing: 'snake_case' });
  speakers.set(client, known);
  return known;
}

/** For one statement, which is a transaction by itself. */
export const database = (): Tx => through(pool());

/** All or nothing. No other I/O inside: a transaction holds one of few connections. What is asked together travels together. */
export async function transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool().connect();
  let lost: Error | undefined;
  // The pool listens for a lost connection only while it rests: with nobody listening, losing it would end the process.
  const onLost = (why: Error) => {
    lost = why;
  };
  client.on('error', onLost);
  try {
    // It travels with the first statement; a connection that loses it loses that too.
    const begun = client.query('begin');
    begun.catch(() => undefined);
    const result = await work(through(client));
    await begun;
    // A failure that somebody swallowed has ended the transaction: PostgreSQL says so without an error.
    const { command } = await client.query('commit');
    if (command !== 'COMMIT') throw new Error('the transaction was rolled back');
    return result;
  } catch (error) {
    await client.query('rollback').catch(onLost);
    throw error;
  } finally {
    client.off('error', onLost);
    client.release(lost);
  }
}

function open(): pg.Pool {
  const opened = new pg.Pool({
    connectionString: env().databaseUrl,
    max: env().databasePool,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 20_000,
    idle_in_transaction_session_timeout: 20_000,
    application_name: 'foramen',
    pipeline: true,
    // Every question has its index: reading a whole table would be a misjudgement, compiling a short query a waste.
    options: '-c enable_seqscan=off -c jit=off',
  });
  // Without a listener a lost connection would end the process.
  opened.on('error', (error) => console.error('database connection lost:', error.message));
  return opened;
}
