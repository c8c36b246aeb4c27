-- Every step at its place between the arrival and the end of the life. A note brings no event of its own here: five million of each.
create unlogged table generate.happened as
select l.n, l.id as request_id, s.nth, s.kind, s.from_stage, s.to_stage, s.who, s.said,
  case when s.nth = 0 then l.received_at else date_trunc('milliseconds', l.received_at + (l.until - l.received_at) * ((s.nth - 1 + generate.dice(l.n * 16 + s.nth, 60)) / l.steps)) end as at
from generate.life l join generate.step s on s.path = l.path;

insert into event (request_id, kind, from_stage, to_stage, actor_id, actor_name, reason, facts, version, at)
with w as materialized (select * from generate.unpacked)
select h.request_id, h.kind, h.from_stage, h.to_stage, case h.who when 'c' then c.id when 's' then s.id end,
  case h.who when 'c' then c.name when 's' then s.name else 'web form' end, case when h.to_stage = 'closed' then h.said end,
  case h.kind when 'received' then jsonb_build_object('source', l.source)
    when 'contacted' then jsonb_build_object('channel', 'phone', 'outcome', h.said)
    when 'decided' then jsonb_build_object('verdict', l.verdict, 'reasons', case when l.verdict in ('not_now', 'not_candidate') then jsonb_build_array(generate.pick(w.reason, l.n, 61)) else '[]' end, 'decisionVersion', 1)
    when 'amended' then jsonb_build_object('verdict', l.verdict, 'reasons', case when l.verdict in ('not_now', 'not_candidate') then jsonb_build_array(generate.pick(w.reason, l.n, 62)) else '[]' end, 'decisionVersion', 2)
    else '{}' end, h.nth + 1, h.at
from w cross join generate.happened h join generate.life l on l.n = h.n
join generate.staff c on c.role = 'coordinator' and c.nth = l.coordinator join generate.staff s on s.role = 'surgeon' and s.nth = l.surgeon
order by h.at, h.n, h.nth;

insert into decision (id, request_id, version, verdict, procedures, reasons, needs, conditions, message, images_reviewed_on, amend_reason, surgeon_id, at)
with w as materialized (select * from generate.unpacked)
select generate.id(5, h.n * 2 + (h.kind = 'amended')::int, h.at), h.request_id, 1 + (h.kind = 'amended')::int, l.verdict,
  case when l.verdict = 'candidate' then '[{"code": "MDIS", "levels": ["L4-L5"], "side": "right"}]' else '[]' end::jsonb,
  case when l.verdict in ('not_now', 'not_candidate') then array[generate.pick(w.reason, l.n, 61 + (h.kind = 'amended')::int)] else '{}' end,
  case when l.verdict = 'needs_exam' then '{IN_PERSON_EXAM}' else '{}' end::text[], '{}', 'Thank you for sending your images. A coordinator will call you.', 'reference_viewer',
  case when h.kind = 'amended' then 'A second reading.' end, s.id, h.at
from w cross join generate.happened h join generate.life l on l.n = h.n join generate.staff s on s.role = 'surgeon' and s.nth = l.surgeon
where h.kind in ('decided', 'amended') order by h.at;

insert into contact_attempt (id, request_id, staff_id, channel, outcome, text, at)
select generate.id(6, h.n * 16 + h.nth, h.at), h.request_id, c.id, 'phone', h.said, null, h.at
from generate.happened h join generate.life l on l.n = h.n join generate.staff c on c.role = 'coordinator' and c.nth = l.coordinator
where h.kind = 'contacted' order by h.at;

insert into assignment (id, request_id, staff_id, assigned_by, at)
select generate.id(7, h.n, h.at), h.request_id, c.id, c.id, h.at
from generate.happened h join generate.life l on l.n = h.n join generate.staff c on c.role = 'coordinator' and c.nth = l.coordinator
where h.to_stage = 'triage' order by h.at;

-- Five a request, spread over its life; a few requests hold forty.
insert into note (id, request_id, author_id, text, at)
with w as materialized (select * from generate.unpacked)
select generate.id(8, n * 64 + nth, at), request_id, author, said, at from (
  select l.n, nth.nth, l.id as request_id, case when l.verdict is not null and nth.nth % 5 = 4 then s.id else c.id end as author,
    generate.pick(w.note, l.n * 64 + nth.nth, 70) || ' ' || generate.pick(w.note, l.n * 64 + nth.nth, 71) as said,
    date_trunc('milliseconds', l.received_at + (l.until - l.received_at) * generate.dice(l.n * 64 + nth.nth, 72)) as at
  from w cross join generate.life l join generate.staff c on c.role = 'coordinator' and c.nth = l.coordinator join generate.staff s on s.role = 'surgeon' and s.nth = l.surgeon,
    generate_series(1, case when generate.dice(l.n, 73) < 0.002 then 40 else 1 + floor(8.86 * generate.dice(l.n, 74))::int end) as nth(nth)) as written
order by at, n, nth;

insert into follow_up (id, request_id, staff_id, due_at, what, created_by, created_at, done_at, done_by)
select generate.id(9, l.n, l.received_at), l.id, case when generate.dice(l.n, 75) < 0.9 then c.id end, coalesce(r.next_follow_up_at, l.until),
  generate.pick(array['Call about the answer', 'Ask for the report', 'Book the consult', 'Ask how the week went'], l.n, 76), c.id, l.received_at,
  case when r.next_follow_up_at is null then l.until end, case when r.next_follow_up_at is null then c.id end
from generate.life l join request r on r.id = l.id join generate.staff c on c.role = 'coordinator' and c.nth = l.coordinator
where r.next_follow_up_at is not null or (not l.is_open and l.path not in ('declined')) order by l.n;
