import { pool } from '@/db/client';

/** The best SQL known for each result, straight through the pool: no door, no audit, no mapping. */
const ROW = `r.id, r.number, r.stage, r.urgency, p.first_name, p.last_name, p.date_of_birth, p.sex_at_birth, r.complaint, r.missing, r.asked_for, r.alarm_since,
  r.coordinator_id, c.name as coordinator_name, r.surgeon_id, s.name as surgeon_name, r.received_at, r.stage_since, r.due_at, r.next_follow_up_at, r.verdict, r.tags, r.source_channel, r.version,
  (select max(k.at) from contact_attempt k where k.request_id = r.id) as last_contact_at`;
const JOINED = `join person p on p.id = r.person_id left join staff c on c.id = r.coordinator_id left join staff s on s.id = r.surgeon_id`;

export const ask = (text: string, values: unknown[] = []) => pool().query(text, values);

/** In the order of an index. */
export const inOrder = (where: string, order: string, values: unknown[] = []) =>
  ask(`select ${ROW} from request r ${JOINED} where ${where} order by ${order} limit 51`, values);

/** Found by an index, put in order, and counted to ten thousand. */
export const found = (where: string, key: string, values: unknown[] = []) =>
  ask(
    `with found as materialized (select id, ${key} as key from request where ${where} limit 10001),
     page as (select id, key from found order by key desc, id desc limit 51)
     select (select count(*) from found) as found, ${ROW} from page join request r on r.id = page.id ${JOINED} order by page.key desc, page.id desc`,
    values,
  );

/** So common that it is met in order; counted to ten thousand beside. */
export async function common(where: string, order: string, values: unknown[] = []) {
  await ask(`select count(*) from (select 1 from request r where ${where} limit 10001) as found`, values);
  await inOrder(where, order, values);
}

export const tabs = (coordinatorId: string) =>
  ask(
    `select sum(rows) filter (where side = 'surgeon' and stage = 'new'), sum(rows) filter (where side = 'surgeon' and stage = 'awaiting_info'),
      sum(rows) filter (where side = 'surgeon' and stage = 'ready_for_review'), sum(rows) filter (where side = 'surgeon'),
      sum(rows) filter (where side = 'coordinator' and staff_id = $1 and stage not in ('completed', 'closed')),
      (select count(*) from request where alarm_since is not null), (select count(*) from request where next_follow_up_at < now() + interval '12 hours') from tally`,
    [coordinatorId],
  );

/** The rest of a worklist's answer: who is pinned, the tabs, whom to assign to, and its line in the audit. */
export const besidePage = (page: Promise<unknown>, coordinatorId: string) =>
  seen(coordinatorId, [
    page,
    ask(
      `select ${ROW} from request r ${JOINED} where r.alarm_since is not null order by r.urgency_rank, r.alarm_since limit 100`,
    ),
    tabs(coordinatorId),
    assignable(),
  ]);

/** The rest of the follow-ups' answer. */
export const besideFollowUps = (page: Promise<unknown>, coordinatorId: string) =>
  seen(coordinatorId, [
    page,
    ask(
      `select count(*) filter (where due_at < now()), count(*) from follow_up where done_at is null and due_at < now() + interval '12 hours'`,
    ),
    assignable(),
  ]);

const assignable = () =>
  ask(`select id, name, role from staff where is_active and role in ('coordinator', 'surgeon') order by name`);

/** What was shown, and its line in the audit. */
export async function seen(coordinatorId: string, parts: readonly Promise<unknown>[]) {
  await Promise.all(parts);
  await ask(
    `insert into audit (at, actor_id, actor_role, actor_name, action, outcome, shown_ids) values (now(), $1, 'coordinator', 'bench', 'request.list', 'done', '{}')`,
    [coordinatorId],
  );
}

export const opened = (number: number) =>
  ask(
    `select ${ROW}, r.consents, r.red_flags, r.flags, r.conservative_care, r.imaging, r.report, r.prior_surgery, r.fitness, r.insurance, p.phone, p.email, p.state, p.more,
      (select json_agg(n) from (select n.*, a.name from note n join staff a on a.id = n.author_id where n.request_id = r.id order by n.at desc) as n) as notes,
      (select json_agg(e) from (select * from event e where e.request_id = r.id order by e.seq desc limit 500) as e) as events,
      (select json_agg(d) from (select d.*, a.name from decision d join staff a on a.id = d.surgeon_id where d.request_id = r.id order by d.version desc) as d) as decisions,
      (select json_agg(k) from (select k.*, a.name from contact_attempt k join staff a on a.id = k.staff_id where k.request_id = r.id order by k.at desc) as k) as contacts,
      (select json_agg(f) from (select f.*, a.name from follow_up f left join staff a on a.id = f.staff_id where f.request_id = r.id order by f.due_at) as f) as follow_ups,
      (select json_agg(a) from (select id, name, role from staff where is_active and role in ('coordinator', 'surgeon') order by name) as a) as staff
     from request r ${JOINED} where r.number = $1`,
    [number],
  );

/** One transaction of nothing but the rows: the note, its event and its line in the audit. */
export const noted = (number: number, staffId: string) =>
  inTransaction(async (say) => {
    const { rows } = await say('select id, version from request where number = $1 for no key update', [number]);
    const [{ id, version }] = rows;
    await say('insert into note (id, request_id, author_id, text, at) values (gen_random_uuid(), $1, $2, $3, now())', [
      id,
      staffId,
      'A note of the bench.',
    ]);
    await say(
      `insert into event (request_id, kind, actor_id, actor_name, version, at) values ($1, 'noted', $2, 'bench', $3, now())`,
      [id, staffId, version],
    );
    await audited(say, id, staffId, 'note.write');
  });

export const decided = (id: string, version: number, staffId: string) =>
  inTransaction(async (say) => {
    await say(
      `update request set stage = 'follow_up', verdict = 'not_now', claimed_at = null, alarm_since = null, stage_since = now(), due_at = now() + interval '2 days', version = version + 1 where id = $1 and version = $2`,
      [id, version],
    );
    await say(
      `insert into decision (id, request_id, version, verdict, procedures, reasons, needs, conditions, message, images_reviewed_on, surgeon_id, at)
       select gen_random_uuid(), $1, coalesce(max(version), 0) + 1, 'not_now', '[]', '{IMPROVED}', '{}', '{}', 'bench', 'not_recorded', $2, now() from decision where request_id = $1`,
      [id, staffId],
    );
    await say(
      `insert into event (request_id, kind, from_stage, to_stage, actor_id, actor_name, facts, version, at)
       values ($1, 'decided', 'in_review', 'follow_up', $2, 'bench', '{"verdict": "not_now", "reasons": ["IMPROVED"], "decisionVersion": 1}', $3, now())`,
      [id, staffId, version + 1],
    );
    await audited(say, id, staffId, 'candidacy.decide');
  });

type Say = (
  text: string,
  values: unknown[],
) => Promise<{ rows: { id: string; version: number }[] & [{ id: string; version: number }] }>;

const audited = (say: Say, id: string, staffId: string, action: string) =>
  say(
    `insert into audit (at, actor_id, actor_role, actor_name, action, outcome, subject_id) values (now(), $1, 'coordinator', 'bench', $2, 'done', $3)`,
    [staffId, action, id],
  );

async function inTransaction(work: (say: Say) => Promise<unknown>) {
  const client = await pool().connect();
  try {
    await client.query('begin');
    await work((text, values) => client.query(text, values) as unknown as ReturnType<Say>);
    await client.query('commit');
  } finally {
    client.release();
  }
}
