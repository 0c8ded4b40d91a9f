ALTER TABLE "reported_fact" ADD COLUMN "answers" integer;--> statement-breakpoint
ALTER TABLE "reported_fact" ADD CONSTRAINT "reported_fact_answers" CHECK ("reported_fact"."answers" >= 0);