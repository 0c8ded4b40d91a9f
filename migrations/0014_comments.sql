CREATE TABLE "comment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"about_kind" text NOT NULL,
	"about_id" uuid NOT NULL,
	"text" text,
	"locale" text NOT NULL,
	"visibility" text DEFAULT 'members' NOT NULL,
	"by_person_id" uuid,
	"written_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by_id" uuid,
	CONSTRAINT "comment_withdrawn_says_nothing" CHECK (("comment"."text" is null) = ("comment"."withdrawn_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_by_person_id_person_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_withdrawn_by_id_person_id_fk" FOREIGN KEY ("withdrawn_by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comment_about_id_written_at_index" ON "comment" USING btree ("about_id","written_at");--> statement-breakpoint
CREATE INDEX "comment_by_person_id_index" ON "comment" USING btree ("by_person_id");--> statement-breakpoint
CREATE INDEX "comment_withdrawn_by_id_index" ON "comment" USING btree ("withdrawn_by_id");