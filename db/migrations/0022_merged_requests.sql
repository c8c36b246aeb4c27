CREATE TABLE "merge" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"into_id" uuid NOT NULL,
	"is_repeat" boolean NOT NULL,
	"by_id" uuid,
	"by_name" text NOT NULL,
	"reason" text,
	"at" timestamp with time zone NOT NULL,
	"was" jsonb NOT NULL,
	"changed" jsonb NOT NULL,
	"follow_up_ids" uuid[] NOT NULL,
	"undone_at" timestamp with time zone,
	"undone_by" uuid
);
--> statement-breakpoint
CREATE TABLE "stranger" (
	"one_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"by_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "stranger_one_id_other_id_pk" PRIMARY KEY("one_id","other_id")
);
--> statement-breakpoint
ALTER TABLE "event" DROP CONSTRAINT "event_kind_known";--> statement-breakpoint
ALTER TABLE "request" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "merge" ADD CONSTRAINT "merge_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merge" ADD CONSTRAINT "merge_into_id_request_id_fk" FOREIGN KEY ("into_id") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merge" ADD CONSTRAINT "merge_by_id_staff_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merge" ADD CONSTRAINT "merge_undone_by_staff_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stranger" ADD CONSTRAINT "stranger_one_id_request_id_fk" FOREIGN KEY ("one_id") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stranger" ADD CONSTRAINT "stranger_other_id_request_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stranger" ADD CONSTRAINT "stranger_by_id_staff_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "merge_standing" ON "merge" USING btree ("request_id") WHERE "merge"."undone_at" is null;--> statement-breakpoint
CREATE INDEX "merge_into" ON "merge" USING btree ("into_id","at") WHERE "merge"."undone_at" is null;--> statement-breakpoint
CREATE INDEX "stranger_other" ON "stranger" USING btree ("other_id");--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_merged_into_request_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "person_phone" ON "person" USING btree ("phone");--> statement-breakpoint
CREATE INDEX "person_second_phone" ON "person" USING btree (("more" ->> 'secondPhone')) WHERE "person"."more" ->> 'secondPhone' is not null;--> statement-breakpoint
CREATE INDEX "person_email" ON "person" USING btree (lower("email")) WHERE "person"."email" is not null;--> statement-breakpoint
CREATE INDEX "request_merged" ON "request" USING btree ("merged_into") WHERE "request"."merged_into" is not null;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_kind_known" CHECK ("event"."kind" in ('received', 'moved', 'corrected', 'assigned', 'tagged', 'undone', 'decided', 'amended', 'noted', 'contacted', 'follow_up_set', 'follow_up_done', 'withdrawal_asked', 'acknowledged', 'escalated', 'repeated', 'merged', 'unmerged'));