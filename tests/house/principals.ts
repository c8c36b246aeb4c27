import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Role } from '@/lib/domain/permissions';
import { type Client, moved, readyForReview, signIn, submitted, unknown, withKey } from './http';
import type { Whose } from './matrix';

const pool = new pg.Pool({ connectionString: process.env.TEST_E2E_DATABASE_URL, max: 2, allowExitOnIdle: true });

/** Past the desk, straight to its database: to look, and to end a session or account behind somebody's back. */
export async function ask<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
  return (await pool.query<Row>(text, values)).rows;
}

/** Who asks over HTTP, and as which role the door should know them. */
export type Principal = { readonly name: string; readonly role: Role; readonly client: Client };

const ENDINGS: Readonly<Record<string, string>> = {
  'a disabled coordinator': 'update staff set is_active = false where id = $1',
  'a revoked session': 'update session set revoked_at = now() where staff_id = $1',
  'an idle session': "update session set last_seen_at = now() - interval '15 minutes 1 second' where staff_id = $1",
  'a session of yesterday': "update session set created_at = now() - interval '12 hours 1 second' where staff_id = $1",
};

export async function everyPrincipal(): Promise<Principal[]> {
  const staff = [];
  for (const role of ['coordinator', 'surgeon', 'manager', 'admin'] as const)
    staff.push({ name: `the ${role}`, role, client: await signIn(role) });
  const gone = [];
  for (const name of Object.keys(ENDINGS))
    gone.push({ name, role: 'public' as const, client: await signedInThen(ENDINGS[name] ?? '') });
  return [
    { name: 'nobody', role: 'public', client: unknown() },
    { name: 'an unknown key', role: 'public', client: withKey('fk_of_somebody_else_entirely') },
    { name: 'the intake key', role: 'intake', client: withKey() },
    ...staff,
    ...gone,
  ];
}
export const PRINCIPALS = [
  'nobody',
  'an unknown key',
  'the intake key',
  'the coordinator',
  'the surgeon',
  'the manager',
  'the admin',
  ...Object.keys(ENDINGS),
];

/** A coordinator of their own, signed in, and then ended in some way. */
async function signedInThen(ending: string): Promise<Client> {
  const id = randomUUID();
  await ask(
    "insert into staff (id, email, name, role, password_hash, created_at) select $1, $2, 'Gone', role, password_hash, now() from staff where email = 'coordinator@demo.clinic'",
    [id, `${id}@demo.clinic`],
  );
  const client = await signIn(`${id}@demo.clinic`);
  await ask(ending, [id]);
  return client;
}

export type Subject = { readonly number: string; readonly followUpId: string };

/** One request for each way it can belong to the surgeon or not; `taken` are in review. */
export async function theSubjects(coordinator: Client, surgeon: Client, person: Record<string, unknown>) {
  const idOf = async (email: string) =>
    (await ask<{ id: string }>('select id from staff where email = $1', [`${email}@demo.clinic`]))[0]?.id ?? '';
  const [mine, others] = [await idOf('surgeon'), await idOf('surgeon2')];
  const give = async (number: string, staffId: string) => {
    const { version } = (await coordinator.get(`/api/v1/requests/${number}`)).body;
    await coordinator.post(`/api/v1/requests/${number}/assignments`, { version, staffId });
  };
  const due = { dueAt: new Date(Date.now() + 600_000).toISOString(), what: 'Ring' };
  const withFollowUp = async (number: string, staffId?: string): Promise<Subject> => {
    const { body } = await coordinator.post(`/api/v1/requests/${number}/follow-ups`, {
      ...due,
      ...(staffId ? { staffId } : {}),
    });
    return { number, followUpId: body.followUpId };
  };
  const ready = async () => (await readyForReview(coordinator, person)).number;
  const [own, another, free, early, inHand, theirs] = [
    await ready(),
    await ready(),
    await ready(),
    await submitted(person),
    await ready(),
    await ready(),
  ];
  await give(own, mine);
  await give(another, others);
  await give(inHand, mine);
  await give(theirs, others);
  await moved(surgeon, inHand, 'in_review');
  await moved(await signIn('surgeon2'), theirs, 'in_review');
  const waiting: Partial<Record<Whose, Subject>> = {
    own: await withFollowUp(own, mine),
    "another's": await withFollowUp(another, others),
    free: await withFollowUp(free),
    "nobody's": await withFollowUp(early),
    'never was': { number: 'MR-999999', followUpId: randomUUID() },
  };
  const taken: Partial<Record<Whose, Subject>> = {
    own: await withFollowUp(inHand, mine),
    "another's": await withFollowUp(theirs, others),
    'never was': { number: 'MR-999999', followUpId: randomUUID() },
  };
  return { waiting, taken };
}

/** What a refusal must leave alone: these requests with all that hangs on them, and how many there are of everything. */
export async function standingOf(subjects: readonly Subject[]) {
  const numbers = subjects.map(({ number }) => Number(number.slice(3)));
  const hanging = ['note', 'event', 'decision', 'follow_up', 'contact_attempt', 'assignment'];
  const counted = ['request', 'person', 'staff', 'staff_link', 'intake_key', 'idempotency_key', 'decision', 'note'];
  const [row] = await ask(
    `select (select string_agg(md5(to_jsonb(r)::text), ' ' order by number) from request r where number = any($1)) as requests,
     ${hanging.map((table) => `(select string_agg(md5(t::text), ' ' order by t::text) from ${table} t join request r on r.id = t.request_id where r.number = any($1)) as "their ${table}"`).join(', ')},
     ${counted.map((table) => `(select count(*) from ${table}) as ${table}`).join(', ')}`,
    [numbers],
  );
  return row;
}
