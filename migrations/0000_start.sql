CREATE TABLE "auth_account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"provider_id" text NOT NULL,
	"account_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "auth_account_once" UNIQUE("provider_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "auth_session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"user_agent" text,
	"ip_address" text,
	CONSTRAINT "auth_session_token_unique" UNIQUE("token"),
	CONSTRAINT "auth_session_keeps_no_network_address" CHECK ("auth_session"."ip_address" is null)
);
--> statement-breakpoint
CREATE TABLE "auth_user" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"email" text GENERATED ALWAYS AS ("auth_user"."person_id"::text || '@person.invalid') STORED NOT NULL,
	"email_verified" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "auth_user_personId_unique" UNIQUE("person_id"),
	CONSTRAINT "auth_user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "auth_verification" (
	"id" uuid PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "association" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"name" jsonb NOT NULL,
	"time_zone" text DEFAULT 'Europe/Amsterdam' NOT NULL,
	"pinned_today" date,
	"is_example" boolean DEFAULT false NOT NULL,
	"founded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "association_one_row" CHECK ("association"."one")
);
--> statement-breakpoint
CREATE TABLE "attempt" (
	"key" text NOT NULL,
	"window_starts_at" timestamp with time zone NOT NULL,
	"count" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_line" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"operation" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"subject_kind" text,
	"subject_id" uuid,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "outgoing_mail" (
	"id" uuid PRIMARY KEY NOT NULL,
	"queued_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text
);
--> statement-breakpoint
CREATE TABLE "channel" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"name" jsonb NOT NULL,
	"kind" text NOT NULL,
	"description" jsonb,
	"group_id" uuid,
	"visibility" text DEFAULT 'members' NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "channel_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "issue" (
	"id" uuid PRIMARY KEY NOT NULL,
	"channel_id" uuid NOT NULL,
	"title" jsonb NOT NULL,
	"sent_on" date NOT NULL,
	"state" text NOT NULL,
	"recipients" integer,
	"link" text,
	"tags" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "group" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"name" jsonb NOT NULL,
	"kind" text NOT NULL,
	"description" jsonb,
	"visibility" text DEFAULT 'members' NOT NULL,
	"size" integer,
	CONSTRAINT "group_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "group_membership" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text DEFAULT 'member' NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	CONSTRAINT "group_membership_period" CHECK ("group_membership"."ends_on" >= "group_membership"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "affiliation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"role" text NOT NULL,
	"function" jsonb,
	"starts_on" date NOT NULL,
	"ends_on" date,
	CONSTRAINT "affiliation_period" CHECK ("affiliation"."ends_on" >= "affiliation"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "association_role" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"function" jsonb,
	"starts_on" date NOT NULL,
	"ends_on" date,
	CONSTRAINT "association_role_period" CHECK ("association_role"."ends_on" >= "association_role"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "contact" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"means" text NOT NULL,
	"contacted_on" date NOT NULL,
	"person_id" uuid,
	"by_person_id" uuid,
	"subject" jsonb NOT NULL,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	CONSTRAINT "membership_period" CHECK ("membership"."ends_on" >= "membership"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"name" jsonb NOT NULL,
	"short_name" text,
	"country" text,
	"website" text,
	"description" jsonb,
	CONSTRAINT "organisation_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "organisation_tie" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"other_organisation_id" uuid NOT NULL,
	"starts_on" date,
	"ends_on" date,
	CONSTRAINT "organisation_tie_not_to_itself" CHECK ("organisation_tie"."organisation_id" <> "organisation_tie"."other_organisation_id"),
	CONSTRAINT "organisation_tie_period" CHECK ("organisation_tie"."ends_on" >= "organisation_tie"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"given_name" text NOT NULL,
	"family_name" text NOT NULL,
	"email" text,
	"phone" text,
	"locale" text DEFAULT 'nl' NOT NULL,
	"erased_at" timestamp with time zone,
	CONSTRAINT "person_email_unique" UNIQUE("email")
);
--> statement-breakpoint
ALTER TABLE "auth_account" ADD CONSTRAINT "auth_account_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_session" ADD CONSTRAINT "auth_session_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel" ADD CONSTRAINT "channel_group_id_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."group"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issue" ADD CONSTRAINT "issue_channel_id_channel_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channel"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_membership" ADD CONSTRAINT "group_membership_group_id_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."group"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_membership" ADD CONSTRAINT "group_membership_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "affiliation" ADD CONSTRAINT "affiliation_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "affiliation" ADD CONSTRAINT "affiliation_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "association_role" ADD CONSTRAINT "association_role_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_by_person_id_person_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_tie" ADD CONSTRAINT "organisation_tie_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_tie" ADD CONSTRAINT "organisation_tie_other_organisation_id_organisation_id_fk" FOREIGN KEY ("other_organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "auth_account_user_id_index" ON "auth_account" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "auth_session_user_id_index" ON "auth_session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "auth_session_expires_at_index" ON "auth_session" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "auth_verification_identifier_index" ON "auth_verification" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "auth_verification_expires_at_index" ON "auth_verification" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "attempt_key_window_starts_at_index" ON "attempt" USING btree ("key","window_starts_at");--> statement-breakpoint
CREATE INDEX "audit_line_subject_id_at_index" ON "audit_line" USING btree ("subject_id","at");--> statement-breakpoint
CREATE INDEX "audit_line_actor_id_index" ON "audit_line" USING btree ("actor_id");--> statement-breakpoint
CREATE INDEX "outgoing_mail_sent_at_queued_at_index" ON "outgoing_mail" USING btree ("sent_at","queued_at");--> statement-breakpoint
CREATE INDEX "issue_channel_id_sent_on_index" ON "issue" USING btree ("channel_id","sent_on");--> statement-breakpoint
CREATE INDEX "group_membership_group_id_index" ON "group_membership" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "group_membership_person_id_index" ON "group_membership" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "affiliation_person_id_index" ON "affiliation" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "affiliation_organisation_id_index" ON "affiliation" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "association_role_person_id_index" ON "association_role" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "contact_organisation_id_contacted_on_index" ON "contact" USING btree ("organisation_id","contacted_on");--> statement-breakpoint
CREATE INDEX "contact_person_id_index" ON "contact" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "contact_by_person_id_index" ON "contact" USING btree ("by_person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "membership_organisation_id_starts_on_index" ON "membership" USING btree ("organisation_id","starts_on");--> statement-breakpoint
CREATE INDEX "organisation_name" ON "organisation" USING btree (("name"->>'nl'));--> statement-breakpoint
CREATE INDEX "organisation_tie_organisation_id_index" ON "organisation_tie" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "organisation_tie_other_organisation_id_index" ON "organisation_tie" USING btree ("other_organisation_id");