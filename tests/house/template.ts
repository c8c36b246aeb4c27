import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../db/migrate';

declare module 'vitest' {
  interface ProvidedContext {
    template: string;
  }
}

/** The migrations run once a run of tests; every database of a test file is a copy of what they made. */
export default async function setup(project: TestProject) {
  const server = process.env.TEST_DATABASE_URL;
  // Without a server the tests that need none still run; the others say so themselves.
  if (!server) return project.provide('template', '');
  const name = `foramen_template_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name}`);
  await migrate(databaseOf(server, name));
  project.provide('template', name);
  return () => onServer(server, `drop database ${name} with (force)`);
}

export const databaseOf = (server: string, name: string) =>
  Object.assign(new URL(server), { pathname: `/${name}` }).href;

export async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
