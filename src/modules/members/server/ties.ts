// What a person's records in members say about what they may do today.
import { rows, sql, type Database } from '#platform/server/database.ts';
import type { Day } from '#platform/day.ts';
import type { AssociationRole, OrganisationTie } from '#platform/actor.ts';
import type { Ties } from '#platform/server/module.ts';
import { personName } from './public.ts';

export async function tiesOf(db: Database, personId: string, day: Day): Promise<Ties> {
	const roles = await rows<{ role: AssociationRole }>(
		db,
		sql`select distinct role from association_role where person_id = ${personId}
			and starts_on <= ${day} and coalesce(ends_on, 'infinity') >= ${day}::date`
	);
	const organisations = await rows<OrganisationTie>(
		db,
		sql`select a.organisation_id as "organisationId", a.role,
				exists (select from membership m where m.organisation_id = a.organisation_id
					and m.starts_on <= ${day} and coalesce(m.ends_on, 'infinity') >= ${day}::date) as "isMember"
			from affiliation a where a.person_id = ${personId}
				and a.starts_on <= ${day} and coalesce(a.ends_on, 'infinity') >= ${day}::date`
	);
	const name = await personName(db, personId);
	return { roles: roles.map((row) => row.role), organisations, ...(name === undefined ? {} : { name }) };
}
