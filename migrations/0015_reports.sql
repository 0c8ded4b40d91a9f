CREATE TABLE "report" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"plan_id" uuid NOT NULL,
	"title" jsonb NOT NULL,
	"scope_kind" text NOT NULL,
	"scope_codes" text[] DEFAULT '{}' NOT NULL,
	"reader" text NOT NULL,
	"group_id" uuid,
	"organisation_id" uuid,
	"closes_on" date NOT NULL,
	"comments_before" date,
	"intro" jsonb,
	"frozen_on" date,
	"previous_id" uuid,
	CONSTRAINT "report_key_unique" UNIQUE("key"),
	CONSTRAINT "report_group" CHECK ("report"."reader" <> 'group' or "report"."group_id" is not null),
	CONSTRAINT "report_funder" CHECK (("report"."reader" = 'funder') = ("report"."organisation_id" is not null)),
	CONSTRAINT "report_scope" CHECK (("report"."scope_kind" = 'plan') = (cardinality("report"."scope_codes") = 0)),
	CONSTRAINT "report_frozen_after_closing" CHECK ("report"."frozen_on" >= "report"."closes_on")
);
--> statement-breakpoint
CREATE TABLE "report_change" (
	"id" uuid PRIMARY KEY NOT NULL,
	"report_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"on" date NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by_person_id" uuid,
	"number" integer
);
--> statement-breakpoint
CREATE TABLE "report_comment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"report_id" uuid NOT NULL,
	"promise_id" uuid NOT NULL,
	"asked_id" uuid,
	"reminded_on" date,
	"text" jsonb,
	"agreed" boolean DEFAULT false NOT NULL,
	"written_on" date,
	"written_by_id" uuid,
	CONSTRAINT "report_comment_reportId_promiseId_unique" UNIQUE("report_id","promise_id"),
	CONSTRAINT "report_comment_written" CHECK (("report_comment"."written_on" is null) = ("report_comment"."text" is null and not "report_comment"."agreed"))
);
--> statement-breakpoint
CREATE TABLE "report_evidence" (
	"line_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"fact_id" uuid NOT NULL,
	"on" date NOT NULL,
	"organisation_id" uuid,
	"key" text NOT NULL,
	CONSTRAINT "report_evidence_line_id_kind_fact_id_pk" PRIMARY KEY("line_id","kind","fact_id")
);
--> statement-breakpoint
CREATE TABLE "report_line" (
	"id" uuid PRIMARY KEY NOT NULL,
	"report_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"promise_id" uuid,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"title" jsonb NOT NULL,
	"core_task" jsonb,
	"section" jsonb,
	"activity" jsonb,
	"target" jsonb,
	"windows" jsonb NOT NULL,
	"sentence" jsonb,
	"reading" jsonb NOT NULL,
	"why" jsonb NOT NULL,
	"status" text NOT NULL,
	"open_conditions" integer NOT NULL,
	"parts" jsonb NOT NULL,
	"strip" jsonb NOT NULL,
	"evidence_count" integer NOT NULL,
	"previous" jsonb,
	"comment" jsonb,
	"comment_by_id" uuid,
	CONSTRAINT "report_line_reportId_code_unique" UNIQUE("report_id","code")
);
--> statement-breakpoint
CREATE TABLE "report_outcome" (
	"id" uuid PRIMARY KEY NOT NULL,
	"report_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"text" jsonb NOT NULL,
	"concluded_on" date NOT NULL,
	"written_by_id" uuid,
	"withdrawn_on" date
);
--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_group_id_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."group"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_previous_id_report_id_fk" FOREIGN KEY ("previous_id") REFERENCES "public"."report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_change" ADD CONSTRAINT "report_change_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_change" ADD CONSTRAINT "report_change_by_person_id_person_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_comment" ADD CONSTRAINT "report_comment_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_comment" ADD CONSTRAINT "report_comment_promise_id_promise_id_fk" FOREIGN KEY ("promise_id") REFERENCES "public"."promise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_comment" ADD CONSTRAINT "report_comment_asked_id_person_id_fk" FOREIGN KEY ("asked_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_comment" ADD CONSTRAINT "report_comment_written_by_id_person_id_fk" FOREIGN KEY ("written_by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_evidence" ADD CONSTRAINT "report_evidence_line_id_report_line_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."report_line"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_evidence" ADD CONSTRAINT "report_evidence_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_line" ADD CONSTRAINT "report_line_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_line" ADD CONSTRAINT "report_line_promise_id_promise_id_fk" FOREIGN KEY ("promise_id") REFERENCES "public"."promise"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_line" ADD CONSTRAINT "report_line_comment_by_id_person_id_fk" FOREIGN KEY ("comment_by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_outcome" ADD CONSTRAINT "report_outcome_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_outcome" ADD CONSTRAINT "report_outcome_written_by_id_person_id_fk" FOREIGN KEY ("written_by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "report_plan_id_index" ON "report" USING btree ("plan_id");--> statement-breakpoint
CREATE INDEX "report_group_id_index" ON "report" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "report_organisation_id_index" ON "report" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "report_previous_id_index" ON "report" USING btree ("previous_id");--> statement-breakpoint
CREATE INDEX "report_change_report_id_index" ON "report_change" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "report_change_by_person_id_index" ON "report_change" USING btree ("by_person_id");--> statement-breakpoint
CREATE INDEX "report_comment_promise_id_index" ON "report_comment" USING btree ("promise_id");--> statement-breakpoint
CREATE INDEX "report_comment_asked_id_index" ON "report_comment" USING btree ("asked_id");--> statement-breakpoint
CREATE INDEX "report_comment_written_by_id_index" ON "report_comment" USING btree ("written_by_id");--> statement-breakpoint
CREATE INDEX "report_evidence_organisation_id_index" ON "report_evidence" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "report_line_promise_id_index" ON "report_line" USING btree ("promise_id");--> statement-breakpoint
CREATE INDEX "report_line_comment_by_id_index" ON "report_line" USING btree ("comment_by_id");--> statement-breakpoint
CREATE INDEX "report_outcome_report_id_index" ON "report_outcome" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "report_outcome_written_by_id_index" ON "report_outcome" USING btree ("written_by_id");