import pg from 'pg';

/** The audit of one request as "role action outcome", oldest first; lists that showed it are among it. Only the database tells. */
export async function audited(number: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: process.env.TEST_E2E_DATABASE_URL });
  await client.connect();
  try {
    const { rows } = await client.query<{ said: string }>(
      `select a.actor_role || ' ' || a.action || ' ' || a.outcome as said from audit a join request r on r.number = $1
       where a.subject_id = r.id or r.id = any(a.shown_ids) order by a.seq`,
      [Number(number.slice(3))],
    );
    return rows.map(({ said }) => said);
  } finally {
    await client.end();
  }
}
