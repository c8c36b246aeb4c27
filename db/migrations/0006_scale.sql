CREATE TABLE "pipeline_delta" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "pipeline_delta_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"source" text NOT NULL,
	"week" date NOT NULL,
	"what" text NOT NULL,
	"who" uuid NOT NULL,
	"bucket" smallint NOT NULL,
	"rows" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pipeline_week" (
	"source" text NOT NULL,
	"week" date NOT NULL,
	"what" text NOT NULL,
	"who" uuid NOT NULL,
	"bucket" smallint NOT NULL,
	"rows" integer NOT NULL,
	CONSTRAINT "pipeline_week_source_week_what_who_bucket_pk" PRIMARY KEY("source","week","what","who","bucket")
);
--> statement-breakpoint
CREATE TABLE "pipeline_zone" (
	"time_zone" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tally" (
	"side" text NOT NULL,
	"stage" text NOT NULL,
	"staff_id" uuid,
	"rows" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "wait" (
	"request_id" uuid NOT NULL,
	"span" smallint NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"source" text NOT NULL,
	"who" uuid NOT NULL,
	"bucket" smallint NOT NULL,
	"seconds" double precision NOT NULL,
	CONSTRAINT "wait_request_id_span_pk" PRIMARY KEY("request_id","span")
);
--> statement-breakpoint
DROP INDEX "milestone_stage";--> statement-breakpoint
ALTER TABLE "request" ADD COLUMN "named_text" text GENERATED ALWAYS AS ('mr-' || lpad(number::text, greatest(6, length(number::text)), '0') || ' ' || sort_name) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "request" ADD COLUMN "facets" text[] GENERATED ALWAYS AS (request_facets(stage, urgency, region, source_channel, verdict, missing)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "wait" ADD CONSTRAINT "wait_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "wait_length" ON "wait" USING btree ("span","bucket","received_at","source","seconds");--> statement-breakpoint
CREATE INDEX "wait_surgeon" ON "wait" USING btree ("who","bucket","received_at","source","seconds") WHERE "wait"."span" = 1;--> statement-breakpoint
CREATE INDEX "audit_action" ON "audit" USING btree ("action","seq");--> statement-breakpoint
CREATE INDEX "audit_refused" ON "audit" USING btree ("seq") WHERE "audit"."outcome" <> 'done';--> statement-breakpoint
CREATE INDEX "audit_shown" ON "audit" USING gin ("shown_ids");--> statement-breakpoint
CREATE INDEX "decision_surgeon" ON "decision" USING btree ("surgeon_id","at");--> statement-breakpoint
CREATE INDEX "milestone_open" ON "milestone" USING btree ("received_at","stage","source") WHERE "milestone"."stage" not in ('completed', 'closed');--> statement-breakpoint
CREATE INDEX "milestone_surgeon" ON "milestone" USING btree ("surgeon_id","received_at");--> statement-breakpoint
CREATE INDEX "milestone_consult" ON "milestone" USING btree ("received_at") WHERE "milestone"."consult_at" is not null;--> statement-breakpoint
CREATE INDEX "milestone_procedure" ON "milestone" USING btree ("received_at") WHERE "milestone"."procedure_at" is not null;--> statement-breakpoint
CREATE INDEX "milestone_reasons" ON "milestone" USING gin ("reasons");--> statement-breakpoint
CREATE INDEX "request_open_received" ON "request" USING btree ("received_at","id") WHERE "request"."stage" not in ('completed', 'closed');--> statement-breakpoint
CREATE INDEX "request_open_name" ON "request" USING btree ("sort_name","id") WHERE "request"."stage" not in ('completed', 'closed');--> statement-breakpoint
CREATE INDEX "request_open_stage" ON "request" USING btree ("stage_rank","id") WHERE "request"."stage" not in ('completed', 'closed');--> statement-breakpoint
CREATE INDEX "request_surgeon_due" ON "request" USING btree ("surgeon_id","due_sort","id");--> statement-breakpoint
CREATE INDEX "request_surgeon_received" ON "request" USING btree ("surgeon_id","received_at","id");--> statement-breakpoint
CREATE INDEX "request_surgeon_name" ON "request" USING btree ("surgeon_id","sort_name","id");--> statement-breakpoint
CREATE INDEX "request_surgeon_stage" ON "request" USING btree ("surgeon_id","stage_rank","id");--> statement-breakpoint
CREATE INDEX "request_pool" ON "request" USING btree ("urgency_rank","due_sort","id") WHERE "request"."stage" = 'ready_for_review' and "request"."surgeon_id" is null;--> statement-breakpoint
CREATE INDEX "request_named" ON "request" USING gin ("named_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "request_facets" ON "request" USING gin ("facets");