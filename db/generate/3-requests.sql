insert into request (id, number, person_id, stage, urgency_rank, urgency, coordinator_id, surgeon_id, claimed_at, missing, verdict, received_at, stage_since, asked_for, alarm_since,
  due_at, next_follow_up_at, version, region, source_channel, source_campaign, complaint, consents, red_flags, flags, conservative_care, imaging, report,
  fitness, insurance, sort_name, search_text)
with w as materialized (select * from generate.unpacked)
select l.id, l.n, l.person_id, l.final, l.urgency_rank, (array['emergency','same_day','urgent','routine'])[l.urgency_rank + 1],
  case when l.final <> 'new' or generate.dice(l.n, 40) < 0.3 then c.id end,
  case when l.verdict is not null or l.final = 'in_review' or (l.final = 'ready_for_review' and generate.dice(l.n, 41) < 0.2) then s.id end,
  case when l.final = 'in_review' then now() end,
  case when l.final in ('new', 'triage', 'awaiting_info') and generate.dice(l.n, 42) < 0.8 or l.path in ('declined', 'unreached')
    then (case floor(4 * generate.dice(l.n, 43))::int when 0 then '{mri_images,report}' when 1 then '{report}' when 2 then '{mri_outdated,state}' else '{pain,conservative_care}' end)::text[] else '{}' end,
  l.verdict, l.received_at, l.until, case when l.final = 'awaiting_info' then '{report}' else '{}' end::text[],
  case when l.is_open and l.verdict is null and l.urgency_rank < 2 then l.received_at end,
  case when l.is_open then now() + interval '1 hour' * (-60 + 220 * generate.dice(l.n, 44)) end,
  case when l.final in ('awaiting_info', 'follow_up', 'consult_booked', 'procedure_booked') and l.is_open then now() + interval '1 hour' * (-30 + 200 * generate.dice(l.n, 45)) end,
  l.steps + 1, (array['lumbar','lumbar','lumbar','cervical','cervical','thoracic','si','unknown'])[1 + floor(8 * generate.dice(l.n, 46))::int], l.source,
  case when l.source = 'web' then generate.pick(array['spring','search','radio'], l.n, 47) end,
  jsonb_build_object('region', (array['lumbar','lumbar','lumbar','cervical','cervical','thoracic','si','unknown'])[1 + floor(8 * generate.dice(l.n, 46))::int],
    'dominantPain', generate.pick(array['back','leg','neck','arm'], l.n, 48), 'side', generate.pick(array['left','right','both'], l.n, 49),
    'durationMonths', 3 + floor(60 * generate.dice(l.n, 50)), 'worstPain', 4 + floor(7 * generate.dice(l.n, 51)),
    'story', generate.pick(w.story, l.n, 52) || ' ' || generate.pick(w.story, l.n, 53)),
  '{"review": true, "phone": true}', w.no_flags || case l.urgency_rank when 0 then '{"CES1": "yes"}' when 1 then '{"MYE1": "yes"}' when 2 then '{"TUM2": "yes"}' else '{}' end::jsonb,
  case l.urgency_rank when 0 then '[{"code": "CES1", "urgency": "emergency", "isCertain": true}]' when 1 then '[{"code": "MYE1", "urgency": "same_day", "isCertain": true}]'
    when 2 then '[{"code": "TUM2", "urgency": "urgent", "isCertain": true}]' else '[]' end::jsonb,
  '[{"kind": "physical_therapy", "weeks": 10, "effect": "little"}]', jsonb_build_array(jsonb_build_object('modality', 'MR', 'region', 'lumbar', 'studyDate', (l.received_at - interval '60 days')::date, 'supplied', 'upload')),
  case when generate.dice(l.n, 54) < 0.7 then generate.pick(w.report, l.n, 55) || ' ' || generate.pick(w.report, l.n, 56) end,
  jsonb_build_object('heightCm', 150 + floor(45 * generate.dice(l.n, 57)), 'weightKg', 50 + floor(70 * generate.dice(l.n, 58)), 'nicotine', 'no'),
  '{"payer": "Example Health", "planType": "commercial"}', generate.sortable(p.last_name || ' ' || p.first_name),
  concat_ws(' ', lower(generate.said(l.n)), generate.sortable(p.first_name || ' ' || p.last_name || ' ' || p.first_name), p.email, substr(p.phone, 2))
from w cross join generate.life l join person p on p.id = l.person_id
join generate.staff c on c.role = 'coordinator' and c.nth = l.coordinator join generate.staff s on s.role = 'surgeon' and s.nth = l.surgeon
order by l.n;
select setval('request_number', current_setting('generate.requests')::bigint);
