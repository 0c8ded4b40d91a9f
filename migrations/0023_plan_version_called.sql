ALTER TABLE "plan_version" ALTER COLUMN "name" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_version" ADD COLUMN "adopted_on" date;--> statement-breakpoint
ALTER TABLE "plan_version" ADD CONSTRAINT "plan_version_is_called" CHECK (num_nonnulls("plan_version"."name", "plan_version"."adopted_on") = 1);