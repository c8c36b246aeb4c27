import { spawnSync } from 'node:child_process';
import pg from 'pg';

/** node clinic.mjs NAME REQUESTS: a generated database of that name, unless it is there and whole. Others of that size are of an older generator. */
const [name = '', requests = ''] = process.argv.slice(2);
const server = new pg.Client({ connectionString: process.env.SERVER_URL });
await server.connect();
const { rows } = await server.query(
  `select datname, shobj_description(oid, 'pg_database') = 'whole' as is_whole from pg_database where datname like $1`,
  [`foramen_bench_${requests}\\_%`],
);
if (!rows.some(({ datname, is_whole }) => datname === name && is_whole)) {
  for (const { datname } of rows) await server.query(`drop database ${server.escapeIdentifier(datname)} with (force)`);
  await server.query(`create database ${server.escapeIdentifier(name)}`);
  console.log(`Generating ${requests} requests ...`);
  const args = ['--conditions=react-server', '--import', 'tsx', 'db/generate/run.ts', requests];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(1);
  await server.query(`comment on database ${server.escapeIdentifier(name)} is 'whole'`);
}
await server.end();
