import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';

const FOLDER = 'db/migrations';
/** Any number, the same in every instance. */
const LOCK = 7_263_625;

/** Brings the schema up to this version. One instance at a time; a schema newer than this code is refused. */
export async function migrate(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'foramen migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await refuseNewer(client);
    await applyMigrations(drizzle({ client }), { migrationsFolder: join(process.cwd(), FOLDER) });
  } finally {
    await client.end();
  }
}

async function refuseNewer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ known: boolean }>(
    `select to_regclass('drizzle.__drizzle_migrations') is not null as known`,
  );
  if (!rows[0]?.known) return;
  const journal = JSON.parse(readFileSync(join(process.cwd(), FOLDER, 'meta/_journal.json'), 'utf8')) as {
    entries: { when: number }[];
  };
  const newest = Math.max(...journal.entries.map((entry) => entry.when));
  const applied = await client.query<{ at: string | null }>(
    'select max(created_at) as at from drizzle.__drizzle_migrations',
  );
  if (Number(applied.rows[0]?.at ?? 0) > newest)
    throw new Error(
      'This database was made by a newer Foramen. Start that version, or restore a backup from before the update.',
    );
}
