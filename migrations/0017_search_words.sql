-- Words to find records by, Dutch and English apart, kept by the database itself. Names and codes are no language: simple.
alter table promise
	add column words_nl tsvector generated always as (setweight(to_tsvector('simple'::regconfig, code), 'A') || setweight(to_tsvector('dutch'::regconfig, coalesce(title->>'nl', '')), 'A') || setweight(to_tsvector('dutch'::regconfig, coalesce(note->>'nl', '')), 'C')) stored,
	add column words_en tsvector generated always as (setweight(to_tsvector('english'::regconfig, coalesce(title->>'en', '')), 'A') || setweight(to_tsvector('english'::regconfig, coalesce(note->>'en', '')), 'C')) stored;
--> statement-breakpoint
create index promise_words_nl on promise using gin (words_nl);
--> statement-breakpoint
create index promise_words_en on promise using gin (words_en);
--> statement-breakpoint
alter table activity
	add column words_nl tsvector generated always as (setweight(to_tsvector('simple'::regconfig, code), 'A') || setweight(to_tsvector('dutch'::regconfig, coalesce(title->>'nl', '')), 'A') || setweight(to_tsvector('dutch'::regconfig, coalesce(addition->>'nl', '')), 'C')) stored,
	add column words_en tsvector generated always as (setweight(to_tsvector('english'::regconfig, coalesce(title->>'en', '')), 'A') || setweight(to_tsvector('english'::regconfig, coalesce(addition->>'en', '')), 'C')) stored;
--> statement-breakpoint
create index activity_words_nl on activity using gin (words_nl);
--> statement-breakpoint
create index activity_words_en on activity using gin (words_en);
--> statement-breakpoint
alter table goal
	add column words_nl tsvector generated always as (setweight(to_tsvector('dutch'::regconfig, coalesce(name->>'nl', '')), 'A') || setweight(to_tsvector('dutch'::regconfig, coalesce(text->>'nl', '')), 'C')) stored,
	add column words_en tsvector generated always as (setweight(to_tsvector('english'::regconfig, coalesce(name->>'en', '')), 'A') || setweight(to_tsvector('english'::regconfig, coalesce(text->>'en', '')), 'C')) stored;
--> statement-breakpoint
create index goal_words_nl on goal using gin (words_nl);
--> statement-breakpoint
create index goal_words_en on goal using gin (words_en);
--> statement-breakpoint
alter table organisation
	add column words_nl tsvector generated always as (setweight(to_tsvector('simple'::regconfig, coalesce(short_name, '')), 'A') || setweight(to_tsvector('dutch'::regconfig, coalesce(name->>'nl', '')), 'A') || setweight(to_tsvector('dutch'::regconfig, coalesce(description->>'nl', '')), 'C')) stored,
	add column words_en tsvector generated always as (setweight(to_tsvector('english'::regconfig, coalesce(name->>'en', '')), 'A') || setweight(to_tsvector('english'::regconfig, coalesce(description->>'en', '')), 'C')) stored;
--> statement-breakpoint
create index organisation_words_nl on organisation using gin (words_nl);
--> statement-breakpoint
create index organisation_words_en on organisation using gin (words_en);
--> statement-breakpoint
alter table "group"
	add column words_nl tsvector generated always as (setweight(to_tsvector('dutch'::regconfig, coalesce(name->>'nl', '')), 'A') || setweight(to_tsvector('dutch'::regconfig, coalesce(description->>'nl', '')), 'C')) stored,
	add column words_en tsvector generated always as (setweight(to_tsvector('english'::regconfig, coalesce(name->>'en', '')), 'A') || setweight(to_tsvector('english'::regconfig, coalesce(description->>'en', '')), 'C')) stored;
--> statement-breakpoint
create index group_words_nl on "group" using gin (words_nl);
--> statement-breakpoint
create index group_words_en on "group" using gin (words_en);
--> statement-breakpoint
alter table event
	add column words_nl tsvector generated always as (setweight(to_tsvector('dutch'::regconfig, coalesce(title->>'nl', '')), 'A') || setweight(to_tsvector('dutch'::regconfig, coalesce(description->>'nl', '')), 'C')) stored,
	add column words_en tsvector generated always as (setweight(to_tsvector('english'::regconfig, coalesce(title->>'en', '')), 'A') || setweight(to_tsvector('english'::regconfig, coalesce(description->>'en', '')), 'C')) stored;
--> statement-breakpoint
create index event_words_nl on event using gin (words_nl);
--> statement-breakpoint
create index event_words_en on event using gin (words_en);
--> statement-breakpoint
alter table series
	add column words_nl tsvector generated always as (setweight(to_tsvector('dutch'::regconfig, coalesce(name->>'nl', '')), 'A') || setweight(to_tsvector('dutch'::regconfig, coalesce(description->>'nl', '')), 'C')) stored,
	add column words_en tsvector generated always as (setweight(to_tsvector('english'::regconfig, coalesce(name->>'en', '')), 'A') || setweight(to_tsvector('english'::regconfig, coalesce(description->>'en', '')), 'C')) stored;
--> statement-breakpoint
create index series_words_nl on series using gin (words_nl);
--> statement-breakpoint
create index series_words_en on series using gin (words_en);
--> statement-breakpoint
alter table channel
	add column words_nl tsvector generated always as (setweight(to_tsvector('dutch'::regconfig, coalesce(name->>'nl', '')), 'A') || setweight(to_tsvector('dutch'::regconfig, coalesce(description->>'nl', '')), 'C')) stored,
	add column words_en tsvector generated always as (setweight(to_tsvector('english'::regconfig, coalesce(name->>'en', '')), 'A') || setweight(to_tsvector('english'::regconfig, coalesce(description->>'en', '')), 'C')) stored;
--> statement-breakpoint
create index channel_words_nl on channel using gin (words_nl);
--> statement-breakpoint
create index channel_words_en on channel using gin (words_en);
--> statement-breakpoint
alter table issue
	add column words_nl tsvector generated always as (setweight(to_tsvector('dutch'::regconfig, coalesce(title->>'nl', '')), 'A')) stored,
	add column words_en tsvector generated always as (setweight(to_tsvector('english'::regconfig, coalesce(title->>'en', '')), 'A')) stored;
--> statement-breakpoint
create index issue_words_nl on issue using gin (words_nl);
--> statement-breakpoint
create index issue_words_en on issue using gin (words_en);
--> statement-breakpoint
alter table document
	add column words_nl tsvector generated always as (setweight(to_tsvector('dutch'::regconfig, coalesce(title->>'nl', '')), 'A') || setweight(to_tsvector('dutch'::regconfig, coalesce(description->>'nl', '')), 'C')) stored,
	add column words_en tsvector generated always as (setweight(to_tsvector('english'::regconfig, coalesce(title->>'en', '')), 'A') || setweight(to_tsvector('english'::regconfig, coalesce(description->>'en', '')), 'C')) stored;
--> statement-breakpoint
create index document_words_nl on document using gin (words_nl);
--> statement-breakpoint
create index document_words_en on document using gin (words_en);
--> statement-breakpoint
alter table milestone
	add column words_nl tsvector generated always as (setweight(to_tsvector('dutch'::regconfig, coalesce(title->>'nl', '')), 'A') || setweight(to_tsvector('dutch'::regconfig, coalesce(description->>'nl', '')), 'C')) stored,
	add column words_en tsvector generated always as (setweight(to_tsvector('english'::regconfig, coalesce(title->>'en', '')), 'A') || setweight(to_tsvector('english'::regconfig, coalesce(description->>'en', '')), 'C')) stored;
--> statement-breakpoint
create index milestone_words_nl on milestone using gin (words_nl);
--> statement-breakpoint
create index milestone_words_en on milestone using gin (words_en);
--> statement-breakpoint
alter table decision
	add column words_nl tsvector generated always as (setweight(to_tsvector('dutch'::regconfig, coalesce(title->>'nl', '')), 'A') || setweight(to_tsvector('dutch'::regconfig, coalesce(description->>'nl', '')), 'C')) stored,
	add column words_en tsvector generated always as (setweight(to_tsvector('english'::regconfig, coalesce(title->>'en', '')), 'A') || setweight(to_tsvector('english'::regconfig, coalesce(description->>'en', '')), 'C')) stored;
--> statement-breakpoint
create index decision_words_nl on decision using gin (words_nl);
--> statement-breakpoint
create index decision_words_en on decision using gin (words_en);
--> statement-breakpoint
alter table term
	add column words_nl tsvector generated always as (setweight(to_tsvector('dutch'::regconfig, coalesce(title->>'nl', '')), 'A') || setweight(to_tsvector('dutch'::regconfig, coalesce(description->>'nl', '')), 'C')) stored,
	add column words_en tsvector generated always as (setweight(to_tsvector('english'::regconfig, coalesce(title->>'en', '')), 'A') || setweight(to_tsvector('english'::regconfig, coalesce(description->>'en', '')), 'C')) stored;
--> statement-breakpoint
create index term_words_nl on term using gin (words_nl);
--> statement-breakpoint
create index term_words_en on term using gin (words_en);
--> statement-breakpoint
alter table measured_thing
	add column words_nl tsvector generated always as (setweight(to_tsvector('dutch'::regconfig, coalesce(title->>'nl', '')), 'A') || setweight(to_tsvector('dutch'::regconfig, coalesce(description->>'nl', '')), 'C')) stored,
	add column words_en tsvector generated always as (setweight(to_tsvector('english'::regconfig, coalesce(title->>'en', '')), 'A') || setweight(to_tsvector('english'::regconfig, coalesce(description->>'en', '')), 'C')) stored;
--> statement-breakpoint
create index measured_thing_words_nl on measured_thing using gin (words_nl);
--> statement-breakpoint
create index measured_thing_words_en on measured_thing using gin (words_en);
--> statement-breakpoint
alter table person add column words_nl tsvector generated always as (to_tsvector('simple'::regconfig, given_name || ' ' || family_name)) stored;
--> statement-breakpoint
create index person_words_nl on person using gin (words_nl);
