CREATE TABLE "reported_fact" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"source" text NOT NULL,
	"external_id" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"state" text DEFAULT 'done' NOT NULL,
	"organisation_id" uuid,
	"person_id" uuid,
	"group_id" uuid,
	"series_id" uuid,
	"subject_id" uuid,
	"standing" text,
	"role" text,
	"country" text,
	"mode" text,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"quantity" numeric,
	"title" jsonb NOT NULL,
	"visibility" text NOT NULL,
	"replaces_id" uuid,
	"reported_at" timestamp with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "reported_fact_days" CHECK ("reported_fact"."ends_on" >= "reported_fact"."starts_on"),
	CONSTRAINT "reported_fact_country" CHECK ("reported_fact"."country" ~ '^[A-Z]{2}$'),
	CONSTRAINT "reported_fact_of_whom" CHECK ("reported_fact"."visibility" <> 'organisation' or "reported_fact"."organisation_id" is not null),
	CONSTRAINT "reported_fact_of_a_group" CHECK ("reported_fact"."visibility" <> 'group' or "reported_fact"."group_id" is not null),
	CONSTRAINT "reported_fact_with_a_name" CHECK ("reported_fact"."person_id" is null or "reported_fact"."visibility" = 'bureau')
);
--> statement-breakpoint
CREATE UNIQUE INDEX "reported_fact_once" ON "reported_fact" USING btree ("source","external_id");--> statement-breakpoint
CREATE INDEX "reported_fact_day" ON "reported_fact" USING btree ("kind","starts_on");--> statement-breakpoint
CREATE INDEX "reported_fact_series" ON "reported_fact" USING btree ("kind","series_id","starts_on");--> statement-breakpoint
CREATE INDEX "reported_fact_subject" ON "reported_fact" USING btree ("kind","subject_id","starts_on");--> statement-breakpoint
CREATE INDEX "reported_fact_group" ON "reported_fact" USING btree ("kind","group_id","starts_on");--> statement-breakpoint
CREATE INDEX "reported_fact_organisation" ON "reported_fact" USING btree ("kind","organisation_id","starts_on");--> statement-breakpoint
CREATE INDEX "reported_fact_person" ON "reported_fact" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "reported_fact_tags" ON "reported_fact" USING gin ("tags");--> statement-breakpoint
CREATE INDEX "reported_fact_as" ON "reported_fact" USING btree ("kind",coalesce("replaces_id", "id"));--> statement-breakpoint
CREATE UNIQUE INDEX "reported_fact_replaces" ON "reported_fact" USING btree ("replaces_id") WHERE "reported_fact"."replaces_id" is not null and "reported_fact"."withdrawn_at" is null;