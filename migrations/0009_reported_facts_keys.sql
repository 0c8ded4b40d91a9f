-- What a fact from outside refers to; the platform's own tables cannot name a module's table, so the ties are made here.
-- A person is never deleted but erased in place, which takes the person off the fact.
alter table reported_fact add constraint reported_fact_organisation_id_organisation_id_fk
	foreign key (organisation_id) references organisation (id);
--> statement-breakpoint
alter table reported_fact add constraint reported_fact_person_id_person_id_fk
	foreign key (person_id) references person (id);
--> statement-breakpoint
alter table reported_fact add constraint reported_fact_group_id_group_id_fk
	foreign key (group_id) references "group" (id);
--> statement-breakpoint
alter table reported_fact add constraint reported_fact_series_id_series_id_fk
	foreign key (series_id) references series (id);
