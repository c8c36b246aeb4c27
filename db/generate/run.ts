import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hash } from '@node-rs/argon2';
import pg from 'pg';
import { env } from '@/lib/env';
import { migrate } from '../migrate';
import { DEMO_PASSWORD } from '../seed/staff';
import { NO_FLAGS, WORDS } from './words';

const FOLDER = 'db/generate';
const LOADED = [
  'person',
  'request',
  'event',
  'decision',
  'contact_attempt',
  'assignment',
  'note',
  'follow_up',
  'audit',
  'milestone',
  'wait',
  'pipeline_week',
];

/** A clinic of as many synthetic requests as its argument says (else a million), set by set, into an empty database: for measuring, never for work. */
async function generate() {
  const { databaseUrl, isDemo } = env();
  if (!isDemo) throw new Error('A generated clinic is made only where FORAMEN_DEMO=1: it brings known passwords.');
  const requests = Number(process.argv[2] ?? 1_000_000);
  await migrate(databaseUrl);
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'foramen generate' });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from staff limit 1');
    if (rowCount) throw new Error('This database is not empty.');
    await prepare(client, requests);
    const indexes = await takeIndexes(client);
    for (const file of readdirSync(FOLDER)
      .filter((name) => name.endsWith('.sql'))
      .sort()) {
      await load(client, file);
      if (file.startsWith('1-')) await say(client);
    }
    await client.query('drop schema generate cascade');
    await timed('indexes', () => putIndexes(client, indexes));
    await timed('vacuum', () => client.query('vacuum analyze'));
  } finally {
    await client.end();
  }
}

/** Rows come with what triggers and foreign keys would make sure of; the checks of each column stay. */
async function prepare(client: pg.Client, requests: number) {
  const passwordHash = await hash(DEMO_PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  await client.query(
    `set session_replication_role = replica; set synchronous_commit = off; set jit = off; set work_mem = '256MB'; set maintenance_work_mem = '512MB'`,
  );
  for (const [name, value] of [
    ['requests', String(requests)],
    ['password_hash', passwordHash],
    ['time_zone', env().clinicTimeZone],
  ] as const)
    await client.query('select set_config($1, $2, false)', [`generate.${name}`, value]);
}

/** A million rows are indexed faster at once than one by one. Keys that a constraint needs stay. */
async function takeIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; made: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made from pg_index
     where indrelid = any($1::regclass[]) and not exists (select 1 from pg_constraint where conindid = indexrelid)`,
    [LOADED],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map(({ made }) => made);
}

async function putIndexes(client: pg.Client, indexes: readonly string[]) {
  for (const made of indexes) await client.query(made);
}

/** One row of lists, joined to whatever is written: a list in a subquery would be unpacked again for each row. */
async function say(client: pg.Client) {
  const columns = Object.keys(WORDS).map((kind) => `${kind} text[]`);
  await client.query(`create table generate.list (${columns.join(', ')}, no_flags jsonb)`);
  const unpacked = Object.keys(WORDS).map((kind) => `${kind} || array[]::text[] as ${kind}`);
  await client.query(`create view generate.unpacked as select ${unpacked.join(', ')}, no_flags from generate.list`);
  const places = [...Object.keys(WORDS), 'no_flags'].map((_, at) => `$${at + 1}`);
  await client.query(`insert into generate.list values (${places.join(', ')})`, [
    ...Object.values(WORDS),
    JSON.stringify(NO_FLAGS),
  ]);
}

async function load(client: pg.Client, file: string) {
  await timed(file, () => client.query(readFileSync(join(FOLDER, file), 'utf8')));
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const began = Date.now();
  const done = await work();
  console.log(`generated clinic: ${what}, ${((Date.now() - began) / 1000).toFixed(1)} s`);
  return done;
}

try {
  await generate();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
