ALTER TABLE "target_reference" DROP CONSTRAINT "target_reference_is_one_thing";--> statement-breakpoint
ALTER TABLE "plan_record" DROP CONSTRAINT "plan_record_is_one_thing";--> statement-breakpoint
ALTER TABLE "plan_record" DROP CONSTRAINT "plan_record_group_id_group_id_fk";
--> statement-breakpoint
ALTER TABLE "plan_record" DROP CONSTRAINT "plan_record_organisation_id_organisation_id_fk";
--> statement-breakpoint
DROP INDEX "plan_record_group_id_index";--> statement-breakpoint
DROP INDEX "plan_record_organisation_id_index";--> statement-breakpoint
DROP INDEX "plan_record_channel_id_index";--> statement-breakpoint
ALTER TABLE "plan_record" ALTER COLUMN "key" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_record" ALTER COLUMN "name" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "target_reference" ADD COLUMN "series_id" uuid;--> statement-breakpoint
ALTER TABLE "target_reference" ADD COLUMN "event_id" uuid;--> statement-breakpoint
ALTER TABLE "target_reference" ADD COLUMN "document_id" uuid;--> statement-breakpoint
ALTER TABLE "target_reference" ADD COLUMN "milestone_id" uuid;--> statement-breakpoint
ALTER TABLE "target_reference" ADD COLUMN "term_id" uuid;--> statement-breakpoint
ALTER TABLE "target_reference" ADD COLUMN "measured_thing_id" uuid;--> statement-breakpoint
ALTER TABLE "target_reference" ADD COLUMN "decision_id" uuid;--> statement-breakpoint
ALTER TABLE "plan_record" ADD COLUMN "series_id" uuid;--> statement-breakpoint
ALTER TABLE "plan_record" ADD COLUMN "event_id" uuid;--> statement-breakpoint
ALTER TABLE "plan_record" ADD COLUMN "document_id" uuid;--> statement-breakpoint
ALTER TABLE "plan_record" ADD COLUMN "milestone_id" uuid;--> statement-breakpoint
ALTER TABLE "plan_record" ADD COLUMN "term_id" uuid;--> statement-breakpoint
ALTER TABLE "plan_record" ADD COLUMN "measured_thing_id" uuid;--> statement-breakpoint
ALTER TABLE "trigger" ADD COLUMN "decision_id" uuid;--> statement-breakpoint
ALTER TABLE "target_reference" ADD CONSTRAINT "target_reference_series_id_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_reference" ADD CONSTRAINT "target_reference_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_reference" ADD CONSTRAINT "target_reference_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_reference" ADD CONSTRAINT "target_reference_milestone_id_milestone_id_fk" FOREIGN KEY ("milestone_id") REFERENCES "public"."milestone"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_reference" ADD CONSTRAINT "target_reference_term_id_term_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."term"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_reference" ADD CONSTRAINT "target_reference_measured_thing_id_measured_thing_id_fk" FOREIGN KEY ("measured_thing_id") REFERENCES "public"."measured_thing"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_reference" ADD CONSTRAINT "target_reference_decision_id_decision_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_record" ADD CONSTRAINT "plan_record_series_id_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_record" ADD CONSTRAINT "plan_record_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_record" ADD CONSTRAINT "plan_record_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_record" ADD CONSTRAINT "plan_record_milestone_id_milestone_id_fk" FOREIGN KEY ("milestone_id") REFERENCES "public"."milestone"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_record" ADD CONSTRAINT "plan_record_term_id_term_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."term"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_record" ADD CONSTRAINT "plan_record_measured_thing_id_measured_thing_id_fk" FOREIGN KEY ("measured_thing_id") REFERENCES "public"."measured_thing"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trigger" ADD CONSTRAINT "trigger_decision_id_decision_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "target_reference_series_id_index" ON "target_reference" USING btree ("series_id");--> statement-breakpoint
CREATE INDEX "target_reference_event_id_index" ON "target_reference" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "target_reference_document_id_index" ON "target_reference" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "target_reference_milestone_id_index" ON "target_reference" USING btree ("milestone_id");--> statement-breakpoint
CREATE INDEX "target_reference_term_id_index" ON "target_reference" USING btree ("term_id");--> statement-breakpoint
CREATE INDEX "target_reference_measured_thing_id_index" ON "target_reference" USING btree ("measured_thing_id");--> statement-breakpoint
CREATE INDEX "target_reference_decision_id_index" ON "target_reference" USING btree ("decision_id");--> statement-breakpoint
CREATE INDEX "trigger_decision_id_index" ON "trigger" USING btree ("decision_id");--> statement-breakpoint
ALTER TABLE "plan_record" DROP COLUMN "group_id";--> statement-breakpoint
ALTER TABLE "plan_record" DROP COLUMN "organisation_id";--> statement-breakpoint
ALTER TABLE "plan_record" ADD CONSTRAINT "plan_record_planId_seriesId_unique" UNIQUE("plan_id","series_id");--> statement-breakpoint
ALTER TABLE "plan_record" ADD CONSTRAINT "plan_record_planId_eventId_unique" UNIQUE("plan_id","event_id");--> statement-breakpoint
ALTER TABLE "plan_record" ADD CONSTRAINT "plan_record_planId_channelId_unique" UNIQUE("plan_id","channel_id");--> statement-breakpoint
ALTER TABLE "plan_record" ADD CONSTRAINT "plan_record_planId_documentId_unique" UNIQUE("plan_id","document_id");--> statement-breakpoint
ALTER TABLE "plan_record" ADD CONSTRAINT "plan_record_planId_milestoneId_unique" UNIQUE("plan_id","milestone_id");--> statement-breakpoint
ALTER TABLE "plan_record" ADD CONSTRAINT "plan_record_planId_termId_unique" UNIQUE("plan_id","term_id");--> statement-breakpoint
ALTER TABLE "plan_record" ADD CONSTRAINT "plan_record_planId_measuredThingId_unique" UNIQUE("plan_id","measured_thing_id");--> statement-breakpoint
ALTER TABLE "target_reference" ADD CONSTRAINT "target_reference_is_one_thing" CHECK (num_nonnulls("target_reference"."group_id", "target_reference"."organisation_id", "target_reference"."series_id", "target_reference"."event_id", "target_reference"."channel_id",
				"target_reference"."document_id", "target_reference"."milestone_id", "target_reference"."term_id", "target_reference"."measured_thing_id", "target_reference"."decision_id",
				"target_reference"."trigger_id", "target_reference"."plan_record_id") = 1);--> statement-breakpoint
ALTER TABLE "plan_record" ADD CONSTRAINT "plan_record_is_one_thing" CHECK (num_nonnulls("plan_record"."series_id", "plan_record"."event_id", "plan_record"."channel_id", "plan_record"."document_id", "plan_record"."milestone_id",
				"plan_record"."term_id", "plan_record"."measured_thing_id") = case when "plan_record"."key" is null then 1 else 0 end);--> statement-breakpoint
ALTER TABLE "trigger" ADD CONSTRAINT "trigger_decision" CHECK (("trigger"."kind" = 'decision') = ("trigger"."decision_id" is not null));