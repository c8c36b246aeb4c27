-- The clinic's clock stands still while the person is asked for something. Whatever moves a request, its pauses follow.
-- A moment before the one that stood there is that of a move put back: what it did is undone here too.
CREATE FUNCTION keep_pauses() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  latest int := jsonb_array_length(OLD.pauses) - 1;
  is_put_back boolean := NEW.stage_since < OLD.stage_since;
BEGIN
  IF OLD.stage = 'awaiting_info' AND latest >= 0 THEN
    NEW.pauses := CASE WHEN is_put_back THEN OLD.pauses - latest
      ELSE jsonb_set(OLD.pauses, ARRAY[latest::text, 'to'], to_jsonb(NEW.stage_since)) END;
  END IF;
  IF NEW.stage = 'awaiting_info' THEN
    NEW.pauses := CASE WHEN is_put_back AND latest >= 0 THEN jsonb_set(OLD.pauses, ARRAY[latest::text, 'to'], 'null')
      ELSE OLD.pauses || jsonb_build_array(jsonb_build_object('from', NEW.stage_since, 'to', NULL)) END;
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER request_pauses BEFORE UPDATE OF stage ON request FOR EACH ROW
  WHEN (OLD.stage IS DISTINCT FROM NEW.stage AND 'awaiting_info' IN (OLD.stage, NEW.stage)) EXECUTE FUNCTION keep_pauses();--> statement-breakpoint
WITH step AS (
  SELECT request_id, to_stage, at, lead(at) OVER (PARTITION BY request_id ORDER BY seq) AS until FROM event WHERE to_stage IS NOT NULL
), paused AS (
  SELECT request_id, jsonb_agg(jsonb_build_object('from', at, 'to', until) ORDER BY at) AS pauses
  FROM step WHERE to_stage = 'awaiting_info' GROUP BY request_id
)
UPDATE request r SET pauses = paused.pauses FROM paused WHERE paused.request_id = r.id;
