-- A list of ids can have no foreign key; these do the same. Who names a group holds on to it until the end of the transaction,
-- so that nobody takes it away meanwhile.
create function groups_are_there() returns trigger language plpgsql as $$
declare
	missing uuid;
begin
	perform from "group" where id = any (new.also_group_ids) order by id for key share;
	select named into missing from unnest(new.also_group_ids) named
		where named is null or not exists (select from "group" where id = named) limit 1;
	if found then
		raise foreign_key_violation using message = format('%s.also_group_ids names no group: %s', tg_table_name, missing);
	end if;
	return new;
end $$;
--> statement-breakpoint
create trigger event_also_groups_are_there before insert or update of also_group_ids on event
	for each row when (new.also_group_ids <> '{}') execute function groups_are_there();
--> statement-breakpoint
create trigger reported_fact_also_groups_are_there before insert or update of also_group_ids on reported_fact
	for each row when (new.also_group_ids <> '{}') execute function groups_are_there();
--> statement-breakpoint
create function group_is_named_nowhere() returns trigger language plpgsql as $$
begin
	if exists (select from event where also_group_ids @> array[old.id])
		or exists (select from reported_fact where also_group_ids @> array[old.id]) then
		raise foreign_key_violation using message = format('group %s is named by what is joint', old.id);
	end if;
	return old;
end $$;
--> statement-breakpoint
create trigger group_is_named_nowhere before delete on "group"
	for each row execute function group_is_named_nowhere();
