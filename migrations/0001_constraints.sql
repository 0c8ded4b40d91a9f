-- Periods of one membership may not overlap: a member would count twice.
create extension if not exists btree_gist;
--> statement-breakpoint
alter table membership add constraint membership_periods_do_not_overlap
	exclude using gist (organisation_id with =, daterange(starts_on, ends_on, '[]') with &&);
