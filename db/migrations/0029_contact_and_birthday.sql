DROP INDEX "person_phone";--> statement-breakpoint
DROP INDEX "person_email";--> statement-breakpoint
CREATE INDEX "person_phone" ON "person" USING btree ("phone","date_of_birth");--> statement-breakpoint
CREATE INDEX "person_email" ON "person" USING btree (lower("email"),"date_of_birth") WHERE "person"."email" is not null;