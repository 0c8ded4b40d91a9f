CREATE TABLE "attendance" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"person_id" uuid,
	"organisation_id" uuid,
	"standing" text,
	"country" text,
	"role" text DEFAULT 'participant' NOT NULL,
	"mode" text,
	"quantity" integer,
	CONSTRAINT "attendance_name_or_number" CHECK (num_nonnulls("attendance"."person_id", "attendance"."quantity") = 1),
	CONSTRAINT "attendance_quantity" CHECK ("attendance"."quantity" > 0),
	CONSTRAINT "attendance_standing_of_number" CHECK ("attendance"."person_id" is null or "attendance"."standing" is null)
);
--> statement-breakpoint
CREATE TABLE "event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text,
	"series_id" uuid,
	"title" jsonb NOT NULL,
	"starts_on" date,
	"ends_on" date,
	"start_time" time(0),
	"end_time" time(0),
	"place" text,
	"country" text,
	"mode" text DEFAULT 'physical' NOT NULL,
	"host" text DEFAULT 'ours' NOT NULL,
	"state" text DEFAULT 'planned' NOT NULL,
	"group_id" uuid,
	"organisation_id" uuid,
	"description" jsonb,
	"link" text,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"visibility" text DEFAULT 'members' NOT NULL,
	CONSTRAINT "event_key_unique" UNIQUE("key"),
	CONSTRAINT "event_days" CHECK (("event"."starts_on" is null) = ("event"."ends_on" is null) and "event"."ends_on" >= "event"."starts_on"),
	CONSTRAINT "event_done_on_a_day" CHECK ("event"."state" <> 'done' or "event"."starts_on" is not null),
	CONSTRAINT "event_of_a_group" CHECK ("event"."visibility" <> 'group' or "event"."group_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "event_change" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"by_person_id" uuid,
	"from_on" date,
	"to_on" date,
	"why" text,
	CONSTRAINT "event_change_with_reason" CHECK ("event_change"."why" is not null or "event_change"."kind" = 'done' or ("event_change"."kind" = 'moved' and "event_change"."from_on" is null))
);
--> statement-breakpoint
CREATE TABLE "event_organiser" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"group_id" uuid,
	"organisation_id" uuid,
	CONSTRAINT "event_organiser_eventId_groupId_unique" UNIQUE("event_id","group_id"),
	CONSTRAINT "event_organiser_eventId_organisationId_unique" UNIQUE("event_id","organisation_id"),
	CONSTRAINT "event_organiser_is_one" CHECK (num_nonnulls("event_organiser"."group_id", "event_organiser"."organisation_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "registration_count" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"counted_on" date NOT NULL,
	"total" integer NOT NULL,
	CONSTRAINT "registration_count_once_a_day" UNIQUE("event_id","counted_on"),
	CONSTRAINT "registration_count_total" CHECK ("registration_count"."total" >= 0)
);
--> statement-breakpoint
CREATE TABLE "series" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"name" jsonb NOT NULL,
	"group_id" uuid,
	"description" jsonb,
	"visibility" text DEFAULT 'members' NOT NULL,
	CONSTRAINT "series_key_unique" UNIQUE("key"),
	CONSTRAINT "series_of_a_group" CHECK ("series"."visibility" <> 'group' or "series"."group_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "decision" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text,
	"title" jsonb NOT NULL,
	"description" jsonb,
	"group_id" uuid,
	"due_on" date,
	"decided_on" date,
	"outcome" text,
	"reasons" text,
	"state" text DEFAULT 'open' NOT NULL,
	"visibility" text DEFAULT 'members' NOT NULL,
	CONSTRAINT "decision_key_unique" UNIQUE("key"),
	CONSTRAINT "decision_taken_with_outcome" CHECK (("decision"."state" = 'taken') = (num_nonnulls("decision"."decided_on", "decision"."outcome", "decision"."reasons") = 3)
				and ("decision"."state" = 'taken' or num_nonnulls("decision"."decided_on", "decision"."outcome", "decision"."reasons") = 0)),
	CONSTRAINT "decision_of_a_group" CHECK ("decision"."visibility" <> 'group' or "decision"."group_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "deliverable_change" (
	"id" uuid PRIMARY KEY NOT NULL,
	"document_id" uuid,
	"milestone_id" uuid,
	"decision_id" uuid,
	"term_id" uuid,
	"kind" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"by_person_id" uuid,
	"from_on" date,
	"to_on" date,
	"why" text,
	CONSTRAINT "deliverable_change_of_one" CHECK (num_nonnulls("deliverable_change"."document_id", "deliverable_change"."milestone_id", "deliverable_change"."decision_id", "deliverable_change"."term_id") = 1),
	CONSTRAINT "deliverable_change_with_reason" CHECK ("deliverable_change"."why" is not null or "deliverable_change"."kind" not in ('ended', 'postponed', 'withdrawn', 'reopened'))
);
--> statement-breakpoint
CREATE TABLE "document" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text,
	"title" jsonb NOT NULL,
	"description" jsonb,
	"kind" jsonb,
	"event_id" uuid,
	"term_id" uuid,
	"group_id" uuid,
	"organisation_id" uuid,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"link" text,
	"due_on" date,
	"delivered_on" date,
	"state" text DEFAULT 'planned' NOT NULL,
	"visibility" text DEFAULT 'members' NOT NULL,
	CONSTRAINT "document_key_unique" UNIQUE("key"),
	CONSTRAINT "document_about_one" CHECK (num_nonnulls("document"."event_id", "document"."term_id") <= 1),
	CONSTRAINT "document_delivered_on_a_day" CHECK (("document"."state" = 'delivered') = ("document"."delivered_on" is not null)),
	CONSTRAINT "document_of_a_group" CHECK ("document"."visibility" <> 'group' or "document"."group_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "measured_thing" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text,
	"title" jsonb NOT NULL,
	"description" jsonb,
	"unit" jsonb,
	"visibility" text DEFAULT 'members' NOT NULL,
	CONSTRAINT "measured_thing_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "measurement" (
	"id" uuid PRIMARY KEY NOT NULL,
	"measured_thing_id" uuid NOT NULL,
	"value" numeric NOT NULL,
	"measured_on" date NOT NULL,
	"organisation_id" uuid,
	"source" text NOT NULL,
	"answers" integer,
	CONSTRAINT "measurement_answers" CHECK ("measurement"."answers" >= 0)
);
--> statement-breakpoint
CREATE TABLE "milestone" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text,
	"title" jsonb NOT NULL,
	"description" jsonb,
	"group_id" uuid,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"link" text,
	"due_on" date,
	"reached_on" date,
	"state" text DEFAULT 'planned' NOT NULL,
	"visibility" text DEFAULT 'members' NOT NULL,
	CONSTRAINT "milestone_key_unique" UNIQUE("key"),
	CONSTRAINT "milestone_reached_on_a_day" CHECK (("milestone"."state" = 'reached') = ("milestone"."reached_on" is not null)),
	CONSTRAINT "milestone_of_a_group" CHECK ("milestone"."visibility" <> 'group' or "milestone"."group_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "term" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text,
	"title" jsonb NOT NULL,
	"description" jsonb,
	"kind" text NOT NULL,
	"holder_id" uuid,
	"counterpart_id" uuid,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"link" text,
	"visibility" text DEFAULT 'members' NOT NULL,
	CONSTRAINT "term_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "term_period" (
	"id" uuid PRIMARY KEY NOT NULL,
	"term_id" uuid NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"norm" jsonb,
	"note" text,
	CONSTRAINT "term_period_days" CHECK ("term_period"."ends_on" >= "term_period"."starts_on")
);
--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_series_id_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_group_id_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."group"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_change" ADD CONSTRAINT "event_change_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_change" ADD CONSTRAINT "event_change_by_person_id_person_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_organiser" ADD CONSTRAINT "event_organiser_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_organiser" ADD CONSTRAINT "event_organiser_group_id_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."group"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_organiser" ADD CONSTRAINT "event_organiser_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_count" ADD CONSTRAINT "registration_count_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series" ADD CONSTRAINT "series_group_id_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."group"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_group_id_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."group"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliverable_change" ADD CONSTRAINT "deliverable_change_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliverable_change" ADD CONSTRAINT "deliverable_change_milestone_id_milestone_id_fk" FOREIGN KEY ("milestone_id") REFERENCES "public"."milestone"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliverable_change" ADD CONSTRAINT "deliverable_change_decision_id_decision_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliverable_change" ADD CONSTRAINT "deliverable_change_term_id_term_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."term"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliverable_change" ADD CONSTRAINT "deliverable_change_by_person_id_person_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_term_id_term_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."term"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_group_id_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."group"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_measured_thing_id_measured_thing_id_fk" FOREIGN KEY ("measured_thing_id") REFERENCES "public"."measured_thing"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_group_id_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."group"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term" ADD CONSTRAINT "term_holder_id_organisation_id_fk" FOREIGN KEY ("holder_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term" ADD CONSTRAINT "term_counterpart_id_organisation_id_fk" FOREIGN KEY ("counterpart_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_period" ADD CONSTRAINT "term_period_term_id_term_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."term"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attendance_event_id_index" ON "attendance" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "attendance_person_id_index" ON "attendance" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "attendance_organisation_id_index" ON "attendance" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "attendance_once" ON "attendance" USING btree ("event_id","person_id","role");--> statement-breakpoint
CREATE INDEX "event_series_id_starts_on_index" ON "event" USING btree ("series_id","starts_on");--> statement-breakpoint
CREATE INDEX "event_group_id_starts_on_index" ON "event" USING btree ("group_id","starts_on");--> statement-breakpoint
CREATE INDEX "event_organisation_id_index" ON "event" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "event_starts_on_index" ON "event" USING btree ("starts_on");--> statement-breakpoint
CREATE INDEX "event_tags_index" ON "event" USING gin ("tags");--> statement-breakpoint
CREATE INDEX "event_open" ON "event" USING btree ("ends_on") WHERE "event"."state" = 'planned';--> statement-breakpoint
CREATE INDEX "event_change_event_id_at_index" ON "event_change" USING btree ("event_id","at");--> statement-breakpoint
CREATE INDEX "event_change_by_person_id_index" ON "event_change" USING btree ("by_person_id");--> statement-breakpoint
CREATE INDEX "event_organiser_group_id_index" ON "event_organiser" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "event_organiser_organisation_id_index" ON "event_organiser" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "registration_count_counted_on_index" ON "registration_count" USING btree ("counted_on");--> statement-breakpoint
CREATE INDEX "series_group_id_index" ON "series" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "decision_day" ON "decision" USING btree (coalesce("decided_on", "due_on"));--> statement-breakpoint
CREATE INDEX "decision_group_id_index" ON "decision" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "deliverable_change_document_id_index" ON "deliverable_change" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "deliverable_change_milestone_id_index" ON "deliverable_change" USING btree ("milestone_id");--> statement-breakpoint
CREATE INDEX "deliverable_change_decision_id_index" ON "deliverable_change" USING btree ("decision_id");--> statement-breakpoint
CREATE INDEX "deliverable_change_term_id_index" ON "deliverable_change" USING btree ("term_id");--> statement-breakpoint
CREATE INDEX "deliverable_change_by_person_id_index" ON "deliverable_change" USING btree ("by_person_id");--> statement-breakpoint
CREATE INDEX "document_day" ON "document" USING btree (coalesce("delivered_on", "due_on"));--> statement-breakpoint
CREATE INDEX "document_event_id_index" ON "document" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "document_term_id_index" ON "document" USING btree ("term_id");--> statement-breakpoint
CREATE INDEX "document_group_id_index" ON "document" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "document_organisation_id_index" ON "document" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "document_tags_index" ON "document" USING gin ("tags");--> statement-breakpoint
CREATE INDEX "measurement_measured_thing_id_measured_on_index" ON "measurement" USING btree ("measured_thing_id","measured_on");--> statement-breakpoint
CREATE INDEX "measurement_organisation_id_index" ON "measurement" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "milestone_day" ON "milestone" USING btree (coalesce("reached_on", "due_on"));--> statement-breakpoint
CREATE INDEX "milestone_group_id_index" ON "milestone" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "milestone_tags_index" ON "milestone" USING gin ("tags");--> statement-breakpoint
CREATE INDEX "term_kind_index" ON "term" USING btree ("kind");--> statement-breakpoint
CREATE INDEX "term_holder_id_index" ON "term" USING btree ("holder_id");--> statement-breakpoint
CREATE INDEX "term_counterpart_id_index" ON "term" USING btree ("counterpart_id");--> statement-breakpoint
CREATE INDEX "term_tags_index" ON "term" USING gin ("tags");--> statement-breakpoint
CREATE UNIQUE INDEX "term_period_term_id_starts_on_index" ON "term_period" USING btree ("term_id","starts_on");--> statement-breakpoint
CREATE INDEX "term_period_ends_on_index" ON "term_period" USING btree ("ends_on");