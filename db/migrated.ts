import { pool } from './client';
import journal from './migrations/meta/_journal.json';

const NEWEST = Math.max(...journal.entries.map(({ when }) => when));

/** The schema is the one this code was written for, neither older nor newer. */
export async function isMigrated(): Promise<boolean> {
  const { rows } = await pool().query<{ at: string | null }>(
    'select max(created_at) as at from drizzle.__drizzle_migrations',
  );
  return Number(rows[0]?.at) === NEWEST;
}
