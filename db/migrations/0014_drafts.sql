CREATE TABLE "draft" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"request_id" uuid,
	"kind" text NOT NULL,
	"about" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"mark" uuid NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "draft_place" UNIQUE NULLS NOT DISTINCT("staff_id","request_id","kind","about"),
	CONSTRAINT "draft_kind" CHECK ("draft"."kind" in ('note', 'contact', 'follow_up', 'decision', 'amendment', 'part', 'entry'))
);
--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "draft_saved" ON "draft" USING btree ("saved_at");