CREATE TABLE "criterion" (
	"id" uuid PRIMARY KEY NOT NULL,
	"framework_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"code" text NOT NULL,
	"value_strategy_id" uuid NOT NULL,
	"text" jsonb NOT NULL,
	"source" jsonb,
	CONSTRAINT "criterion_frameworkId_code_unique" UNIQUE("framework_id","code")
);
--> statement-breakpoint
CREATE TABLE "framework" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"title" jsonb NOT NULL,
	"starts_on" date,
	"ends_on" date,
	"texts" jsonb NOT NULL,
	"source" jsonb,
	CONSTRAINT "framework_key_unique" UNIQUE("key"),
	CONSTRAINT "framework_period" CHECK ("framework"."ends_on" >= "framework"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "goal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"framework_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"code" text NOT NULL,
	"key" text NOT NULL,
	"name" jsonb NOT NULL,
	"text" jsonb,
	"source" jsonb,
	CONSTRAINT "goal_frameworkId_code_unique" UNIQUE("framework_id","code"),
	CONSTRAINT "goal_frameworkId_key_unique" UNIQUE("framework_id","key")
);
--> statement-breakpoint
CREATE TABLE "theme" (
	"id" uuid PRIMARY KEY NOT NULL,
	"framework_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"parent_id" uuid,
	"name" jsonb,
	"text" jsonb,
	"main" boolean DEFAULT false NOT NULL,
	"note" jsonb,
	"source" jsonb,
	CONSTRAINT "theme_frameworkId_code_unique" UNIQUE("framework_id","code"),
	CONSTRAINT "theme_sets_are_roots" CHECK (("theme"."kind" = 'set') = ("theme"."parent_id" is null)),
	CONSTRAINT "theme_says_something" CHECK (num_nonnulls("theme"."name", "theme"."text") > 0)
);
--> statement-breakpoint
CREATE TABLE "theme_goal" (
	"theme_id" uuid NOT NULL,
	"goal_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "theme_goal_theme_id_goal_id_pk" PRIMARY KEY("theme_id","goal_id")
);
--> statement-breakpoint
CREATE TABLE "theme_sdg" (
	"theme_id" uuid NOT NULL,
	"sdg" integer NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "theme_sdg_theme_id_sdg_pk" PRIMARY KEY("theme_id","sdg"),
	CONSTRAINT "theme_sdg_exists" CHECK ("theme_sdg"."sdg" between 1 and 17)
);
--> statement-breakpoint
CREATE TABLE "value_strategy" (
	"id" uuid PRIMARY KEY NOT NULL,
	"framework_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"code" text NOT NULL,
	"key" text NOT NULL,
	"name" jsonb NOT NULL,
	"text" jsonb,
	"source" jsonb,
	CONSTRAINT "value_strategy_frameworkId_code_unique" UNIQUE("framework_id","code"),
	CONSTRAINT "value_strategy_frameworkId_key_unique" UNIQUE("framework_id","key")
);
--> statement-breakpoint
CREATE TABLE "plan_change" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"promise_id" uuid,
	"subject" text NOT NULL,
	"field" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_on" date NOT NULL,
	"changed_by_id" uuid,
	"why" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plan_version" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"name" text NOT NULL,
	"file" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"made_on" date NOT NULL,
	"made_by_id" uuid,
	CONSTRAINT "plan_version_planId_name_unique" UNIQUE("plan_id","name")
);
--> statement-breakpoint
CREATE TABLE "plan_group_organisation" (
	"plan_group_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "plan_group_organisation_plan_group_id_organisation_id_pk" PRIMARY KEY("plan_group_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "plan_group_theme" (
	"plan_group_id" uuid NOT NULL,
	"theme_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "plan_group_theme_plan_group_id_theme_id_pk" PRIMARY KEY("plan_group_id","theme_id")
);
--> statement-breakpoint
CREATE TABLE "planning_entry_promise" (
	"planning_entry_id" uuid NOT NULL,
	"promise_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "planning_entry_promise_planning_entry_id_promise_id_pk" PRIMARY KEY("planning_entry_id","promise_id")
);
--> statement-breakpoint
CREATE TABLE "priority_goal" (
	"priority_id" uuid NOT NULL,
	"goal_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "priority_goal_priority_id_goal_id_pk" PRIMARY KEY("priority_id","goal_id")
);
--> statement-breakpoint
CREATE TABLE "priority_organisation" (
	"priority_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "priority_organisation_priority_id_organisation_id_pk" PRIMARY KEY("priority_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "priority_sdg" (
	"priority_id" uuid NOT NULL,
	"sdg" integer NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "priority_sdg_priority_id_sdg_pk" PRIMARY KEY("priority_id","sdg"),
	CONSTRAINT "priority_sdg_exists" CHECK ("priority_sdg"."sdg" between 1 and 17)
);
--> statement-breakpoint
CREATE TABLE "priority_source" (
	"priority_id" uuid NOT NULL,
	"plan_source_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "priority_source_priority_id_plan_source_id_pk" PRIMARY KEY("priority_id","plan_source_id")
);
--> statement-breakpoint
CREATE TABLE "programme_organisation" (
	"programme_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "programme_organisation_programme_id_organisation_id_pk" PRIMARY KEY("programme_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "promise_ambiguity" (
	"promise_id" uuid NOT NULL,
	"ambiguity_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "promise_ambiguity_promise_id_ambiguity_id_pk" PRIMARY KEY("promise_id","ambiguity_id")
);
--> statement-breakpoint
CREATE TABLE "promise_goal" (
	"promise_id" uuid NOT NULL,
	"goal_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "promise_goal_promise_id_goal_id_pk" PRIMARY KEY("promise_id","goal_id")
);
--> statement-breakpoint
CREATE TABLE "promise_group" (
	"promise_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"role" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "promise_group_promise_id_group_id_role_pk" PRIMARY KEY("promise_id","group_id","role")
);
--> statement-breakpoint
CREATE TABLE "promise_organisation" (
	"promise_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"role" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "promise_organisation_promise_id_organisation_id_role_pk" PRIMARY KEY("promise_id","organisation_id","role")
);
--> statement-breakpoint
CREATE TABLE "promise_priority" (
	"promise_id" uuid NOT NULL,
	"priority_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "promise_priority_promise_id_priority_id_pk" PRIMARY KEY("promise_id","priority_id")
);
--> statement-breakpoint
CREATE TABLE "promise_programme" (
	"promise_id" uuid NOT NULL,
	"programme_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "promise_programme_promise_id_programme_id_pk" PRIMARY KEY("promise_id","programme_id")
);
--> statement-breakpoint
CREATE TABLE "promise_sdg" (
	"promise_id" uuid NOT NULL,
	"sdg" integer NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "promise_sdg_promise_id_sdg_pk" PRIMARY KEY("promise_id","sdg"),
	CONSTRAINT "promise_sdg_exists" CHECK ("promise_sdg"."sdg" between 1 and 17)
);
--> statement-breakpoint
CREATE TABLE "promise_term" (
	"promise_id" uuid NOT NULL,
	"plan_record_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "promise_term_promise_id_plan_record_id_pk" PRIMARY KEY("promise_id","plan_record_id")
);
--> statement-breakpoint
CREATE TABLE "promise_theme" (
	"promise_id" uuid NOT NULL,
	"theme_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "promise_theme_promise_id_theme_id_pk" PRIMARY KEY("promise_id","theme_id")
);
--> statement-breakpoint
CREATE TABLE "promise_tie" (
	"promise_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "promise_tie_promise_id_other_id_kind_pk" PRIMARY KEY("promise_id","other_id","kind"),
	CONSTRAINT "promise_tie_not_to_itself" CHECK ("promise_tie"."promise_id" <> "promise_tie"."other_id")
);
--> statement-breakpoint
CREATE TABLE "promise_value_strategy" (
	"promise_id" uuid NOT NULL,
	"value_strategy_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "promise_value_strategy_promise_id_value_strategy_id_pk" PRIMARY KEY("promise_id","value_strategy_id")
);
--> statement-breakpoint
CREATE TABLE "source_theme" (
	"plan_source_id" uuid NOT NULL,
	"theme_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "source_theme_plan_source_id_theme_id_pk" PRIMARY KEY("plan_source_id","theme_id")
);
--> statement-breakpoint
CREATE TABLE "target_calendar" (
	"promise_id" uuid NOT NULL,
	"calendar_id" uuid NOT NULL,
	CONSTRAINT "target_calendar_promise_id_calendar_id_pk" PRIMARY KEY("promise_id","calendar_id")
);
--> statement-breakpoint
CREATE TABLE "target_reference" (
	"id" uuid PRIMARY KEY NOT NULL,
	"promise_id" uuid NOT NULL,
	"refers_to" text NOT NULL,
	"key" text NOT NULL,
	"group_id" uuid,
	"organisation_id" uuid,
	"channel_id" uuid,
	"trigger_id" uuid,
	"plan_record_id" uuid,
	CONSTRAINT "target_reference_promiseId_refersTo_key_unique" UNIQUE("promise_id","refers_to","key"),
	CONSTRAINT "target_reference_is_one_thing" CHECK (num_nonnulls("target_reference"."group_id", "target_reference"."organisation_id", "target_reference"."channel_id", "target_reference"."trigger_id", "target_reference"."plan_record_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "calendar" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"key" text NOT NULL,
	"label" jsonb NOT NULL,
	CONSTRAINT "calendar_planId_key_unique" UNIQUE("plan_id","key")
);
--> statement-breakpoint
CREATE TABLE "calendar_range" (
	"id" uuid PRIMARY KEY NOT NULL,
	"calendar_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"label" jsonb,
	CONSTRAINT "calendar_range_days" CHECK ("calendar_range"."ends_on" >= "calendar_range"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "period" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"key" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"precision" text,
	"label" jsonb,
	CONSTRAINT "period_planId_key_unique" UNIQUE("plan_id","key"),
	CONSTRAINT "period_days" CHECK ("period"."ends_on" >= "period"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "plan_group" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"group_id" uuid NOT NULL,
	"parent_id" uuid,
	"core_task_id" uuid,
	"details" jsonb NOT NULL,
	"source" jsonb,
	CONSTRAINT "plan_group_planId_groupId_unique" UNIQUE("plan_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "plan_organisation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"organisation_id" uuid NOT NULL,
	"details" jsonb NOT NULL,
	"source" jsonb,
	CONSTRAINT "plan_organisation_planId_organisationId_unique" UNIQUE("plan_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "plan_record" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"refers_to" text NOT NULL,
	"key" text NOT NULL,
	"name" jsonb NOT NULL,
	"group_id" uuid,
	"organisation_id" uuid,
	"programme_id" uuid,
	"channel_id" uuid,
	"details" jsonb NOT NULL,
	"source" jsonb,
	CONSTRAINT "plan_record_planId_refersTo_key_unique" UNIQUE("plan_id","refers_to","key"),
	CONSTRAINT "plan_record_is_one_thing" CHECK ("plan_record"."channel_id" is null or "plan_record"."refers_to" = 'channel')
);
--> statement-breakpoint
CREATE TABLE "plan_source" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"text" jsonb NOT NULL,
	"details" jsonb NOT NULL,
	"source" jsonb,
	CONSTRAINT "plan_source_planId_code_unique" UNIQUE("plan_id","code")
);
--> statement-breakpoint
CREATE TABLE "priority" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"code" text NOT NULL,
	"title" jsonb NOT NULL,
	"points" jsonb NOT NULL,
	"source" jsonb,
	CONSTRAINT "priority_planId_code_unique" UNIQUE("plan_id","code")
);
--> statement-breakpoint
CREATE TABLE "programme" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"key" text NOT NULL,
	"name" jsonb NOT NULL,
	"kind" text NOT NULL,
	"core_task_id" uuid,
	"parent_id" uuid,
	"funder_id" uuid,
	"details" jsonb NOT NULL,
	"source" jsonb,
	CONSTRAINT "programme_planId_key_unique" UNIQUE("plan_id","key")
);
--> statement-breakpoint
CREATE TABLE "activity" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"code" text NOT NULL,
	"section_id" uuid NOT NULL,
	"title" jsonb NOT NULL,
	"addition" jsonb,
	"source" jsonb,
	CONSTRAINT "activity_planId_code_unique" UNIQUE("plan_id","code")
);
--> statement-breakpoint
CREATE TABLE "ambiguity" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"code" text NOT NULL,
	"issue" jsonb NOT NULL,
	"reading" jsonb NOT NULL,
	"confidence" jsonb,
	"source" jsonb,
	CONSTRAINT "ambiguity_planId_code_unique" UNIQUE("plan_id","code")
);
--> statement-breakpoint
CREATE TABLE "chapter" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"number" integer NOT NULL,
	"title" jsonb NOT NULL,
	"about" jsonb,
	"texts" jsonb NOT NULL,
	"source" jsonb,
	CONSTRAINT "chapter_planId_number_unique" UNIQUE("plan_id","number")
);
--> statement-breakpoint
CREATE TABLE "condition_in_words" (
	"id" uuid PRIMARY KEY NOT NULL,
	"promise_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"text" jsonb NOT NULL,
	"met_on" date,
	"met_by_id" uuid,
	"met_source" text,
	CONSTRAINT "condition_met_with_source" CHECK (("condition_in_words"."met_on" is null) = ("condition_in_words"."met_source" is null))
);
--> statement-breakpoint
CREATE TABLE "core_task" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"code" text NOT NULL,
	"key" text NOT NULL,
	"title" jsonb NOT NULL,
	"across" boolean DEFAULT false NOT NULL,
	"note" jsonb,
	"source" jsonb,
	CONSTRAINT "core_task_planId_code_unique" UNIQUE("plan_id","code"),
	CONSTRAINT "core_task_planId_key_unique" UNIQUE("plan_id","key")
);
--> statement-breakpoint
CREATE TABLE "plan" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"framework_id" uuid NOT NULL,
	"title" jsonb NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"adopted_on" date,
	"adopted_by_id" uuid,
	"visibility" text DEFAULT 'members' NOT NULL,
	"about" jsonb NOT NULL,
	CONSTRAINT "plan_key_unique" UNIQUE("key"),
	CONSTRAINT "plan_period" CHECK ("plan"."ends_on" >= "plan"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "planning_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"code" text NOT NULL,
	"activity_id" uuid NOT NULL,
	"text" jsonb NOT NULL,
	"figures" jsonb,
	"trigger_id" uuid,
	"confidence" jsonb,
	"source" jsonb,
	CONSTRAINT "planning_entry_planId_code_unique" UNIQUE("plan_id","code")
);
--> statement-breakpoint
CREATE TABLE "planning_entry_window" (
	"id" uuid PRIMARY KEY NOT NULL,
	"planning_entry_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"key" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"precision" text,
	"label" jsonb,
	CONSTRAINT "planning_entry_window_planningEntryId_key_unique" UNIQUE("planning_entry_id","key"),
	CONSTRAINT "planning_entry_window_period" CHECK ("planning_entry_window"."ends_on" >= "planning_entry_window"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "promise" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"activity_id" uuid,
	"parent_id" uuid,
	"core_task_id" uuid,
	"title" jsonb NOT NULL,
	"stands_in" text NOT NULL,
	"figures" jsonb,
	"target" jsonb,
	"window_basis" text,
	"trigger_id" uuid,
	"link_basis" text,
	"owner_person_id" uuid,
	"owner_role" jsonb,
	"visibility" text NOT NULL,
	"note" jsonb,
	"source" jsonb,
	"withdrawn_on" date,
	"withdrawn_why" text,
	CONSTRAINT "promise_planId_code_unique" UNIQUE("plan_id","code"),
	CONSTRAINT "promise_has_activity" CHECK ("promise"."kind" = 'commitment' or "promise"."activity_id" is not null),
	CONSTRAINT "promise_not_part_of_itself" CHECK ("promise"."parent_id" <> "promise"."id"),
	CONSTRAINT "promise_withdrawn_with_reason" CHECK (("promise"."withdrawn_on" is null) = ("promise"."withdrawn_why" is null))
);
--> statement-breakpoint
CREATE TABLE "promise_window" (
	"id" uuid PRIMARY KEY NOT NULL,
	"promise_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"key" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"precision" text,
	"label" jsonb,
	"slack_days" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "promise_window_promiseId_key_unique" UNIQUE("promise_id","key"),
	CONSTRAINT "promise_window_period" CHECK ("promise_window"."ends_on" >= "promise_window"."starts_on"),
	CONSTRAINT "promise_window_slack" CHECK ("promise_window"."slack_days" between 0 and 366)
);
--> statement-breakpoint
CREATE TABLE "section" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"code" text NOT NULL,
	"title" jsonb NOT NULL,
	"core_task_id" uuid NOT NULL,
	"source" jsonb,
	CONSTRAINT "section_planId_code_unique" UNIQUE("plan_id","code")
);
--> statement-breakpoint
CREATE TABLE "trigger" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"label" jsonb NOT NULL,
	"resolves" jsonb,
	"state" text DEFAULT 'open' NOT NULL,
	"state_on" date,
	"state_by_id" uuid,
	"why" text,
	CONSTRAINT "trigger_planId_key_unique" UNIQUE("plan_id","key"),
	CONSTRAINT "trigger_day" CHECK (("trigger"."state" = 'open') = ("trigger"."state_on" is null))
);
--> statement-breakpoint
ALTER TABLE "criterion" ADD CONSTRAINT "criterion_framework_id_framework_id_fk" FOREIGN KEY ("framework_id") REFERENCES "public"."framework"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "criterion" ADD CONSTRAINT "criterion_value_strategy_id_value_strategy_id_fk" FOREIGN KEY ("value_strategy_id") REFERENCES "public"."value_strategy"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal" ADD CONSTRAINT "goal_framework_id_framework_id_fk" FOREIGN KEY ("framework_id") REFERENCES "public"."framework"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme" ADD CONSTRAINT "theme_framework_id_framework_id_fk" FOREIGN KEY ("framework_id") REFERENCES "public"."framework"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme" ADD CONSTRAINT "theme_parent_id_theme_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."theme"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_goal" ADD CONSTRAINT "theme_goal_theme_id_theme_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."theme"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_goal" ADD CONSTRAINT "theme_goal_goal_id_goal_id_fk" FOREIGN KEY ("goal_id") REFERENCES "public"."goal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_sdg" ADD CONSTRAINT "theme_sdg_theme_id_theme_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."theme"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "value_strategy" ADD CONSTRAINT "value_strategy_framework_id_framework_id_fk" FOREIGN KEY ("framework_id") REFERENCES "public"."framework"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_change" ADD CONSTRAINT "plan_change_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_change" ADD CONSTRAINT "plan_change_promise_id_promise_id_fk" FOREIGN KEY ("promise_id") REFERENCES "public"."promise"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_change" ADD CONSTRAINT "plan_change_changed_by_id_person_id_fk" FOREIGN KEY ("changed_by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_version" ADD CONSTRAINT "plan_version_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_version" ADD CONSTRAINT "plan_version_made_by_id_person_id_fk" FOREIGN KEY ("made_by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_group_organisation" ADD CONSTRAINT "plan_group_organisation_plan_group_id_plan_group_id_fk" FOREIGN KEY ("plan_group_id") REFERENCES "public"."plan_group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_group_organisation" ADD CONSTRAINT "plan_group_organisation_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_group_theme" ADD CONSTRAINT "plan_group_theme_plan_group_id_plan_group_id_fk" FOREIGN KEY ("plan_group_id") REFERENCES "public"."plan_group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_group_theme" ADD CONSTRAINT "plan_group_theme_theme_id_theme_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."theme"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "planning_entry_promise" ADD CONSTRAINT "planning_entry_promise_planning_entry_id_planning_entry_id_fk" FOREIGN KEY ("planning_entry_id") REFERENCES "public"."planning_entry"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "planning_entry_promise" ADD CONSTRAINT "planning_entry_promise_promise_id_promise_id_fk" FOREIGN KEY ("promise_id") REFERENCES "public"."promise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "priority_goal" ADD CONSTRAINT "priority_goal_priority_id_priority_id_fk" FOREIGN KEY ("priority_id") REFERENCES "public"."priority"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "priority_goal" ADD CONSTRAINT "priority_goal_goal_id_goal_id_fk" FOREIGN KEY ("goal_id") REFERENCES "public"."goal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "priority_organisation" ADD CONSTRAINT "priority_organisation_priority_id_priority_id_fk" FOREIGN KEY ("priority_id") REFERENCES "public"."priority"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "priority_organisation" ADD CONSTRAINT "priority_organisation_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "priority_sdg" ADD CONSTRAINT "priority_sdg_priority_id_priority_id_fk" FOREIGN KEY ("priority_id") REFERENCES "public"."priority"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "priority_source" ADD CONSTRAINT "priority_source_priority_id_priority_id_fk" FOREIGN KEY ("priority_id") REFERENCES "public"."priority"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "priority_source" ADD CONSTRAINT "priority_source_plan_source_id_plan_source_id_fk" FOREIGN KEY ("plan_source_id") REFERENCES "public"."plan_source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_organisation" ADD CONSTRAINT "programme_organisation_programme_id_programme_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programme"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_organisation" ADD CONSTRAINT "programme_organisation_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise_ambiguity" ADD CONSTRAINT "promise_ambiguity_promise_id_promise_id_fk" FOREIGN KEY ("promise_id") REFERENCES "public"."promise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise_ambiguity" ADD CONSTRAINT "promise_ambiguity_ambiguity_id_ambiguity_id_fk" FOREIGN KEY ("ambiguity_id") REFERENCES "public"."ambiguity"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise_goal" ADD CONSTRAINT "promise_goal_promise_id_promise_id_fk" FOREIGN KEY ("promise_id") REFERENCES "public"."promise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise_goal" ADD CONSTRAINT "promise_goal_goal_id_goal_id_fk" FOREIGN KEY ("goal_id") REFERENCES "public"."goal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise_group" ADD CONSTRAINT "promise_group_promise_id_promise_id_fk" FOREIGN KEY ("promise_id") REFERENCES "public"."promise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise_group" ADD CONSTRAINT "promise_group_group_id_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."group"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise_organisation" ADD CONSTRAINT "promise_organisation_promise_id_promise_id_fk" FOREIGN KEY ("promise_id") REFERENCES "public"."promise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise_organisation" ADD CONSTRAINT "promise_organisation_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise_priority" ADD CONSTRAINT "promise_priority_promise_id_promise_id_fk" FOREIGN KEY ("promise_id") REFERENCES "public"."promise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise_priority" ADD CONSTRAINT "promise_priority_priority_id_priority_id_fk" FOREIGN KEY ("priority_id") REFERENCES "public"."priority"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise_programme" ADD CONSTRAINT "promise_programme_promise_id_promise_id_fk" FOREIGN KEY ("promise_id") REFERENCES "public"."promise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise_programme" ADD CONSTRAINT "promise_programme_programme_id_programme_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programme"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise_sdg" ADD CONSTRAINT "promise_sdg_promise_id_promise_id_fk" FOREIGN KEY ("promise_id") REFERENCES "public"."promise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise_term" ADD CONSTRAINT "promise_term_promise_id_promise_id_fk" FOREIGN KEY ("promise_id") REFERENCES "public"."promise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise_term" ADD CONSTRAINT "promise_term_plan_record_id_plan_record_id_fk" FOREIGN KEY ("plan_record_id") REFERENCES "public"."plan_record"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise_theme" ADD CONSTRAINT "promise_theme_promise_id_promise_id_fk" FOREIGN KEY ("promise_id") REFERENCES "public"."promise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise_theme" ADD CONSTRAINT "promise_theme_theme_id_theme_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."theme"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise_tie" ADD CONSTRAINT "promise_tie_promise_id_promise_id_fk" FOREIGN KEY ("promise_id") REFERENCES "public"."promise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise_tie" ADD CONSTRAINT "promise_tie_other_id_promise_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."promise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise_value_strategy" ADD CONSTRAINT "promise_value_strategy_promise_id_promise_id_fk" FOREIGN KEY ("promise_id") REFERENCES "public"."promise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise_value_strategy" ADD CONSTRAINT "promise_value_strategy_value_strategy_id_value_strategy_id_fk" FOREIGN KEY ("value_strategy_id") REFERENCES "public"."value_strategy"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_theme" ADD CONSTRAINT "source_theme_plan_source_id_plan_source_id_fk" FOREIGN KEY ("plan_source_id") REFERENCES "public"."plan_source"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_theme" ADD CONSTRAINT "source_theme_theme_id_theme_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."theme"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_calendar" ADD CONSTRAINT "target_calendar_promise_id_promise_id_fk" FOREIGN KEY ("promise_id") REFERENCES "public"."promise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_calendar" ADD CONSTRAINT "target_calendar_calendar_id_calendar_id_fk" FOREIGN KEY ("calendar_id") REFERENCES "public"."calendar"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_reference" ADD CONSTRAINT "target_reference_promise_id_promise_id_fk" FOREIGN KEY ("promise_id") REFERENCES "public"."promise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_reference" ADD CONSTRAINT "target_reference_group_id_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."group"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_reference" ADD CONSTRAINT "target_reference_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_reference" ADD CONSTRAINT "target_reference_channel_id_channel_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channel"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_reference" ADD CONSTRAINT "target_reference_trigger_id_trigger_id_fk" FOREIGN KEY ("trigger_id") REFERENCES "public"."trigger"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_reference" ADD CONSTRAINT "target_reference_plan_record_id_plan_record_id_fk" FOREIGN KEY ("plan_record_id") REFERENCES "public"."plan_record"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar" ADD CONSTRAINT "calendar_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_range" ADD CONSTRAINT "calendar_range_calendar_id_calendar_id_fk" FOREIGN KEY ("calendar_id") REFERENCES "public"."calendar"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "period" ADD CONSTRAINT "period_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_group" ADD CONSTRAINT "plan_group_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_group" ADD CONSTRAINT "plan_group_group_id_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."group"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_group" ADD CONSTRAINT "plan_group_parent_id_plan_group_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."plan_group"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_group" ADD CONSTRAINT "plan_group_core_task_id_core_task_id_fk" FOREIGN KEY ("core_task_id") REFERENCES "public"."core_task"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_organisation" ADD CONSTRAINT "plan_organisation_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_organisation" ADD CONSTRAINT "plan_organisation_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_record" ADD CONSTRAINT "plan_record_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_record" ADD CONSTRAINT "plan_record_group_id_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."group"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_record" ADD CONSTRAINT "plan_record_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_record" ADD CONSTRAINT "plan_record_programme_id_programme_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programme"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_record" ADD CONSTRAINT "plan_record_channel_id_channel_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channel"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_source" ADD CONSTRAINT "plan_source_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "priority" ADD CONSTRAINT "priority_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme" ADD CONSTRAINT "programme_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme" ADD CONSTRAINT "programme_core_task_id_core_task_id_fk" FOREIGN KEY ("core_task_id") REFERENCES "public"."core_task"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme" ADD CONSTRAINT "programme_parent_id_programme_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."programme"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme" ADD CONSTRAINT "programme_funder_id_organisation_id_fk" FOREIGN KEY ("funder_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity" ADD CONSTRAINT "activity_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity" ADD CONSTRAINT "activity_section_id_section_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."section"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ambiguity" ADD CONSTRAINT "ambiguity_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chapter" ADD CONSTRAINT "chapter_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "condition_in_words" ADD CONSTRAINT "condition_in_words_promise_id_promise_id_fk" FOREIGN KEY ("promise_id") REFERENCES "public"."promise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "condition_in_words" ADD CONSTRAINT "condition_in_words_met_by_id_person_id_fk" FOREIGN KEY ("met_by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core_task" ADD CONSTRAINT "core_task_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan" ADD CONSTRAINT "plan_framework_id_framework_id_fk" FOREIGN KEY ("framework_id") REFERENCES "public"."framework"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan" ADD CONSTRAINT "plan_adopted_by_id_person_id_fk" FOREIGN KEY ("adopted_by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "planning_entry" ADD CONSTRAINT "planning_entry_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "planning_entry" ADD CONSTRAINT "planning_entry_activity_id_activity_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activity"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "planning_entry" ADD CONSTRAINT "planning_entry_trigger_id_trigger_id_fk" FOREIGN KEY ("trigger_id") REFERENCES "public"."trigger"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "planning_entry_window" ADD CONSTRAINT "planning_entry_window_planning_entry_id_planning_entry_id_fk" FOREIGN KEY ("planning_entry_id") REFERENCES "public"."planning_entry"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise" ADD CONSTRAINT "promise_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise" ADD CONSTRAINT "promise_activity_id_activity_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activity"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise" ADD CONSTRAINT "promise_parent_id_promise_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."promise"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise" ADD CONSTRAINT "promise_core_task_id_core_task_id_fk" FOREIGN KEY ("core_task_id") REFERENCES "public"."core_task"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise" ADD CONSTRAINT "promise_trigger_id_trigger_id_fk" FOREIGN KEY ("trigger_id") REFERENCES "public"."trigger"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise" ADD CONSTRAINT "promise_owner_person_id_person_id_fk" FOREIGN KEY ("owner_person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise_window" ADD CONSTRAINT "promise_window_promise_id_promise_id_fk" FOREIGN KEY ("promise_id") REFERENCES "public"."promise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section" ADD CONSTRAINT "section_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section" ADD CONSTRAINT "section_core_task_id_core_task_id_fk" FOREIGN KEY ("core_task_id") REFERENCES "public"."core_task"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trigger" ADD CONSTRAINT "trigger_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trigger" ADD CONSTRAINT "trigger_state_by_id_person_id_fk" FOREIGN KEY ("state_by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "criterion_value_strategy_id_index" ON "criterion" USING btree ("value_strategy_id");--> statement-breakpoint
CREATE INDEX "theme_parent_id_index" ON "theme" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "theme_goal_goal_id_index" ON "theme_goal" USING btree ("goal_id");--> statement-breakpoint
CREATE INDEX "plan_change_plan_id_changed_at_index" ON "plan_change" USING btree ("plan_id","changed_at");--> statement-breakpoint
CREATE INDEX "plan_change_promise_id_index" ON "plan_change" USING btree ("promise_id");--> statement-breakpoint
CREATE INDEX "plan_change_changed_by_id_index" ON "plan_change" USING btree ("changed_by_id");--> statement-breakpoint
CREATE INDEX "plan_version_made_by_id_index" ON "plan_version" USING btree ("made_by_id");--> statement-breakpoint
CREATE INDEX "plan_group_organisation_organisation_id_index" ON "plan_group_organisation" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "plan_group_theme_theme_id_index" ON "plan_group_theme" USING btree ("theme_id");--> statement-breakpoint
CREATE INDEX "planning_entry_promise_promise_id_index" ON "planning_entry_promise" USING btree ("promise_id");--> statement-breakpoint
CREATE INDEX "priority_goal_goal_id_index" ON "priority_goal" USING btree ("goal_id");--> statement-breakpoint
CREATE INDEX "priority_organisation_organisation_id_index" ON "priority_organisation" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "priority_source_plan_source_id_index" ON "priority_source" USING btree ("plan_source_id");--> statement-breakpoint
CREATE INDEX "programme_organisation_organisation_id_index" ON "programme_organisation" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "promise_ambiguity_ambiguity_id_index" ON "promise_ambiguity" USING btree ("ambiguity_id");--> statement-breakpoint
CREATE INDEX "promise_goal_goal_id_index" ON "promise_goal" USING btree ("goal_id");--> statement-breakpoint
CREATE INDEX "promise_group_group_id_index" ON "promise_group" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "promise_organisation_organisation_id_index" ON "promise_organisation" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "promise_priority_priority_id_index" ON "promise_priority" USING btree ("priority_id");--> statement-breakpoint
CREATE INDEX "promise_programme_programme_id_index" ON "promise_programme" USING btree ("programme_id");--> statement-breakpoint
CREATE INDEX "promise_sdg_sdg_index" ON "promise_sdg" USING btree ("sdg");--> statement-breakpoint
CREATE INDEX "promise_term_plan_record_id_index" ON "promise_term" USING btree ("plan_record_id");--> statement-breakpoint
CREATE INDEX "promise_theme_theme_id_index" ON "promise_theme" USING btree ("theme_id");--> statement-breakpoint
CREATE INDEX "promise_tie_other_id_index" ON "promise_tie" USING btree ("other_id");--> statement-breakpoint
CREATE INDEX "promise_value_strategy_value_strategy_id_index" ON "promise_value_strategy" USING btree ("value_strategy_id");--> statement-breakpoint
CREATE INDEX "source_theme_theme_id_index" ON "source_theme" USING btree ("theme_id");--> statement-breakpoint
CREATE INDEX "target_calendar_calendar_id_index" ON "target_calendar" USING btree ("calendar_id");--> statement-breakpoint
CREATE INDEX "target_reference_group_id_index" ON "target_reference" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "target_reference_organisation_id_index" ON "target_reference" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "target_reference_channel_id_index" ON "target_reference" USING btree ("channel_id");--> statement-breakpoint
CREATE INDEX "target_reference_trigger_id_index" ON "target_reference" USING btree ("trigger_id");--> statement-breakpoint
CREATE INDEX "target_reference_plan_record_id_index" ON "target_reference" USING btree ("plan_record_id");--> statement-breakpoint
CREATE INDEX "calendar_range_calendar_id_index" ON "calendar_range" USING btree ("calendar_id");--> statement-breakpoint
CREATE INDEX "plan_group_group_id_index" ON "plan_group" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "plan_group_parent_id_index" ON "plan_group" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "plan_organisation_organisation_id_index" ON "plan_organisation" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "plan_record_group_id_index" ON "plan_record" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "plan_record_organisation_id_index" ON "plan_record" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "plan_record_programme_id_index" ON "plan_record" USING btree ("programme_id");--> statement-breakpoint
CREATE INDEX "plan_record_channel_id_index" ON "plan_record" USING btree ("channel_id");--> statement-breakpoint
CREATE INDEX "programme_parent_id_index" ON "programme" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "programme_funder_id_index" ON "programme" USING btree ("funder_id");--> statement-breakpoint
CREATE INDEX "activity_section_id_index" ON "activity" USING btree ("section_id");--> statement-breakpoint
CREATE INDEX "condition_in_words_promise_id_index" ON "condition_in_words" USING btree ("promise_id");--> statement-breakpoint
CREATE INDEX "condition_in_words_met_by_id_index" ON "condition_in_words" USING btree ("met_by_id");--> statement-breakpoint
CREATE INDEX "planning_entry_activity_id_index" ON "planning_entry" USING btree ("activity_id");--> statement-breakpoint
CREATE INDEX "promise_activity_id_index" ON "promise" USING btree ("activity_id");--> statement-breakpoint
CREATE INDEX "promise_parent_id_index" ON "promise" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "promise_owner_person_id_index" ON "promise" USING btree ("owner_person_id");--> statement-breakpoint
CREATE INDEX "promise_trigger_id_index" ON "promise" USING btree ("trigger_id");--> statement-breakpoint
CREATE INDEX "section_core_task_id_index" ON "section" USING btree ("core_task_id");