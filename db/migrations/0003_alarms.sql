DROP INDEX "request_alarm";--> statement-breakpoint
ALTER TABLE "request" ADD COLUMN "asked_for" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "request" ADD COLUMN "alarm_since" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "request_alarm" ON "request" USING btree ("urgency_rank","alarm_since") WHERE "request"."alarm_since" is not null;--> statement-breakpoint
UPDATE "request" SET "alarm_since" = "received_at" WHERE "urgency_rank" < 2 AND "stage" IN ('new', 'triage', 'awaiting_info', 'ready_for_review', 'in_review');--> statement-breakpoint
UPDATE "request" SET "asked_for" = "missing" WHERE "stage" = 'awaiting_info';
