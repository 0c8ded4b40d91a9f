ALTER TABLE "report_line" ADD COLUMN "computed" text;--> statement-breakpoint
ALTER TABLE "report_line" ADD COLUMN "is_judged" boolean DEFAULT false NOT NULL;