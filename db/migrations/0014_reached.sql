CREATE INDEX "milestone_consult" ON "milestone" USING btree ("received_at") WHERE "milestone"."consult_at" is not null;--> statement-breakpoint
CREATE INDEX "milestone_procedure" ON "milestone" USING btree ("received_at") WHERE "milestone"."procedure_at" is not null;
