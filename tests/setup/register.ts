// For stories: the personas as people of the register, with the organisations and groups that they are tied to.
import { groupMembership, group } from '#modules/groups/server/schema.ts';
import { affiliation, associationRole, membership, organisation, person } from '#modules/members/server/schema.ts';
import {
	NEIGHBOUR_ORGANISATION,
	OTHER_GROUP,
	OTHER_ORGANISATION,
	OTHER_PERSON,
	OWN_GROUP,
	OWN_ORGANISATION,
	PARTNER_ORGANISATION,
	personas
} from '#platform/personas.ts';
import type { Database } from '#platform/server/database.ts';
import { newId } from '#platform/server/id.ts';

const SINCE = '2020-01-01';

const organisations = [
	{ id: OWN_ORGANISATION, key: 'own-organisation', name: { nl: 'Eigen lid' }, country: 'NL' },
	{ id: OTHER_ORGANISATION, key: 'other-organisation', name: { nl: 'Ander lid' }, country: 'NL' },
	{ id: NEIGHBOUR_ORGANISATION, key: 'neighbour-organisation', name: { nl: 'Buurlid' }, country: 'NL' },
	{ id: PARTNER_ORGANISATION, key: 'partner-organisation', name: { en: 'Partner' }, country: 'KE' }
];

const members = [OWN_ORGANISATION, OTHER_ORGANISATION, NEIGHBOUR_ORGANISATION];

/** Writes what `personas.ts` supposes: whoever acts exists, and works where the persona says. */
export async function writeRegister(db: Database): Promise<void> {
	await db.insert(organisation).values(organisations);
	await db
		.insert(membership)
		.values(members.map((organisationId) => ({ id: newId(), organisationId, startsOn: SINCE })));
	await db.insert(group).values([
		{ id: OWN_GROUP, key: 'own-group', name: { nl: 'Eigen groep' }, kind: 'working-group' },
		{ id: OTHER_GROUP, key: 'other-group', name: { nl: 'Andere groep' }, kind: 'working-group' }
	]);
	await db.insert(person).values({ id: OTHER_PERSON, givenName: 'Olga', familyName: 'Other' });
	for (const { personId, name, roles, organisations, groups } of Object.values(personas)) {
		if (personId === null) continue;
		const [givenName = '', familyName = ''] = name.split(' ');
		const id = () => ({ id: newId(), personId, startsOn: SINCE });
		await db
			.insert(person)
			.values({ id: personId, givenName, familyName, email: `${givenName.toLowerCase()}@example.org` });
		for (const { organisationId, role } of organisations)
			await db.insert(affiliation).values({ ...id(), organisationId, role });
		for (const { groupId, role } of groups) await db.insert(groupMembership).values({ ...id(), groupId, role });
		for (const role of roles) await db.insert(associationRole).values({ ...id(), role });
	}
}
