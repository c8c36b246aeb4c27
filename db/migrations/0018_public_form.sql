CREATE TABLE "alarm" (
	"request_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"acknowledged_at" timestamp with time zone,
	"acknowledged_by" uuid,
	"escalated_at" timestamp with time zone,
	CONSTRAINT "alarm_request_id_since_pk" PRIMARY KEY("request_id","since")
);
--> statement-breakpoint
CREATE TABLE "consent" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"is_given" boolean NOT NULL,
	"version" text NOT NULL,
	"words" text NOT NULL,
	"language" text NOT NULL,
	"channel" text NOT NULL,
	"staff_id" uuid,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "form" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"answers" "bytea",
	"language" text NOT NULL,
	"begun_at" timestamp with time zone NOT NULL,
	"kept_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"request_id" uuid,
	CONSTRAINT "form_token" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "person_link" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "event" DROP CONSTRAINT "event_kind_known";--> statement-breakpoint
ALTER TABLE "alarm" ADD CONSTRAINT "alarm_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alarm" ADD CONSTRAINT "alarm_acknowledged_by_staff_id_fk" FOREIGN KEY ("acknowledged_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "form" ADD CONSTRAINT "form_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_link" ADD CONSTRAINT "person_link_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consent_request" ON "consent" USING btree ("request_id","kind","at");--> statement-breakpoint
CREATE INDEX "form_ends" ON "form" USING btree ("ends_at");--> statement-breakpoint
CREATE INDEX "person_link_request" ON "person_link" USING btree ("request_id");--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_kind_known" CHECK ("event"."kind" in ('received', 'moved', 'corrected', 'assigned', 'tagged', 'undone', 'decided', 'amended', 'noted', 'contacted', 'follow_up_set', 'follow_up_done', 'withdrawal_asked', 'acknowledged', 'escalated'));