CREATE TABLE "document" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"content_type" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"title" text NOT NULL,
	"name" uuid NOT NULL,
	"text" text,
	"pages" integer,
	"channel" text NOT NULL,
	"added_by" uuid,
	"added_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	"removed_by" uuid,
	"removed_for" text,
	CONSTRAINT "document_kind" CHECK ("document"."kind" in ('mri_report', 'insurance_card')),
	CONSTRAINT "document_type" CHECK ("document"."content_type" in ('application/pdf', 'text/plain', 'image/png', 'image/jpeg')),
	CONSTRAINT "document_channel" CHECK ("document"."channel" in ('staff', 'status_page'))
);
--> statement-breakpoint
ALTER TABLE "event" DROP CONSTRAINT "event_kind_known";--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_added_by_staff_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_removed_by_staff_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "document_request" ON "document" USING btree ("request_id");--> statement-breakpoint
CREATE UNIQUE INDEX "document_name" ON "document" USING btree ("name");--> statement-breakpoint
CREATE UNIQUE INDEX "document_same" ON "document" USING btree ("request_id","sha256") WHERE "document"."removed_at" is null;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_kind_known" CHECK ("event"."kind" in ('received', 'moved', 'corrected', 'assigned', 'tagged', 'undone', 'decided', 'amended', 'noted', 'contacted', 'follow_up_set', 'follow_up_done', 'withdrawal_asked', 'acknowledged', 'escalated', 'raised', 'reminded', 'repeated', 'merged', 'unmerged', 'document_added', 'document_removed'));