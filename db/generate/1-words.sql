-- Chance by arithmetic: the same size gives the same clinic, whatever the order of the rows.
create schema generate;

create function generate.dice(n bigint, salt int) returns float8 language sql immutable parallel safe
return (hashint8extended(n, salt) & 1048575)::float8 / 1048576;

create function generate.pick(words text[], n bigint, salt int) returns text language sql immutable parallel safe
return words[1 + floor(cardinality(words) * generate.dice(n, salt))::int];

-- A version 7 uuid: sorts by its time as those that the desk makes.
create function generate.id(kind int, n bigint, at timestamptz) returns uuid language sql immutable parallel safe
return (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7'
  || lpad(to_hex(hashint8extended(n, kind) & 4095), 3, '0') || 'a'
  || right(lpad(to_hex(hashint8extended(n, kind + 1000) & 1152921504606846975), 15, '0'), 15))::uuid;

create function generate.said(number bigint) returns text language sql immutable parallel safe
return 'MR-' || lpad(number::text, greatest(6, length(number::text)), '0');

-- As lib/domain/search.ts writes it; the names here know no other accents.
create function generate.sortable(name text) returns text language sql immutable parallel safe
return translate(lower(name), 'áéíóúñüç', 'aeiounuc');

-- What a request goes through; `who` does it: c its coordinator, s its surgeon, w the web form.
create table generate.path (code text primary key, final text not null, share float8 not null, is_open boolean not null);
insert into generate.path values
  ('new', 'new', 11, true), ('triage', 'triage', 10, true), ('awaiting', 'awaiting_info', 14, true),
  ('ready', 'ready_for_review', 12, true), ('reading', 'in_review', 10, true), ('follow_up', 'follow_up', 14, true),
  ('booked', 'consult_booked', 11, true), ('held', 'consult_held', 8, true), ('procedure', 'procedure_booked', 10, true),
  ('declined', 'closed', 42, false), ('unreached', 'closed', 23, false), ('answered', 'closed', 22, false),
  ('amended', 'closed', 4, false), ('completed', 'completed', 9, false);

create table generate.step (path text, nth int, kind text, from_stage text, to_stage text, who text, said text, primary key (path, nth));
insert into generate.step
select path, at::int - 1, s[1], nullif(s[2], '-'), nullif(s[3], '-'), s[4], nullif(s[5], '-')
from (values
  ('new', array['r']), ('triage', array['r','t']), ('awaiting', array['r','t','a','l']), ('ready', array['r','t','y']),
  ('reading', array['r','t','y','i']), ('follow_up', array['r','t','y','i','d']), ('booked', array['r','t','y','i','d','o','b']),
  ('held', array['r','t','y','i','d','o','b','h']), ('procedure', array['r','t','y','i','d','o','b','h','p']),
  ('declined', array['r','t','x1']), ('unreached', array['r','t','a','l','x2']), ('answered', array['r','t','y','i','d','o','x3']),
  ('amended', array['r','t','y','i','d','m','o','x3']), ('completed', array['r','t','y','i','d','o','b','h','p','e'])
) as paths(path, codes), unnest(codes) with ordinality as one(code, at)
join (values
  ('r', array['received','-','new','w','-']), ('t', array['moved','new','triage','c','-']),
  ('a', array['moved','triage','awaiting_info','c','-']), ('l', array['contacted','-','-','c','left_message']),
  ('y', array['moved','triage','ready_for_review','c','-']), ('i', array['moved','ready_for_review','in_review','s','-']),
  ('d', array['decided','in_review','follow_up','s','-']), ('m', array['amended','-','-','s','-']),
  ('o', array['contacted','-','-','c','told_answer']), ('b', array['moved','follow_up','consult_booked','c','-']),
  ('h', array['moved','consult_booked','consult_held','c','-']), ('p', array['moved','consult_held','procedure_booked','c','-']),
  ('e', array['moved','procedure_booked','completed','c','-']), ('x1', array['moved','triage','closed','c','PT_DECLINED']),
  ('x2', array['moved','awaiting_info','closed','c','PT_UNREACHABLE']), ('x3', array['moved','follow_up','closed','c','INFORMED'])
) as steps(code, s) using (code);
