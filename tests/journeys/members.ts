import pg from 'pg';

/** Past the desk, straight to its database: to look, and to end a session behind somebody's back. */
export const pool = new pg.Pool({
  connectionString: process.env.TEST_E2E_DATABASE_URL,
  max: 2,
  allowExitOnIdle: true,
});

/** A member of staff of this test's own: what it does to them must not reach into another test. */
export async function aMember(role: string, name = 'Dana Drafts') {
  const id = crypto.randomUUID();
  const email = `${id}@demo.clinic`;
  await pool.query(
    `insert into staff (id, email, name, role, password_hash, created_at)
     select $1, $2, $3, $4, password_hash, now() from staff where email = 'coordinator@demo.clinic'`,
    [id, email, name, role],
  );
  return { id, email };
}
