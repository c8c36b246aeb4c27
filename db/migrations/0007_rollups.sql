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

-- From a minute to twenty years, each a tenth longer than the one before; below nothing is one bucket. A longer wait is never in a lower bucket.
CREATE FUNCTION wait_bucket(seconds float8) RETURNS smallint LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN width_bucket(seconds, ARRAY[0, 60, 66, 73, 80, 88, 97, 106, 117, 129, 141, 156, 171, 188, 207, 228, 251, 276, 303, 334, 367, 404, 444, 488, 537, 591, 650, 715, 787, 865, 952, 1047, 1152, 1267, 1394, 1533, 1686, 1855, 2040, 2244, 2469, 2716, 2987, 3286, 3614, 3976, 4373, 4811, 5292, 5821, 6403, 7043, 7748, 8523, 9375, 10312, 11344, 12478, 13726, 15098, 16608, 18269, 20096, 22105, 24316, 26747, 29422, 32364, 35601, 39161, 43077, 47385, 52123, 57336, 63069, 69376, 76314, 83945, 92340, 101574, 111731, 122904, 135194, 148714, 163585, 179944, 197938, 217732, 239505, 263456, 289801, 318781, 350659, 385725, 424298, 466728, 513401, 564741, 621215, 683336, 751670, 826837, 909520, 1000472, 1100520, 1210572, 1331629, 1464792, 1611271, 1772398, 1949638, 2144602, 2359062, 2594968, 2854465, 3139911, 3453902, 3799292, 4179222, 4597144, 5056858, 5562544, 6118799, 6730678, 7403746, 8144121, 8958533, 9854386, 10839825, 11923807, 13116188, 14427807, 15870588, 17457646, 19203411, 21123752, 23236127, 25559740, 28115714, 30927285, 34020014, 37422015, 41164217, 45280639, 49808702, 54789573, 60268530, 66295383, 72924921, 80217413, 88239155, 97063070, 106769377, 117446315, 129190946, 142110041, 156321045, 171953150, 189148465, 208063311, 228869642, 251756606, 276932267, 304625494, 335088043, 368596847, 405456532, 446002185, 490602404, 539662644, 593628909]::float8[])::smallint;--> statement-breakpoint

-- The spans in the order of lib/domain/pipeline.ts; the second is the surgeon's.
CREATE FUNCTION pipeline_waits(m milestone) RETURNS TABLE (span smallint, who uuid, bucket smallint, seconds float8) LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT span, coalesce(who, '00000000-0000-0000-0000-000000000000'), wait_bucket(seconds), seconds
  FROM (VALUES
    (0::smallint, NULL::uuid, extract(epoch FROM m.complete_at - m.received_at)::float8),
    (1::smallint, m.surgeon_id, extract(epoch FROM m.decided_at - m.complete_at)::float8),
    (2::smallint, NULL, extract(epoch FROM m.informed_at - m.decided_at)::float8),
    (3::smallint, NULL, extract(epoch FROM m.consult_at - m.informed_at)::float8),
    (4::smallint, NULL, extract(epoch FROM m.procedure_at - m.consult_at)::float8),
    (5::smallint, NULL, extract(epoch FROM m.informed_at - m.received_at)::float8)
  ) AS one(span, who, seconds) WHERE seconds IS NOT NULL
$$;--> statement-breakpoint
CREATE FUNCTION pipeline_parts(m milestone) RETURNS TABLE (what text, who uuid, bucket smallint) LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT what, coalesce(by, '00000000-0000-0000-0000-000000000000'), 0::smallint
  FROM (VALUES
    ('received', NULL::uuid, true), ('complete', NULL, m.complete_at IS NOT NULL), ('decided', NULL, m.decided_at IS NOT NULL),
    ('informed', NULL, m.informed_at IS NOT NULL), ('consult', NULL, m.consult_at IS NOT NULL), ('procedure', NULL, m.procedure_at IS NOT NULL),
    ('source received ' || coalesce(m.source, 'unknown'), NULL, true), ('source complete ' || coalesce(m.source, 'unknown'), NULL, m.complete_at IS NOT NULL),
    ('source decided ' || coalesce(m.source, 'unknown'), NULL, m.decided_at IS NOT NULL), ('source candidate ' || coalesce(m.source, 'unknown'), NULL, m.verdict = 'candidate'),
    ('verdict ' || m.verdict, m.surgeon_id, m.surgeon_id IS NOT NULL AND m.verdict IS NOT NULL)
  ) AS one(what, by, is_so) WHERE is_so
  UNION ALL SELECT DISTINCT 'reason ' || code, '00000000-0000-0000-0000-000000000000'::uuid, 0::smallint FROM unnest(m.reasons) AS code WHERE m.verdict IN ('not_now', 'not_candidate')
  UNION ALL SELECT 'wait ' || span, '00000000-0000-0000-0000-000000000000', bucket FROM pipeline_waits(m)
  UNION ALL SELECT 'reading', who, bucket FROM pipeline_waits(m) WHERE span = 1 AND who <> '00000000-0000-0000-0000-000000000000'
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
  GROUP BY 1, 2, 3, 4, 5;
END $$;--> statement-breakpoint
SELECT rebuild_tally();--> statement-breakpoint
SELECT rebuild_pipeline('America/New_York');
