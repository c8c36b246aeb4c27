CREATE TABLE "mail" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"request_id" uuid,
	"staff_id" uuid,
	"address" text,
	"language" text NOT NULL,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"dedupe_key" text NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_try_at" timestamp with time zone,
	"lease_until" timestamp with time zone,
	"problem" text,
	"queued_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"message_id" text,
	CONSTRAINT "mail_kind" CHECK ("mail"."kind" in ('receipt', 'missing_items', 'digest')),
	CONSTRAINT "mail_language" CHECK ("mail"."language" in ('en', 'es')),
	CONSTRAINT "mail_state" CHECK ("mail"."state" in ('waiting', 'sending', 'sent', 'failed', 'held', 'not_sent', 'left')),
	CONSTRAINT "mail_to_one" CHECK (num_nonnulls("mail"."request_id", "mail"."staff_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "mail_dedupe" ON "mail" USING btree ("dedupe_key");--> statement-breakpoint
CREATE INDEX "mail_next" ON "mail" USING btree ("next_try_at","id") WHERE "mail"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "mail_lease" ON "mail" USING btree ("lease_until") WHERE "mail"."state" = 'sending';--> statement-breakpoint
CREATE INDEX "mail_request" ON "mail" USING btree ("request_id","queued_at");--> statement-breakpoint
CREATE INDEX "mail_look" ON "mail" USING btree ("queued_at","id") WHERE "mail"."state" in ('failed', 'held');--> statement-breakpoint
CREATE INDEX "mail_waiting" ON "mail" USING btree ("queued_at","id") WHERE "mail"."state" in ('waiting', 'sending');--> statement-breakpoint
CREATE INDEX "mail_sent" ON "mail" USING btree ("queued_at","id") WHERE "mail"."state" = 'sent';--> statement-breakpoint
CREATE INDEX "mail_unsent" ON "mail" USING btree ("queued_at","id") WHERE "mail"."state" in ('not_sent', 'left');