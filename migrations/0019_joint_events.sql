ALTER TABLE "reported_fact" ADD COLUMN "also_group_ids" uuid[] DEFAULT '{}' NOT NULL;
--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "also_group_ids" uuid[] DEFAULT '{}' NOT NULL;
--> statement-breakpoint
-- The groups that organise along move into the event itself.
UPDATE "event" SET "also_group_ids" = also.ids FROM (SELECT o."event_id", array_agg(o."group_id" ORDER BY o."id") AS ids
	FROM "event_organiser" o JOIN "event" e ON e."id" = o."event_id"
	WHERE o."group_id" IS NOT NULL AND o."group_id" IS DISTINCT FROM e."group_id" GROUP BY o."event_id") also
	WHERE also."event_id" = "event"."id";
--> statement-breakpoint
DELETE FROM "event_organiser" WHERE "group_id" IS NOT NULL;
--> statement-breakpoint
ALTER TABLE "event_organiser" DROP CONSTRAINT "event_organiser_eventId_groupId_unique";
--> statement-breakpoint
ALTER TABLE "event_organiser" DROP CONSTRAINT "event_organiser_is_one";
--> statement-breakpoint
ALTER TABLE "event_organiser" DROP CONSTRAINT "event_organiser_group_id_group_id_fk";
--> statement-breakpoint
DROP INDEX "event_organiser_group_id_index";
--> statement-breakpoint
ALTER TABLE "event_organiser" ALTER COLUMN "organisation_id" SET NOT NULL;
--> statement-breakpoint
CREATE INDEX "reported_fact_also_groups" ON "reported_fact" USING gin ("also_group_ids");
--> statement-breakpoint
CREATE INDEX "event_also_group_ids_index" ON "event" USING gin ("also_group_ids");
--> statement-breakpoint
ALTER TABLE "event_organiser" DROP COLUMN "group_id";
--> statement-breakpoint
ALTER TABLE "reported_fact" ADD CONSTRAINT "reported_fact_also_others" CHECK (not coalesce("reported_fact"."group_id" = any ("reported_fact"."also_group_ids"), false));
--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_also_others" CHECK (not coalesce("event"."group_id" = any ("event"."also_group_ids"), false));
