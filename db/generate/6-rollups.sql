-- What the trigger on event keeps row by row, worked out from all events at once.
insert into milestone (request_id, stage, source, received_at, complete_at, decided_at, informed_at, consult_at, procedure_at, verdict, reasons, surgeon_id)
select request_id, (array_agg(to_stage order by seq desc) filter (where to_stage is not null))[1], (array_agg(facts->>'source' order by seq))[1], min(at) filter (where kind = 'received'),
  min(at) filter (where to_stage = 'ready_for_review'), min(at) filter (where is_answer),
  min(at) filter (where to_stage = 'consult_booked' or (seq > answered and kind = 'contacted' and facts->>'outcome' = 'told_answer')),
  min(at) filter (where to_stage = 'consult_booked'), min(at) filter (where to_stage = 'procedure_booked'),
  (array_agg(facts->>'verdict' order by seq desc) filter (where kind in ('decided', 'amended')))[1],
  coalesce((array_agg(array(select jsonb_array_elements_text(facts->'reasons'))::text order by seq desc) filter (where kind in ('decided', 'amended')))[1], '{}')::text[],
  (array_agg(actor_id order by seq desc) filter (where kind in ('decided', 'amended')))[1]
from (
  select *, min(seq) filter (where is_answer) over (partition by request_id) as answered
  from (select *, coalesce(kind in ('decided', 'amended') and facts->>'verdict' <> 'cannot_tell', false) as is_answer from event) as read) as whole
group by request_id;

select rebuild_tally();
select rebuild_pipeline(current_setting('generate.time_zone'));

-- Somebody looks after each.
insert into alarm (request_id, since, acknowledged_at, acknowledged_by)
select id, alarm_since, alarm_since + interval '6 minutes', coordinator_id from request where alarm_since is not null;
