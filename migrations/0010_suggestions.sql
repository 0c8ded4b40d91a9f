CREATE TABLE "calendar_source" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"url" text NOT NULL,
	"added_by_id" uuid,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	"etag" text,
	"last_read_at" timestamp with time zone,
	"problem" text,
	"stopped_at" timestamp with time zone,
	CONSTRAINT "calendar_source_url_unique" UNIQUE("url")
);
--> statement-breakpoint
CREATE TABLE "fact_file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"source" text,
	"days" text,
	"content" "bytea" NOT NULL,
	"added_by_id" uuid,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "suggestion" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"told" text NOT NULL,
	"calendar_source_id" uuid,
	"external_id" text NOT NULL,
	"deed" text NOT NULL,
	"payload" jsonb,
	"print" text NOT NULL,
	"happened_on" date NOT NULL,
	"title" jsonb NOT NULL,
	"is_sure" boolean NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"suggested_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by_id" uuid,
	"record_id" uuid,
	"record_href" text,
	CONSTRAINT "suggestion_decided" CHECK (("suggestion"."state" = 'open') = ("suggestion"."decided_at" is null)),
	CONSTRAINT "suggestion_payload" CHECK (case "suggestion"."state" when 'open' then "suggestion"."payload" is not null when 'accepted' then "suggestion"."payload" is null else true end)
);
--> statement-breakpoint
ALTER TABLE "calendar_source" ADD CONSTRAINT "calendar_source_added_by_id_person_id_fk" FOREIGN KEY ("added_by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fact_file" ADD CONSTRAINT "fact_file_added_by_id_person_id_fk" FOREIGN KEY ("added_by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_calendar_source_id_calendar_source_id_fk" FOREIGN KEY ("calendar_source_id") REFERENCES "public"."calendar_source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_decided_by_id_person_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "suggestion_once" ON "suggestion" USING btree ("source","external_id");--> statement-breakpoint
CREATE INDEX "suggestion_open" ON "suggestion" USING btree ("happened_on") WHERE "suggestion"."state" = 'open';--> statement-breakpoint
CREATE INDEX "suggestion_state_decided_at_index" ON "suggestion" USING btree ("state","decided_at");--> statement-breakpoint
CREATE INDEX "suggestion_decided_by_id_index" ON "suggestion" USING btree ("decided_by_id");--> statement-breakpoint
CREATE INDEX "suggestion_calendar_source_id_index" ON "suggestion" USING btree ("calendar_source_id");