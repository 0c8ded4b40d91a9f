CREATE TABLE "task" (
	"id" uuid PRIMARY KEY NOT NULL,
	"what" jsonb NOT NULL,
	"note" text,
	"about_kind" text,
	"about_id" uuid,
	"for_person_id" uuid,
	"for_group_id" uuid,
	"for_role" text,
	"due_on" date NOT NULL,
	"made_by_id" uuid,
	"made_on" date NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"settled_on" date,
	"settled_by_id" uuid,
	CONSTRAINT "task_about_one" CHECK (("task"."about_kind" is null) = ("task"."about_id" is null)),
	CONSTRAINT "task_for_somebody" CHECK (num_nonnulls("task"."for_person_id", "task"."for_group_id", "task"."for_role") = 1
				or ("task"."for_role" is null and num_nonnulls("task"."for_person_id", "task"."for_group_id") = 2)),
	CONSTRAINT "task_settled" CHECK (("task"."state" = 'open') = ("task"."settled_on" is null))
);
--> statement-breakpoint
CREATE TABLE "task_change" (
	"id" uuid PRIMARY KEY NOT NULL,
	"task_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"changed_on" date NOT NULL,
	"by_person_id" uuid,
	"from_on" date,
	"to_on" date,
	"why" text,
	CONSTRAINT "task_change_with_reason" CHECK ("task_change"."why" is not null or "task_change"."kind" <> 'dropped')
);
--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_for_person_id_person_id_fk" FOREIGN KEY ("for_person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_for_group_id_group_id_fk" FOREIGN KEY ("for_group_id") REFERENCES "public"."group"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_made_by_id_person_id_fk" FOREIGN KEY ("made_by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_settled_by_id_person_id_fk" FOREIGN KEY ("settled_by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_change" ADD CONSTRAINT "task_change_task_id_task_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."task"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_change" ADD CONSTRAINT "task_change_by_person_id_person_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "task_about_id_index" ON "task" USING btree ("about_id");--> statement-breakpoint
CREATE INDEX "task_for_person_id_due_on_index" ON "task" USING btree ("for_person_id","due_on");--> statement-breakpoint
CREATE INDEX "task_for_group_id_index" ON "task" USING btree ("for_group_id");--> statement-breakpoint
CREATE INDEX "task_made_by_id_index" ON "task" USING btree ("made_by_id");--> statement-breakpoint
CREATE INDEX "task_settled_by_id_index" ON "task" USING btree ("settled_by_id");--> statement-breakpoint
CREATE INDEX "task_open" ON "task" USING btree ("due_on") WHERE "task"."state" = 'open';--> statement-breakpoint
CREATE INDEX "task_change_task_id_index" ON "task_change" USING btree ("task_id");--> statement-breakpoint
CREATE INDEX "task_change_by_person_id_index" ON "task_change" USING btree ("by_person_id");