-- The same rollup, with undone moves left out.
CREATE OR REPLACE FUNCTION keep_milestone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.kind = 'received' THEN
    INSERT INTO milestone (request_id, stage, source, received_at, reasons)
    VALUES (NEW.request_id, NEW.to_stage, NEW.facts->>'source', NEW.at, '{}');
    RETURN NULL;
  END IF;
  -- What was undone never happened, and neither did its undoing: all that a move can reach is read again from the events that stand.
  IF NEW.kind = 'undone' THEN
    WITH standing AS (
      SELECT e.seq, e.kind, e.to_stage, e.facts, e.at FROM event e
      WHERE e.request_id = NEW.request_id AND e.kind <> 'undone' AND e.seq NOT IN (
        SELECT (u.facts->>'undoes')::bigint FROM event u WHERE u.request_id = NEW.request_id AND u.kind = 'undone')
    ), answered AS (
      SELECT min(seq) AS seq FROM standing WHERE kind IN ('decided', 'amended') AND facts->>'verdict' <> 'cannot_tell'
    )
    UPDATE milestone SET
      stage = coalesce(NEW.to_stage, stage),
      complete_at = (SELECT at FROM standing WHERE to_stage = 'ready_for_review' ORDER BY seq LIMIT 1),
      informed_at = (SELECT s.at FROM standing s, answered a WHERE s.to_stage = 'consult_booked'
        OR (s.kind = 'contacted' AND s.facts->>'outcome' = 'told_answer' AND s.seq > a.seq) ORDER BY s.seq LIMIT 1),
      consult_at = (SELECT at FROM standing WHERE to_stage = 'consult_booked' ORDER BY seq LIMIT 1),
      procedure_at = (SELECT at FROM standing WHERE to_stage = 'procedure_booked' ORDER BY seq LIMIT 1)
    WHERE request_id = NEW.request_id;
    RETURN NULL;
  END IF;
  IF NEW.to_stage IS NULL AND NEW.kind NOT IN ('decided', 'amended', 'contacted') THEN
    RETURN NULL;
  END IF;
  UPDATE milestone SET
    stage = coalesce(NEW.to_stage, stage),
    complete_at = CASE WHEN NEW.to_stage = 'ready_for_review' THEN coalesce(complete_at, NEW.at) ELSE complete_at END,
    decided_at = CASE WHEN NEW.kind IN ('decided', 'amended') AND NEW.facts->>'verdict' <> 'cannot_tell'
      THEN coalesce(decided_at, NEW.at) ELSE decided_at END,
    informed_at = CASE WHEN NEW.to_stage = 'consult_booked'
        OR (decided_at IS NOT NULL AND NEW.kind = 'contacted' AND NEW.facts->>'outcome' = 'told_answer')
      THEN coalesce(informed_at, NEW.at) ELSE informed_at END,
    consult_at = CASE WHEN NEW.to_stage = 'consult_booked' THEN coalesce(consult_at, NEW.at) ELSE consult_at END,
    procedure_at = CASE WHEN NEW.to_stage = 'procedure_booked' THEN coalesce(procedure_at, NEW.at) ELSE procedure_at END,
    verdict = CASE WHEN NEW.kind IN ('decided', 'amended') THEN NEW.facts->>'verdict' ELSE verdict END,
    reasons = CASE WHEN NEW.kind IN ('decided', 'amended')
      THEN ARRAY(SELECT jsonb_array_elements_text(coalesce(NEW.facts->'reasons', '[]'))) ELSE reasons END,
    surgeon_id = CASE WHEN NEW.kind IN ('decided', 'amended') THEN NEW.actor_id ELSE surgeon_id END
  WHERE request_id = NEW.request_id;
  RETURN NULL;
END $$;
