ALTER TABLE "request" DROP CONSTRAINT "request_source";--> statement-breakpoint
ALTER TABLE "request" ADD COLUMN "source_more" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "request" ADD COLUMN "report_more" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_source" CHECK ("request"."source_channel" in ('web', 'phone', 'referral', 'walk_in', 'import', 'api'));