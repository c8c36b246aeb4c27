-- The bell of every instance: one word says what happened, an id where one is needed. Never more than ids.
CREATE FUNCTION ring_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('foramen_bell', 'event');
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER event_rings AFTER INSERT ON event FOR EACH STATEMENT EXECUTE FUNCTION ring_event();--> statement-breakpoint
CREATE FUNCTION ring_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('foramen_bell', 'session');
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER session_rings AFTER UPDATE OF revoked_at ON session FOR EACH ROW WHEN (NEW.revoked_at IS DISTINCT FROM OLD.revoked_at) EXECUTE FUNCTION ring_session();--> statement-breakpoint
CREATE TRIGGER staff_rings AFTER UPDATE OF role, is_active ON staff FOR EACH ROW WHEN ((NEW.role, NEW.is_active) IS DISTINCT FROM (OLD.role, OLD.is_active)) EXECUTE FUNCTION ring_session();--> statement-breakpoint
CREATE FUNCTION ring_reading() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('foramen_bell', 'reading ' || coalesce(NEW.request_id, OLD.request_id));
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER reading_rings AFTER INSERT OR DELETE ON reading FOR EACH ROW EXECUTE FUNCTION ring_reading();
