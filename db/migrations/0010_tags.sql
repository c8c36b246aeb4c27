ALTER TABLE "event" DROP CONSTRAINT "event_kind_known";--> statement-breakpoint
ALTER TABLE "request" ADD COLUMN "tags" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "request" ADD COLUMN "was" jsonb;--> statement-breakpoint
CREATE INDEX "request_tag" ON "request" USING gin ("tags") WHERE "request"."tags" <> '{}';--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_kind_known" CHECK ("event"."kind" in ('received', 'moved', 'corrected', 'assigned', 'tagged', 'undone', 'decided', 'amended', 'noted', 'contacted', 'follow_up_set', 'follow_up_done'));