import { ask } from './floors';

/**
 * Closed requests opened again, each with its event, until so many stand in that stage: what is decided on in one run is
 * missing in the next, and a kept clinic would run dry. In review they lie in the hands of the surgeons in turn.
 */
export async function openAgain(stage: 'ready_for_review' | 'in_review', atLeast: number) {
  const [found] = (await ask('select count(*)::int as n from request where stage = $1', [stage])).rows;
  await ask(
    `with surgeon as (select array_agg(id order by created_at, email) as ids from staff where role = 'surgeon'),
      again as (
        update request set stage = $1, stage_since = now(), due_at = now() + interval '2 days', version = version + 1,
          claimed_at = case when $1 = 'in_review' then now() end,
          surgeon_id = case when $1 = 'in_review' then ids[1 + number % cardinality(ids)] end
        from surgeon
        where request.id in (select id from request where stage = 'closed' order by received_at desc limit $2)
        returning request.id, request.version)
    insert into event (request_id, kind, from_stage, to_stage, actor_name, reason, version, at)
    select id, 'moved', 'closed', $1, 'bench', 'opened again for the bench', version, now() from again`,
    [stage, Math.max(0, atLeast - (found?.n ?? 0))],
  );
}
