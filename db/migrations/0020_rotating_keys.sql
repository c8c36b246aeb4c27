CREATE TABLE "former_secret" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key_id" uuid NOT NULL,
	"key_hash" text NOT NULL,
	"hint" text NOT NULL,
	"signing" "bytea",
	"rotated_by" uuid NOT NULL,
	"rotated_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "intake_key" ADD COLUMN "expires_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "intake_key" ADD COLUMN "source_channel" text;--> statement-breakpoint
ALTER TABLE "intake_key" ADD COLUMN "source_label" text;--> statement-breakpoint
ALTER TABLE "intake_key" ADD COLUMN "signing" "bytea";--> statement-breakpoint
ALTER TABLE "former_secret" ADD CONSTRAINT "former_secret_key_id_intake_key_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."intake_key"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "former_secret" ADD CONSTRAINT "former_secret_rotated_by_staff_id_fk" FOREIGN KEY ("rotated_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "former_secret_hash" ON "former_secret" USING btree ("key_hash");--> statement-breakpoint
CREATE INDEX "former_secret_key" ON "former_secret" USING btree ("key_id","ends_at");--> statement-breakpoint
ALTER TABLE "intake_key" ADD CONSTRAINT "intake_key_channel" CHECK ("intake_key"."source_channel" in ('web', 'phone', 'referral', 'walk_in', 'import', 'api'));