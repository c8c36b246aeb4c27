-- One word for each thing that a filter may ask for: 'stage:new', 'missing:report'.
CREATE FUNCTION request_facets(stage text, urgency text, region text, source text, verdict text, missing text[]) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN array_remove(ARRAY['stage:' || stage, 'urgency:' || urgency, 'region:' || region, 'source:' || source, 'verdict:' || verdict], NULL)
  || ARRAY(SELECT 'missing:' || item FROM unnest(missing) AS item);
