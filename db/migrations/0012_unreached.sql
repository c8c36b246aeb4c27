-- What is undone was never reached: its wait goes with it.
CREATE OR REPLACE FUNCTION keep_pipeline() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO pipeline_delta (source, week, what, who, bucket, rows)
    SELECT coalesce(NEW.source, 'unknown'), pipeline_week_of(NEW.received_at), what, who, bucket, 1 FROM pipeline_parts(NEW);
  ELSE
    INSERT INTO pipeline_delta (source, week, what, who, bucket, rows)
    SELECT coalesce(NEW.source, 'unknown'), pipeline_week_of(NEW.received_at), what, who, bucket, sum(rows)
    FROM (SELECT *, 1 AS rows FROM pipeline_parts(NEW) UNION ALL SELECT *, -1 FROM pipeline_parts(OLD)) AS part
    GROUP BY what, who, bucket HAVING sum(rows) <> 0;
    DELETE FROM wait WHERE request_id = NEW.request_id AND span NOT IN (SELECT span FROM pipeline_waits(NEW));
  END IF;
  INSERT INTO wait SELECT NEW.request_id, span, NEW.received_at, coalesce(NEW.source, 'unknown'), who, bucket, seconds FROM pipeline_waits(NEW)
  ON CONFLICT (request_id, span) DO UPDATE SET who = excluded.who, bucket = excluded.bucket, seconds = excluded.seconds
    WHERE (wait.who, wait.seconds) IS DISTINCT FROM (excluded.who, excluded.seconds);
  RETURN NULL;
END $$;
