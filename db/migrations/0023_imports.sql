CREATE TABLE "import_batch" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text,
	"encoding" text,
	"delimiter" text,
	"columns" text[] DEFAULT '{}' NOT NULL,
	"mapping" jsonb,
	"state" text NOT NULL,
	"takes" text,
	"problem" text,
	"rows" integer DEFAULT 0 NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"place" integer DEFAULT 0 NOT NULL,
	"good" integer DEFAULT 0 NOT NULL,
	"bad" integer DEFAULT 0 NOT NULL,
	"repeated" integer DEFAULT 0 NOT NULL,
	"alarms" integer DEFAULT 0 NOT NULL,
	"stored" integer DEFAULT 0 NOT NULL,
	"kept" integer DEFAULT 0 NOT NULL,
	"created_by" uuid NOT NULL,
	"decided_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "import_batch_state" CHECK ("import_batch"."state" in ('uploading', 'reading', 'failed', 'uploaded', 'checking', 'checked', 'storing', 'stored', 'undoing', 'undone'))
);
--> statement-breakpoint
CREATE TABLE "import_mapping" (
	"source" text PRIMARY KEY NOT NULL,
	"fields" jsonb NOT NULL,
	"days" text,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_piece" (
	"batch_id" uuid NOT NULL,
	"nth" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "import_piece_batch_id_nth_pk" PRIMARY KEY("batch_id","nth")
);
--> statement-breakpoint
CREATE TABLE "import_row" (
	"batch_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"cells" jsonb NOT NULL,
	"verdict" text,
	"problems" jsonb,
	"fingerprint" text,
	"request_id" uuid,
	"kept_for" text,
	CONSTRAINT "import_row_batch_id_row_pk" PRIMARY KEY("batch_id","row"),
	CONSTRAINT "import_row_verdict" CHECK ("import_row"."verdict" in ('good', 'bad', 'repeated'))
);
--> statement-breakpoint
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_created_by_staff_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_decided_by_staff_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_piece" ADD CONSTRAINT "import_piece_batch_id_import_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."import_batch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_batch_id_import_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."import_batch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "import_batch_file" ON "import_batch" USING btree ("sha256") WHERE "import_batch"."state" not in ('uploading', 'failed', 'undone');--> statement-breakpoint
CREATE INDEX "import_batch_work" ON "import_batch" USING btree ("id") WHERE "import_batch"."state" in ('reading', 'checking', 'storing', 'undoing');--> statement-breakpoint
CREATE INDEX "import_row_same" ON "import_row" USING btree ("fingerprint") WHERE "import_row"."fingerprint" is not null;--> statement-breakpoint
CREATE INDEX "import_row_bad" ON "import_row" USING btree ("batch_id","row") WHERE "import_row"."verdict" = 'bad';--> statement-breakpoint
CREATE INDEX "import_row_kept" ON "import_row" USING btree ("batch_id","row") WHERE "import_row"."kept_for" is not null;