-- Notes, decisions, contact attempts, assignments, events and the audit are added to, never changed.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;--> statement-breakpoint
CREATE TRIGGER note_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON note FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER decision_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON decision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER contact_attempt_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON contact_attempt FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER assignment_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON assignment FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint

-- The rollup that statistics count. complete: first sent to a surgeon. decided: first verdict other than cannot_tell.
-- informed: first told the answer once decided, or the consult booked. Each counts once, however often it happens again.
CREATE FUNCTION keep_milestone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.kind = 'received' THEN
    INSERT INTO milestone (request_id, stage, source, received_at, reasons)
    VALUES (NEW.request_id, NEW.to_stage, NEW.facts->>'source', NEW.at, '{}');
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
END $$;--> statement-breakpoint
CREATE TRIGGER event_milestone AFTER INSERT ON event FOR EACH ROW EXECUTE FUNCTION keep_milestone();
