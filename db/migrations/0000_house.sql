CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE SEQUENCE "public"."request_number" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "audit" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"actor_role" text NOT NULL,
	"actor_name" text NOT NULL,
	"session_id" uuid,
	"action" text NOT NULL,
	"outcome" text NOT NULL,
	"subject_id" uuid,
	"shown_ids" uuid[]
);
--> statement-breakpoint
CREATE TABLE "idempotency_key" (
	"owner" text NOT NULL,
	"key" text NOT NULL,
	"body_hash" text NOT NULL,
	"answer" jsonb,
	"status" integer,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_key_owner_key_pk" PRIMARY KEY("owner","key")
);
--> statement-breakpoint
CREATE TABLE "assignment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"staff_id" uuid,
	"assigned_by" uuid,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contact_attempt" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"outcome" text NOT NULL,
	"text" text,
	"next_at" timestamp with time zone,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "contact_attempt_channel" CHECK ("contact_attempt"."channel" in ('phone', 'text', 'email', 'letter', 'in_person')),
	CONSTRAINT "contact_attempt_outcome" CHECK ("contact_attempt"."outcome" in ('told_answer', 'reached', 'left_message', 'no_answer', 'wrong_number', 'message_sent', 'call_back', 'declined'))
);
--> statement-breakpoint
CREATE TABLE "decision" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"verdict" text NOT NULL,
	"procedures" jsonb NOT NULL,
	"reasons" text[] NOT NULL,
	"needs" text[] NOT NULL,
	"conditions" text[] NOT NULL,
	"message" text NOT NULL,
	"images_reviewed_on" text NOT NULL,
	"amend_reason" text,
	"surgeon_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "decision_verdict" CHECK ("decision"."verdict" in ('candidate', 'needs_exam', 'not_now', 'not_candidate', 'cannot_tell'))
);
--> statement-breakpoint
CREATE TABLE "event" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "event_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"request_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"from_stage" text,
	"to_stage" text,
	"actor_id" uuid,
	"actor_name" text NOT NULL,
	"reason" text,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"version" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "event_kind_known" CHECK ("event"."kind" in ('received', 'moved', 'corrected', 'assigned', 'decided', 'amended', 'noted', 'contacted', 'follow_up_set', 'follow_up_done'))
);
--> statement-breakpoint
CREATE TABLE "milestone" (
	"request_id" uuid PRIMARY KEY NOT NULL,
	"stage" text NOT NULL,
	"source" text,
	"received_at" timestamp with time zone NOT NULL,
	"complete_at" timestamp with time zone,
	"decided_at" timestamp with time zone,
	"informed_at" timestamp with time zone,
	"consult_at" timestamp with time zone,
	"procedure_at" timestamp with time zone,
	"verdict" text,
	"reasons" text[] NOT NULL,
	"surgeon_id" uuid
);
--> statement-breakpoint
CREATE TABLE "note" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"text" text NOT NULL,
	"addendum_to" uuid,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "follow_up" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"staff_id" uuid,
	"due_at" timestamp with time zone NOT NULL,
	"what" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone,
	"done_by" uuid
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"first_name" text NOT NULL,
	"last_name" text NOT NULL,
	"date_of_birth" date NOT NULL,
	"sex_at_birth" text,
	"phone" text NOT NULL,
	"email" text,
	"state" text,
	"more" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "person_sex" CHECK ("person"."sex_at_birth" in ('female', 'male', 'other', 'unknown'))
);
--> statement-breakpoint
CREATE TABLE "request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer DEFAULT nextval('request_number') NOT NULL,
	"person_id" uuid NOT NULL,
	"stage" text DEFAULT 'new' NOT NULL,
	"urgency_rank" smallint NOT NULL,
	"urgency" text NOT NULL,
	"coordinator_id" uuid,
	"surgeon_id" uuid,
	"claimed_at" timestamp with time zone,
	"missing" text[] NOT NULL,
	"verdict" text,
	"received_at" timestamp with time zone NOT NULL,
	"stage_since" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"next_follow_up_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"due_sort" timestamp with time zone GENERATED ALWAYS AS (coalesce(due_at, timestamptz 'infinity')) STORED NOT NULL,
	"stage_rank" smallint GENERATED ALWAYS AS (case stage when 'new' then 0 when 'triage' then 1 when 'awaiting_info' then 2 when 'ready_for_review' then 3 when 'in_review' then 4 when 'follow_up' then 5 when 'consult_booked' then 6 when 'consult_held' then 7 when 'procedure_booked' then 8 when 'completed' then 9 when 'closed' then 10 end) STORED NOT NULL,
	"region" text NOT NULL,
	"source_channel" text NOT NULL,
	"source_referrer" text,
	"source_campaign" text,
	"complaint" jsonb NOT NULL,
	"consents" jsonb NOT NULL,
	"red_flags" jsonb NOT NULL,
	"flags" jsonb NOT NULL,
	"conservative_care" jsonb NOT NULL,
	"imaging" jsonb NOT NULL,
	"report" text,
	"prior_surgery" jsonb,
	"fitness" jsonb,
	"insurance" jsonb,
	"sort_name" text NOT NULL,
	"search_text" text NOT NULL,
	CONSTRAINT "request_stage" CHECK ("request"."stage" in ('new', 'triage', 'awaiting_info', 'ready_for_review', 'in_review', 'follow_up', 'consult_booked', 'consult_held', 'procedure_booked', 'completed', 'closed')),
	CONSTRAINT "request_urgency" CHECK ("request"."urgency" in ('emergency', 'same_day', 'urgent', 'routine')),
	CONSTRAINT "request_region" CHECK ("request"."region" in ('lumbar', 'cervical', 'thoracic', 'si', 'unknown')),
	CONSTRAINT "request_source" CHECK ("request"."source_channel" in ('web', 'phone', 'referral', 'import', 'api')),
	CONSTRAINT "request_verdict" CHECK ("request"."verdict" in ('candidate', 'needs_exam', 'not_now', 'not_candidate', 'cannot_tell'))
);
--> statement-breakpoint
CREATE TABLE "intake_key" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"key_hash" text NOT NULL,
	"hint" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"address" text,
	"device" text
);
--> statement-breakpoint
CREATE TABLE "sign_in_failure" (
	"key" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"last_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"password_hash" text,
	"is_active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "staff_role" CHECK ("staff"."role" in ('coordinator', 'surgeon', 'manager', 'admin'))
);
--> statement-breakpoint
CREATE TABLE "staff_link" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"staff_id" uuid,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "staff_link_kind" CHECK ("staff_link"."kind" in ('set_up', 'invite', 'reset')),
	CONSTRAINT "staff_link_staff" CHECK ("staff_link"."kind" = 'set_up' or "staff_link"."staff_id" is not null)
);
--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_assigned_by_staff_id_fk" FOREIGN KEY ("assigned_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_attempt" ADD CONSTRAINT "contact_attempt_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_attempt" ADD CONSTRAINT "contact_attempt_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_surgeon_id_staff_id_fk" FOREIGN KEY ("surgeon_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_actor_id_staff_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note" ADD CONSTRAINT "note_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note" ADD CONSTRAINT "note_author_id_staff_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_created_by_staff_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_done_by_staff_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_coordinator_id_staff_id_fk" FOREIGN KEY ("coordinator_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_surgeon_id_staff_id_fk" FOREIGN KEY ("surgeon_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake_key" ADD CONSTRAINT "intake_key_created_by_staff_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_link" ADD CONSTRAINT "staff_link_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_actor" ON "audit" USING btree ("actor_id","seq");--> statement-breakpoint
CREATE INDEX "audit_subject" ON "audit" USING btree ("subject_id","seq");--> statement-breakpoint
CREATE INDEX "idempotency_key_at" ON "idempotency_key" USING btree ("at");--> statement-breakpoint
CREATE INDEX "assignment_request" ON "assignment" USING btree ("request_id","at");--> statement-breakpoint
CREATE INDEX "contact_attempt_request" ON "contact_attempt" USING btree ("request_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "decision_version" ON "decision" USING btree ("request_id","version");--> statement-breakpoint
CREATE INDEX "event_request" ON "event" USING btree ("request_id","seq");--> statement-breakpoint
CREATE INDEX "event_kind" ON "event" USING btree ("kind","at");--> statement-breakpoint
CREATE INDEX "milestone_received" ON "milestone" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "milestone_stage" ON "milestone" USING btree ("stage","received_at");--> statement-breakpoint
CREATE INDEX "note_request" ON "note" USING btree ("request_id","at");--> statement-breakpoint
CREATE INDEX "follow_up_open" ON "follow_up" USING btree ("staff_id","due_at") WHERE "follow_up"."done_at" is null;--> statement-breakpoint
CREATE INDEX "follow_up_due" ON "follow_up" USING btree ("due_at","id") WHERE "follow_up"."done_at" is null;--> statement-breakpoint
CREATE INDEX "follow_up_request" ON "follow_up" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "person_identity" ON "person" USING btree ("date_of_birth","last_name");--> statement-breakpoint
CREATE UNIQUE INDEX "request_number_key" ON "request" USING btree ("number");--> statement-breakpoint
CREATE INDEX "request_person" ON "request" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "request_due" ON "request" USING btree ("due_sort","id");--> statement-breakpoint
CREATE INDEX "request_open_due" ON "request" USING btree ("due_sort","id") WHERE "request"."stage" not in ('completed', 'closed');--> statement-breakpoint
CREATE INDEX "request_stage_due" ON "request" USING btree ("stage","due_sort","id");--> statement-breakpoint
CREATE INDEX "request_stage_rank" ON "request" USING btree ("stage_rank","id");--> statement-breakpoint
CREATE INDEX "request_received" ON "request" USING btree ("received_at","id");--> statement-breakpoint
CREATE INDEX "request_name" ON "request" USING btree ("sort_name","id");--> statement-breakpoint
CREATE INDEX "request_coordinator" ON "request" USING btree ("coordinator_id","stage","due_sort","id");--> statement-breakpoint
CREATE INDEX "request_surgeon" ON "request" USING btree ("surgeon_id","stage","due_sort","id");--> statement-breakpoint
CREATE INDEX "request_follow_up" ON "request" USING btree ("next_follow_up_at","id") WHERE "request"."next_follow_up_at" is not null;--> statement-breakpoint
CREATE INDEX "request_alarm" ON "request" USING btree ("urgency_rank","received_at") WHERE "request"."urgency_rank" < 2;--> statement-breakpoint
CREATE INDEX "request_search" ON "request" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "intake_key_hash" ON "intake_key" USING btree ("key_hash");--> statement-breakpoint
CREATE INDEX "session_staff" ON "session" USING btree ("staff_id","last_seen_at");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_email" ON "staff" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_link_token" ON "staff_link" USING btree ("token_hash");