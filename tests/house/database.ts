import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { pool } from '@/db/client';
import { migrate } from '@/db/migrate';

/** A database of its own for each test file, copied from nothing but the migrations. */
export function useDatabase() {
  const name = `foramen_${randomBytes(6).toString('hex')}`;
  const server = process.env.TEST_DATABASE_URL;

  beforeAll(async () => {
    if (!server)
      throw new Error('TEST_DATABASE_URL must name a PostgreSQL server; "npm test" and "npm run check" start one');
    await onServer(server, `create database ${name}`);
    process.env.DATABASE_URL = Object.assign(new URL(server), { pathname: `/${name}` }).toString();
    process.env.FORAMEN_SECRET = 'only for tests, thirty-two characters long';
    process.env.PUBLIC_URL = 'http://127.0.0.1:3000';
    process.env.CLINIC_TIME_ZONE = 'America/New_York';
    await migrate(process.env.DATABASE_URL);
  });

  afterAll(async () => {
    await pool().end();
    if (server) await onServer(server, `drop database if exists ${name} with (force)`);
  });
}

/** Straight to the tables, past the door: only to look, and to try what the database must refuse. */
export async function sql<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
  return (await pool().query<Row>(text, values)).rows;
}

async function onServer(url: string, statement: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
