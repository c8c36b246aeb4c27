import pg from 'pg';

/** SERVER_URL in the environment, as everybody can read arguments: node create-database.mjs NAME makes it unless it is there. */
const name = process.argv[2];
const client = new pg.Client({ connectionString: process.env.SERVER_URL });
await client.connect();
const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
await client.end();
