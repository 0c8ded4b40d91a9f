CREATE TABLE "judged_reading" (
	"id" uuid PRIMARY KEY NOT NULL,
	"promise_id" uuid NOT NULL,
	"judged_on" date NOT NULL,
	"value" numeric,
	"verdict" text,
	"source" text NOT NULL,
	"reason" text NOT NULL,
	"by_person_id" uuid,
	"recorded_on" date NOT NULL,
	"withdrawn_on" date,
	"withdrawn_by_id" uuid,
	"withdrawn_why" text,
	CONSTRAINT "judged_reading_says_something" CHECK (num_nonnulls("judged_reading"."value", "judged_reading"."verdict") >= 1),
	CONSTRAINT "judged_reading_withdrawn" CHECK (("judged_reading"."withdrawn_on" is null) = ("judged_reading"."withdrawn_why" is null))
);
--> statement-breakpoint
CREATE TABLE "overruling" (
	"id" uuid PRIMARY KEY NOT NULL,
	"promise_id" uuid NOT NULL,
	"status" text NOT NULL,
	"why" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"by_person_id" uuid,
	"lifted_on" date,
	"lifted_by_id" uuid,
	CONSTRAINT "overruling_period" CHECK ("overruling"."ends_on" >= "overruling"."starts_on"),
	CONSTRAINT "overruling_lifted_after_it_began" CHECK ("overruling"."lifted_on" >= "overruling"."starts_on")
);
--> statement-breakpoint
ALTER TABLE "judged_reading" ADD CONSTRAINT "judged_reading_promise_id_promise_id_fk" FOREIGN KEY ("promise_id") REFERENCES "public"."promise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "judged_reading" ADD CONSTRAINT "judged_reading_by_person_id_person_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "judged_reading" ADD CONSTRAINT "judged_reading_withdrawn_by_id_person_id_fk" FOREIGN KEY ("withdrawn_by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "overruling" ADD CONSTRAINT "overruling_promise_id_promise_id_fk" FOREIGN KEY ("promise_id") REFERENCES "public"."promise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "overruling" ADD CONSTRAINT "overruling_by_person_id_person_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "overruling" ADD CONSTRAINT "overruling_lifted_by_id_person_id_fk" FOREIGN KEY ("lifted_by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "judged_reading_promise_id_judged_on_index" ON "judged_reading" USING btree ("promise_id","judged_on");--> statement-breakpoint
CREATE INDEX "judged_reading_by_person_id_index" ON "judged_reading" USING btree ("by_person_id");--> statement-breakpoint
CREATE INDEX "judged_reading_withdrawn_by_id_index" ON "judged_reading" USING btree ("withdrawn_by_id");--> statement-breakpoint
CREATE INDEX "overruling_promise_id_index" ON "overruling" USING btree ("promise_id");--> statement-breakpoint
CREATE INDEX "overruling_by_person_id_index" ON "overruling" USING btree ("by_person_id");--> statement-breakpoint
CREATE INDEX "overruling_lifted_by_id_index" ON "overruling" USING btree ("lifted_by_id");--> statement-breakpoint
CREATE UNIQUE INDEX "overruling_standing" ON "overruling" USING btree ("promise_id") WHERE "overruling"."lifted_on" is null;