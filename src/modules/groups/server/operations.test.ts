// What happens to groups and who is in them: the deed, the refusals, what is remembered, and that lists show what rules allow.
import { expect } from 'vitest';
import { Conflict, Forbidden, Invalid, NotFound } from '#platform/errors.ts';
import {
	OTHER_GROUP,
	OTHER_PERSON,
	OWN_GROUP,
	OWN_ORGANISATION,
	OWN_PERSON,
	personaNames,
	personas
} from '#platform/personas.ts';
import { membership, affiliation, organisation, person } from '#modules/members/server/schema.ts';
import { auditLinesOf } from '#platform/server/audit.ts';
import { newId } from '#platform/server/id.ts';
import { story, type Scene } from '#platform/server/testing.ts';
import * as rules from '../rules.ts';
import * as operations from './operations.ts';
import { group } from './schema.ts';

const visibilities = ['public', 'members', 'bureau'] as const;

/** Two groups of every visibility, one of them the personas' own; a member's person and somebody who belongs nowhere. */
async function scenery({ db }: Scene, own: (typeof visibilities)[number] = 'members') {
	await db.insert(organisation).values({ id: OWN_ORGANISATION, key: 'own', name: { nl: 'Eigen' } });
	await db.insert(membership).values({ id: newId(), organisationId: OWN_ORGANISATION, startsOn: '2020-01-01' });
	await db.insert(person).values([
		{ id: OWN_PERSON, givenName: 'Mila', familyName: 'Staff' },
		{ id: OTHER_PERSON, givenName: 'Otto', familyName: 'Los' }
	]);
	await db.insert(affiliation).values({
		id: newId(),
		personId: OWN_PERSON,
		organisationId: OWN_ORGANISATION,
		role: 'staff',
		startsOn: '2020-01-01'
	});
	const of = (id: string, visibility: (typeof visibilities)[number]) => ({
		id,
		key: id.slice(-12),
		name: { nl: `Groep ${visibility}` },
		kind: 'working-group' as const,
		visibility
	});
	await db.insert(group).values([of(OWN_GROUP, own), ...visibilities.map((each) => of(newId(), each))]);
}

const seat = { groupId: OWN_GROUP, personId: OWN_PERSON, startsOn: '2022-01-01' } as const;

story('the bureau adds and changes a group; a lead may not', async ({ db, as }) => {
	const { id } = await operations.addGroup(as('bureau'), { name: { nl: 'Klimaat' }, kind: 'network' });
	const change = { groupId: id, name: { nl: 'Klimaat & natuur' }, kind: 'platform', visibility: 'public' } as const;
	await operations.changeGroup(as('bureau'), { ...change, size: '12' });
	await expect(operations.changeGroup(as('group lead'), change)).rejects.toThrow(Forbidden);
	await expect(operations.addGroup(as('group lead'), change)).rejects.toThrow(Forbidden);
	expect(await db.select().from(group)).toMatchObject([{ key: 'klimaat', name: { nl: 'Klimaat & natuur' }, size: 12 }]);
	const lines = await auditLinesOf(db, id);
	expect(lines.map(({ operation }) => operation).toSorted()).toEqual(['groups.addGroup', 'groups.changeGroup']);
});

story('the lead adds somebody once, makes them lead, and ends their place', async (scene) => {
	const { db, as } = scene;
	await scenery(scene);
	const lead = as('group lead');
	const { id } = await operations.addGroupMember(lead, seat);
	await expect(operations.addGroupMember(lead, seat)).rejects.toThrow(Conflict);
	await operations.changeGroupRole(lead, { membershipId: id, role: 'lead' });
	expect((await operations.showGroup(lead, { groupId: OWN_GROUP })).people).toMatchObject([
		{ name: 'Mila Staff', role: 'lead', organisation: { nl: 'Eigen' }, hasPage: true }
	]);
	await expect(operations.endGroupMembership(lead, { membershipId: id, endsOn: '2021-12-31' })).rejects.toThrow(
		Invalid
	);
	await operations.endGroupMembership(lead, { membershipId: id, endsOn: '2022-06-30' });
	expect((await operations.showGroup(lead, { groupId: OWN_GROUP })).people).toEqual([]);
	await operations.addGroupMember(lead, { ...seat, startsOn: '2022-07-01' });
	expect((await auditLinesOf(db, OWN_GROUP)).every(({ actorId }) => actorId === lead.actor.personId)).toBe(true);
});

story('a lead adds only whom they may know of, and only to their own group', async (scene) => {
	const { db, as } = scene;
	await scenery(scene);
	const lead = as('group lead');
	await expect(operations.addGroupMember(lead, { ...seat, personId: OTHER_PERSON })).rejects.toThrow(
		'personId: unknown'
	);
	const found = async (find: string) => (await operations.showGroup(lead, { groupId: OWN_GROUP, find })).found;
	expect(await found('otto')).toEqual([]);
	expect(await found('mil')).toMatchObject([{ id: OWN_PERSON, organisation: { nl: 'Eigen' } }]);
	const other = (await db.select().from(group)).find(
		({ id, visibility }) => id !== OWN_GROUP && visibility === 'public'
	)!;
	await expect(operations.addGroupMember(lead, { ...seat, groupId: other.id })).rejects.toThrow(Forbidden);
	await expect(operations.addGroupMember(lead, { ...seat, groupId: OTHER_GROUP })).rejects.toThrow(NotFound);
	await operations.addGroupMember(as('bureau'), { ...seat, personId: OTHER_PERSON });
});

story('I may leave a group, and end nobody else’s place', async (scene) => {
	const { as } = scene;
	await scenery(scene);
	const mine = await operations.addGroupMember(as('bureau'), seat);
	const others = await operations.addGroupMember(as('bureau'), { ...seat, personId: OTHER_PERSON });
	const mila = as("member's staff");
	await expect(operations.endGroupMembership(mila, { membershipId: others.id, endsOn: '2022-08-31' })).rejects.toThrow(
		Forbidden
	);
	await expect(operations.changeGroupRole(mila, { membershipId: mine.id, role: 'lead' })).rejects.toThrow(Forbidden);
	await operations.endGroupMembership(mila, { membershipId: mine.id, endsOn: '2022-08-31' });
});

for (const own of visibilities) {
	story(
		`everyone finds exactly the groups that they may open, and who is in them (own group: ${own})`,
		async (scene) => {
			const { db, as } = scene;
			await scenery(scene, own);
			const all = await db.select().from(group);
			for (const { id } of all) {
				await operations.addGroupMember(as('bureau'), { ...seat, groupId: id, personId: OTHER_PERSON });
			}
			for (const name of personaNames) {
				const allowed = all.filter((each) => rules.maySeeGroup(personas[name], each)).map(({ id }) => id);
				const { groups } = await operations.listGroups(as(name), {});
				expect(groups.map(({ id }) => id).toSorted(), name).toEqual(allowed.toSorted());
				for (const each of all) {
					const shown = operations.showGroup(as(name), { groupId: each.id });
					if (!allowed.includes(each.id)) await expect(shown, name).rejects.toThrow(NotFound);
					else
						expect((await shown).people.length > 0, `${name} sees who is in a group for ${each.visibility}`).toBe(
							rules.maySeeGroupPeople(personas[name], each)
						);
				}
			}
		}
	);
}

story('a person’s groups are those that the reader may see', async (scene) => {
	const { db, as } = scene;
	await scenery(scene);
	for (const { id } of await db.select().from(group))
		await operations.addGroupMember(as('bureau'), { ...seat, groupId: id });
	const count = async (who: Parameters<typeof as>[0]) =>
		(await operations.listGroupsOfPerson(as(who), { personId: OWN_PERSON })).length;
	expect(await count('bureau')).toBe(4);
	expect(await count('board member')).toBe(3);
	await expect(count('visitor')).rejects.toThrow(NotFound);
});
