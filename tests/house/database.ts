import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { pool } from '@/db/client';
import { databaseOf, onServer } from './template';

/** What the desk keeps for the life of a process; a process of tests serves file after file. */
const kept = globalThis as { foramenPool?: unknown; foramenBell?: unknown; foramenIsSetUp?: unknown };

/** One folder of files for each process: the desk asks its environment once. */
const folder = mkdtempSync(join(tmpdir(), 'foramen-files-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

/** A database of its own for each test file, a copy of what the migrations make and nothing else; one address for each process. */
export function useDatabase() {
  const server = process.env.TEST_DATABASE_URL;
  const template = inject('template');
  const name = `${template}_${process.env.VITEST_POOL_ID}`;

  beforeAll(async () => {
    if (!server)
      throw new Error('TEST_DATABASE_URL must name a PostgreSQL server; "npm test" and "npm run check" start one');
    await onServer(server, `create database ${name} template ${template}`);
    process.env.DATABASE_URL = databaseOf(server, name);
    process.env.FORAMEN_SECRET = 'only for tests, thirty-two characters long';
    process.env.FORAMEN_DATA = folder;
    process.env.PUBLIC_URL = 'http://127.0.0.1:3000';
    process.env.CLINIC_TIME_ZONE = 'America/New_York';
  });

  afterAll(async () => {
    await pool().end();
    kept.foramenPool = kept.foramenBell = kept.foramenIsSetUp = undefined;
    if (server) await onServer(server, `drop database if exists ${name} with (force)`);
  });
}

/** Straight to the tables, past the door: only to look, and to try what the database must refuse. */
export async function sql<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
  return (await pool().query<Row>(text, values)).rows;
}
