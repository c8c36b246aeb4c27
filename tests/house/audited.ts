import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';

/** The audit of one request as "role action outcome", oldest first; lists that showed it are among it. Only the database tells. */
export async function audited(number: string): Promise<string[]> {
  const rows = await asked<{ said: string }>(
    `select a.actor_role || ' ' || a.action || ' ' || a.outcome as said from audit a join request r on r.number = $1
     where a.subject_id = r.id or r.id = any(a.shown_ids) order by a.seq`,
    [Number(number.slice(3))],
  );
  return rows.map(({ said }) => said);
}

/** How often this ended so. */
export async function timesAudited(action: string, outcome: string): Promise<number> {
  const [row] = await asked<{ times: number }>(
    'select count(*)::int as times from audit where action = $1 and outcome = $2',
    [action, outcome],
  );
  return row?.times ?? 0;
}

/** An intake key of this test's own. */
export async function aKey(): Promise<string> {
  const key = randomBytes(24).toString('base64url');
  await asked(
    `insert into intake_key (id, name, key_hash, hint, created_at) values (gen_random_uuid(), 'a program', $1, $2, now())`,
    [createHash('sha256').update(key).digest('hex'), key.slice(0, 4)],
  );
  return key;
}

async function asked<Row extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: process.env.TEST_E2E_DATABASE_URL });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}
