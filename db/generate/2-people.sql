-- 40 coordinators, 20 surgeons, 3 managers, 1 administrator; the first of each signs in as in the demo clinic.
create table generate.staff (role text, nth int, id uuid, name text, primary key (role, nth));
insert into generate.staff
with w as materialized (select * from generate.unpacked)
select role, nth, generate.id(1, salt * 100 + nth, now() - interval '9 years'),
  case when role = 'surgeon' then 'Dr ' else '' end
  || generate.pick(w.first, salt * 100 + nth, 11) || ' '
  || generate.pick(w.last, salt * 100 + nth, 12)
from (values ('coordinator', 40, 1), ('surgeon', 20, 2), ('manager', 3, 3), ('admin', 1, 4)) as roles(role, many, salt), generate_series(1, many) as nth, w;

insert into staff (id, email, name, role, password_hash, created_at)
select id, role || case when nth = 1 then '' else nth::text end || '@demo.clinic', name, role, current_setting('generate.password_hash'), now() - interval '9 years'
from generate.staff;

-- One life a request. Arrivals grow over eight years; the younger, the likelier still open: one in fifty of all.
create unlogged table generate.life as
with born as (
  select n, 1 - n::float8 / many as r from (select current_setting('generate.requests')::bigint as many offset 0) as size, generate_series(1, many) as n),
told as (
  select n, date_trunc('milliseconds', now() - interval '2 minutes' - interval '8 years' * (0.7 * r + 0.3 * r * r)) as received_at,
    generate.dice(n, 1) < exp(-r / 0.02) as is_open, 100 * generate.dice(n, 9) as way from born offset 0),
ways as (select code, is_open, final, (select max(nth) from generate.step where step.path = code) as steps, sum(share) over w - share as low, sum(share) over w as high from generate.path window w as (partition by is_open order by code))
select told.n, told.received_at, told.is_open, ways.code as path, ways.final,
  generate.id(2, told.n, told.received_at) as id, generate.id(3, told.n, told.received_at) as person_id,
  1 + floor(40 * generate.dice(told.n, 2))::int as coordinator, 1 + floor(20 * power(generate.dice(told.n, 3), 1.2))::int as surgeon,
  ways.steps,
  case when told.is_open then now() - interval '1 minute'
    else least(now() - interval '1 minute', told.received_at + interval '1 day' * (1 + 40 * generate.dice(told.n, 4) * generate.dice(told.n, 5) / 0.4)) end as until,
  case when ways.final = 'completed' or ways.code in ('held', 'procedure') then 'candidate'
    when ways.code = 'booked' then (array['candidate','needs_exam'])[1 + floor(2 * generate.dice(told.n, 6))::int]
    when ways.code in ('answered', 'amended') then (array['not_candidate','not_candidate','not_now','needs_exam'])[1 + floor(4 * generate.dice(told.n, 6))::int]
    when ways.code = 'follow_up' then (array['candidate','needs_exam','not_now','not_candidate'])[1 + floor(4 * generate.dice(told.n, 6))::int] end as verdict,
  (array['web','web','web','phone','phone','referral','import','api'])[1 + floor(8 * generate.dice(told.n, 7))::int] as source,
  case when generate.dice(told.n, 8) < 0.004 then 0 when generate.dice(told.n, 8) < 0.015 then 1 when generate.dice(told.n, 8) < 0.06 then 2 else 3 end as urgency_rank
from told join ways on ways.is_open = told.is_open and told.way >= ways.low and told.way < ways.high;
create unique index on generate.life (n);
analyze generate.life;

insert into person (id, first_name, last_name, date_of_birth, sex_at_birth, phone, email, state, more, created_at)
with w as materialized (select * from generate.unpacked)
select person_id, first, last, date '1938-01-01' + floor(24000 * generate.dice(n, 20))::int,
  (array['female','female','male','male','unknown'])[1 + floor(5 * generate.dice(n, 21))::int],
  '+1' || generate.pick(areas, n, 22) || lpad((2000000 + floor(7999999 * generate.dice(n, 23)) + floor(8 * generate.dice(n, 24)))::bigint::text, 7, '0'),
  case when generate.dice(n, 25) < 0.88 then regexp_replace(generate.sortable(first || case when generate.dice(n, 26) < 0.5 then '.' else '' end || last), '[^a-z.]', '', 'g')
    || case when generate.dice(n, 27) < 0.6 then floor(1000 * generate.dice(n, 28))::text else '' end || '@' || generate.pick(domains, n, 29) end,
  case when generate.dice(n, 30) < 0.95 then (array['FL','FL','FL','GA','TX','NY','NJ','AZ'])[1 + floor(8 * generate.dice(n, 31))::int] end,
  jsonb_build_object('language', case when generate.dice(n, 32) < 0.2 then 'es' else 'en' end, 'preferredChannel', 'phone'), received_at
from (
  select n, person_id, received_at, generate.pick(w.first, n, 33) as first,
    case when generate.dice(n, 34) < 0.55
      then w.last[1 + floor(cardinality(w.last) * power(generate.dice(n, 35), 1.6))::int]
      else initcap(generate.pick(w.head, n, 36) || generate.pick(w.middle, n, 37)
        || generate.pick(w.tail, n, 38)) end as last,
    w.area as areas, w.domain as domains
  from w, generate.life order by n) as named;
