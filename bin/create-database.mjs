import pg from 'pg';

/** node create-database.mjs SERVER_URL NAME: makes it unless it is there. */
const [server, name] = process.argv.slice(2);
const client = new pg.Client({ connectionString: server });
await client.connect();
const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
await client.end();
