DROP INDEX "membership_organisation_id_starts_on_index";--> statement-breakpoint
CREATE INDEX "contact_contacted_on_index" ON "contact" USING btree ("contacted_on");--> statement-breakpoint
CREATE INDEX "membership_days" ON "membership" USING btree ("organisation_id","starts_on","ends_on");