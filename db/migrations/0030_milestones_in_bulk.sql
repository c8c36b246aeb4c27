-- Many arrivals of one statement are written into the milestones at once; what comes after an arrival is told one by one, in order.
CREATE FUNCTION tell_milestone(told event) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- What was undone never happened, and neither did its undoing: all that a move can reach is read again from the events that stand.
  IF told.kind = 'undone' THEN
    WITH standing AS (
      SELECT e.seq, e.kind, e.to_stage, e.facts, e.at FROM event e
      WHERE e.request_id = told.request_id AND e.kind <> 'undone' AND e.seq NOT IN (
        SELECT (u.facts->>'undoes')::bigint FROM event u WHERE u.request_id = told.request_id AND u.kind = 'undone')
    ), answered AS (
      SELECT min(seq) AS seq FROM standing WHERE kind IN ('decided', 'amended') AND facts->>'verdict' <> 'cannot_tell'
    )
    UPDATE milestone SET
      stage = coalesce(told.to_stage, stage),
      complete_at = (SELECT at FROM standing WHERE to_stage = 'ready_for_review' ORDER BY seq LIMIT 1),
      informed_at = (SELECT s.at FROM standing s, answered a WHERE s.to_stage = 'consult_booked'
        OR (s.kind = 'contacted' AND s.facts->>'outcome' = 'told_answer' AND s.seq > a.seq) ORDER BY s.seq LIMIT 1),
      consult_at = (SELECT at FROM standing WHERE to_stage = 'consult_booked' ORDER BY seq LIMIT 1),
      procedure_at = (SELECT at FROM standing WHERE to_stage = 'procedure_booked' ORDER BY seq LIMIT 1)
    WHERE request_id = told.request_id;
    RETURN;
  END IF;
  IF told.to_stage IS NULL AND told.kind NOT IN ('decided', 'amended', 'contacted') THEN
    RETURN;
  END IF;
  UPDATE milestone SET
    stage = coalesce(told.to_stage, stage),
    complete_at = CASE WHEN told.to_stage = 'ready_for_review' THEN coalesce(complete_at, told.at) ELSE complete_at END,
    decided_at = CASE WHEN told.kind IN ('decided', 'amended') AND told.facts->>'verdict' <> 'cannot_tell'
      THEN coalesce(decided_at, told.at) ELSE decided_at END,
    informed_at = CASE WHEN told.to_stage = 'consult_booked'
        OR (decided_at IS NOT NULL AND told.kind = 'contacted' AND told.facts->>'outcome' = 'told_answer')
      THEN coalesce(informed_at, told.at) ELSE informed_at END,
    consult_at = CASE WHEN told.to_stage = 'consult_booked' THEN coalesce(consult_at, told.at) ELSE consult_at END,
    procedure_at = CASE WHEN told.to_stage = 'procedure_booked' THEN coalesce(procedure_at, told.at) ELSE procedure_at END,
    verdict = CASE WHEN told.kind IN ('decided', 'amended') THEN told.facts->>'verdict' ELSE verdict END,
    reasons = CASE WHEN told.kind IN ('decided', 'amended')
      THEN ARRAY(SELECT jsonb_array_elements_text(coalesce(told.facts->'reasons', '[]'))) ELSE reasons END,
    surgeon_id = CASE WHEN told.kind IN ('decided', 'amended') THEN told.actor_id ELSE surgeon_id END
  WHERE request_id = told.request_id;
END $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION keep_milestone() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  told event;
BEGIN
  INSERT INTO milestone (request_id, stage, source, received_at, reasons)
    SELECT request_id, to_stage, facts->>'source', at, '{}' FROM fresh WHERE kind = 'received' ORDER BY seq;
  FOR told IN SELECT * FROM fresh WHERE kind <> 'received' ORDER BY seq LOOP
    PERFORM tell_milestone(told);
  END LOOP;
  RETURN NULL;
END $$;--> statement-breakpoint
DROP TRIGGER event_milestone ON event;--> statement-breakpoint
CREATE TRIGGER event_milestone AFTER INSERT ON event REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION keep_milestone();--> statement-breakpoint
-- The same of what they add to the numbers: a line for each source and week, not two for each arrival.
CREATE OR REPLACE FUNCTION keep_pipeline_of_new() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO pipeline_delta (source, week, what, who, bucket, rows)
    SELECT source, week, what, '00000000-0000-0000-0000-000000000000', 0, rows
    FROM (
      SELECT coalesce(source, 'unknown') AS source, pipeline_week_of(received_at) AS week, count(*) AS rows FROM fresh
      WHERE coalesce(complete_at, decided_at, informed_at, consult_at, procedure_at) IS NULL AND verdict IS NULL
      GROUP BY 1, 2
    ) AS arrived CROSS JOIN LATERAL (VALUES ('received'), ('source received ' || source)) AS counted(what);
  RETURN NULL;
END $$;--> statement-breakpoint
DROP TRIGGER milestone_pipeline_of_new ON milestone;--> statement-breakpoint
CREATE TRIGGER milestone_pipeline_of_new AFTER INSERT ON milestone REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION keep_pipeline_of_new();
