-- Who signs in is a person; the platform's own tables cannot name a module's table, so the tie is made here.
-- Restrict: a person is never deleted but erased in place, and erasing takes the sign-in away first.
alter table auth_user add constraint auth_user_person_id_person_id_fk
	foreign key (person_id) references person (id) on delete restrict;
