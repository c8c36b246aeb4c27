-- Many requests of one statement are a line of the ledger for each stage and holder, not two for each request.
CREATE FUNCTION keep_tally_of_new() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO tally SELECT 'surgeon', stage, surgeon_id, count(*) FROM fresh GROUP BY stage, surgeon_id
    UNION ALL SELECT 'coordinator', stage, coordinator_id, count(*) FROM fresh GROUP BY stage, coordinator_id;
  RETURN NULL;
END $$;--> statement-breakpoint
DROP TRIGGER request_tally ON request;--> statement-breakpoint
CREATE TRIGGER request_tally AFTER DELETE ON request FOR EACH ROW EXECUTE FUNCTION keep_tally();--> statement-breakpoint
CREATE TRIGGER request_tally_of_new AFTER INSERT ON request REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION keep_tally_of_new();--> statement-breakpoint
-- What has only arrived adds what everything that arrives adds: no wait has to be looked for.
CREATE FUNCTION keep_pipeline_of_new() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  monday date := pipeline_week_of(NEW.received_at);
BEGIN
  INSERT INTO pipeline_delta (source, week, what, who, bucket, rows)
  VALUES (coalesce(NEW.source, 'unknown'), monday, 'received', '00000000-0000-0000-0000-000000000000', 0, 1),
    (coalesce(NEW.source, 'unknown'), monday, 'source received ' || coalesce(NEW.source, 'unknown'), '00000000-0000-0000-0000-000000000000', 0, 1);
  RETURN NULL;
END $$;--> statement-breakpoint
DROP TRIGGER milestone_pipeline ON milestone;--> statement-breakpoint
CREATE TRIGGER milestone_pipeline AFTER INSERT ON milestone FOR EACH ROW
  WHEN (coalesce(NEW.complete_at, NEW.decided_at, NEW.informed_at, NEW.consult_at, NEW.procedure_at) IS NOT NULL OR NEW.verdict IS NOT NULL)
  EXECUTE FUNCTION keep_pipeline();--> statement-breakpoint
CREATE TRIGGER milestone_pipeline_of_new AFTER INSERT ON milestone FOR EACH ROW
  WHEN (coalesce(NEW.complete_at, NEW.decided_at, NEW.informed_at, NEW.consult_at, NEW.procedure_at) IS NULL AND NEW.verdict IS NULL)
  EXECUTE FUNCTION keep_pipeline_of_new();
