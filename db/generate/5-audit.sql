-- Two openings a request, and one list of fifty for every twenty requests.
insert into audit (at, actor_id, actor_role, actor_name, action, outcome, subject_id, shown_ids)
select at, s.id, s.role, s.name, action, 'done', subject_id, shown from (
  select l.received_at + (l.until - l.received_at) * generate.dice(l.n * 2 + nth.nth, 80) as at, 1 + floor(40 * generate.dice(l.n * 2 + nth.nth, 81))::int as staff, 'request.open' as action, l.id as subject_id, null::uuid[] as shown
  from generate.life l, generate_series(0, 1) as nth(nth)
  union all
  select max(l.until), 1 + floor(40 * generate.dice(min(l.n), 82))::int, 'request.list', null, array_agg(l.id)
  from (select *, n / 50 as page from generate.life) as l group by page
) as seen join generate.staff s on s.role = 'coordinator' and s.nth = seen.staff
order by at;
