-- TALLY: requests by stage and holder. Lines are added, never changed, so writers do not wait for each other; the sum of all lines holds.
CREATE FUNCTION keep_tally() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO tally VALUES ('surgeon', OLD.stage, OLD.surgeon_id, -1), ('coordinator', OLD.stage, OLD.coordinator_id, -1);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO tally VALUES ('surgeon', NEW.stage, NEW.surgeon_id, 1), ('coordinator', NEW.stage, NEW.coordinator_id, 1);
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER request_tally AFTER INSERT OR DELETE ON request FOR EACH ROW EXECUTE FUNCTION keep_tally();--> statement-breakpoint
CREATE TRIGGER request_tally_moved AFTER UPDATE OF stage, surgeon_id, coordinator_id ON request FOR EACH ROW
  WHEN ((OLD.stage, OLD.surgeon_id, OLD.coordinator_id) IS DISTINCT FROM (NEW.stage, NEW.surgeon_id, NEW.coordinator_id)) EXECUTE FUNCTION keep_tally();--> statement-breakpoint

-- The old lines and their sums change places in one step: whoever reads meanwhile sees either, never both or none.
CREATE FUNCTION fold_tally() RETURNS void LANGUAGE sql AS $$
  WITH gone AS (DELETE FROM tally RETURNING side, stage, staff_id, rows)
  INSERT INTO tally SELECT side, stage, staff_id, sum(rows) FROM gone GROUP BY side, stage, staff_id HAVING sum(rows) <> 0;
$$;--> statement-breakpoint
CREATE FUNCTION rebuild_tally() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE request IN SHARE ROW EXCLUSIVE MODE;
  TRUNCATE tally;
  INSERT INTO tally SELECT 'surgeon', stage, surgeon_id, count(*) FROM request GROUP BY stage, surgeon_id
    UNION ALL SELECT 'coordinator', stage, coordinator_id, count(*) FROM request GROUP BY stage, coordinator_id;
END $$;--> statement-breakpoint

-- PIPELINE: what one request adds to the week it arrived in.
INSERT INTO pipeline_zone VALUES ('America/New_York');--> statement-breakpoint
CREATE FUNCTION pipeline_week_of(at timestamptz) RETURNS date LANGUAGE sql STABLE
RETURN date_trunc('week', at AT TIME ZONE (SELECT time_zone FROM pipeline_zone))::date;--> statement-breakpoint

-- From a minute to twenty years, each a quarter longer than the one before; below nothing is one bucket. A longer wait is never in a lower bucket.
CREATE FUNCTION wait_bucket(seconds float8) RETURNS smallint LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN width_bucket(seconds, ARRAY[0, 60, 75, 94, 117, 146, 183, 229, 286, 358, 447, 559, 698, 873, 1091, 1364, 1705, 2132, 2665, 3331, 4163, 5204, 6505, 8132, 10164, 12705, 15882, 19852, 24815, 31019, 38774, 48468, 60585, 75731, 94663, 118329, 147911, 184889, 231112, 288889, 361112, 451390, 564237, 705297, 881621, 1102026, 1377532, 1721916, 2152394, 2690493, 3363116, 4203895, 5254869, 6568587, 8210733, 10263416, 12829271, 16036588, 20045735, 25057169, 31321461, 39151827, 48939784, 61174729, 76468412, 95585515, 119481893, 149352367, 186690458, 233363073, 291703841, 364629801, 455787252, 569734065]::float8[])::smallint;--> statement-breakpoint

-- The spans in the order of lib/domain/pipeline.ts; the second is the surgeon's.
CREATE FUNCTION pipeline_waits(m milestone) RETURNS TABLE (span smallint, who uuid, bucket smallint, seconds float8) LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT span, coalesce(who, '00000000-0000-0000-0000-000000000000'), wait_bucket(seconds), seconds
  FROM (VALUES
    (0::smallint, NULL::uuid, date_part('epoch', m.complete_at - m.received_at)),
    (1::smallint, m.surgeon_id, date_part('epoch', m.decided_at - m.complete_at)),
    (2::smallint, NULL, date_part('epoch', m.informed_at - m.decided_at)),
    (3::smallint, NULL, date_part('epoch', m.consult_at - m.informed_at)),
    (4::smallint, NULL, date_part('epoch', m.procedure_at - m.consult_at)),
    (5::smallint, NULL, date_part('epoch', m.informed_at - m.received_at))
  ) AS one(span, who, seconds) WHERE seconds IS NOT NULL
$$;--> statement-breakpoint
CREATE FUNCTION pipeline_parts(m milestone) RETURNS TABLE (what text, who uuid, bucket smallint) LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT what, coalesce(by, '00000000-0000-0000-0000-000000000000'), coalesce(wait_bucket(seconds), 0::smallint)
  FROM (VALUES
    ('received', NULL::uuid, NULL::float8, true), ('complete', NULL, NULL, m.complete_at IS NOT NULL), ('decided', NULL, NULL, m.decided_at IS NOT NULL),
    ('informed', NULL, NULL, m.informed_at IS NOT NULL), ('consult', NULL, NULL, m.consult_at IS NOT NULL), ('procedure', NULL, NULL, m.procedure_at IS NOT NULL),
    ('source received ' || coalesce(m.source, 'unknown'), NULL, NULL, true), ('source complete ' || coalesce(m.source, 'unknown'), NULL, NULL, m.complete_at IS NOT NULL),
    ('source decided ' || coalesce(m.source, 'unknown'), NULL, NULL, m.decided_at IS NOT NULL), ('source candidate ' || coalesce(m.source, 'unknown'), NULL, NULL, m.verdict = 'candidate'),
    ('verdict ' || m.verdict, m.surgeon_id, NULL, m.surgeon_id IS NOT NULL AND m.verdict IS NOT NULL),
    ('wait 0', NULL, date_part('epoch', m.complete_at - m.received_at), m.complete_at IS NOT NULL),
    ('wait 1', NULL, date_part('epoch', m.decided_at - m.complete_at), m.decided_at IS NOT NULL AND m.complete_at IS NOT NULL),
    ('wait 2', NULL, date_part('epoch', m.informed_at - m.decided_at), m.informed_at IS NOT NULL AND m.decided_at IS NOT NULL),
    ('wait 3', NULL, date_part('epoch', m.consult_at - m.informed_at), m.consult_at IS NOT NULL AND m.informed_at IS NOT NULL),
    ('wait 4', NULL, date_part('epoch', m.procedure_at - m.consult_at), m.procedure_at IS NOT NULL AND m.consult_at IS NOT NULL),
    ('wait 5', NULL, date_part('epoch', m.informed_at - m.received_at), m.informed_at IS NOT NULL),
    ('reading', m.surgeon_id, date_part('epoch', m.decided_at - m.complete_at), m.surgeon_id IS NOT NULL AND m.decided_at IS NOT NULL AND m.complete_at IS NOT NULL)
  ) AS one(what, by, seconds, is_so) WHERE is_so
  UNION ALL SELECT DISTINCT 'reason ' || code, '00000000-0000-0000-0000-000000000000'::uuid, 0::smallint FROM unnest(m.reasons) AS code WHERE m.verdict IN ('not_now', 'not_candidate')
$$;--> statement-breakpoint

CREATE FUNCTION keep_pipeline() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO pipeline_delta (source, week, what, who, bucket, rows)
    SELECT coalesce(NEW.source, 'unknown'), pipeline_week_of(NEW.received_at), what, who, bucket, 1 FROM pipeline_parts(NEW);
  ELSE
    INSERT INTO pipeline_delta (source, week, what, who, bucket, rows)
    SELECT coalesce(NEW.source, 'unknown'), pipeline_week_of(NEW.received_at), what, who, bucket, sum(rows)
    FROM (SELECT *, 1 AS rows FROM pipeline_parts(NEW) UNION ALL SELECT *, -1 FROM pipeline_parts(OLD)) AS part
    GROUP BY what, who, bucket HAVING sum(rows) <> 0;
  END IF;
  INSERT INTO wait SELECT NEW.request_id, span, NEW.received_at, coalesce(NEW.source, 'unknown'), who, bucket, seconds FROM pipeline_waits(NEW)
  ON CONFLICT (request_id, span) DO UPDATE SET who = excluded.who, bucket = excluded.bucket, seconds = excluded.seconds
    WHERE (wait.who, wait.seconds) IS DISTINCT FROM (excluded.who, excluded.seconds);
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER milestone_pipeline AFTER INSERT ON milestone FOR EACH ROW EXECUTE FUNCTION keep_pipeline();--> statement-breakpoint
-- A move that reaches nothing new adds nothing.
CREATE TRIGGER milestone_pipeline_reached AFTER UPDATE ON milestone FOR EACH ROW
  WHEN ((OLD.complete_at, OLD.decided_at, OLD.informed_at, OLD.consult_at, OLD.procedure_at, OLD.verdict, OLD.reasons, OLD.surgeon_id)
    IS DISTINCT FROM (NEW.complete_at, NEW.decided_at, NEW.informed_at, NEW.consult_at, NEW.procedure_at, NEW.verdict, NEW.reasons, NEW.surgeon_id))
  EXECUTE FUNCTION keep_pipeline();--> statement-breakpoint

CREATE FUNCTION fold_pipeline() RETURNS void LANGUAGE sql AS $$
  WITH gone AS (DELETE FROM pipeline_delta RETURNING source, week, what, who, bucket, rows)
  INSERT INTO pipeline_week AS w
  SELECT cohort.source, week, what, who, bucket, sum(rows) FROM gone, LATERAL (VALUES (gone.source), ('all')) AS cohort(source)
  GROUP BY cohort.source, week, what, who, bucket HAVING sum(rows) <> 0
  ON CONFLICT (source, week, what, who, bucket) DO UPDATE SET rows = w.rows + excluded.rows;
$$;--> statement-breakpoint
-- From the milestones, all at once: for what was there before the weeks, and where the clinic's clock has changed.
CREATE FUNCTION rebuild_pipeline(zone text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE milestone IN SHARE ROW EXCLUSIVE MODE;
  UPDATE pipeline_zone SET time_zone = zone;
  TRUNCATE pipeline_week, pipeline_delta, wait;
  INSERT INTO wait SELECT m.request_id, w.span, m.received_at, coalesce(m.source, 'unknown'), w.who, w.bucket, w.seconds FROM milestone m, pipeline_waits(m) AS w;
  INSERT INTO pipeline_week
  SELECT cohort.source, part.week, part.what, part.who, part.bucket, sum(part.rows)
  FROM (
    SELECT coalesce(m.source, 'unknown') AS source, date_trunc('week', m.received_at AT TIME ZONE zone)::date AS week, p.what, p.who, p.bucket, count(*) AS rows
    FROM milestone m, pipeline_parts(m) AS p GROUP BY 1, 2, 3, 4, 5) AS part,
    LATERAL (VALUES (part.source), ('all')) AS cohort(source)
  -- A range of weeks then lies together.
  GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5;
END $$;--> statement-breakpoint
SELECT rebuild_tally();--> statement-breakpoint
SELECT rebuild_pipeline('America/New_York');
