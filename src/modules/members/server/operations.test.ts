// What happens to organisations and people: the deed, the refusals, what is remembered, and that lists show what rules allow.
import { expect } from 'vitest';
import { Conflict, Forbidden, Invalid, NotFound } from '#platform/errors.ts';
import { OTHER_PERSON, OWN_ORGANISATION, OWN_PERSON, personaNames, personas } from '#platform/personas.ts';
import { auditLinesOf } from '#platform/server/audit.ts';
import type { Database } from '#platform/server/database.ts';
import { actorOf } from '#platform/server/module.ts';
import { story, STORY_DAY, type Scene } from '#platform/server/testing.ts';
import * as rules from '../rules.ts';
import * as people from './operations-people.ts';
import * as operations from './operations.ts';
import { person } from './schema.ts';
import { organisation } from './schema.ts';

const somebody = (db: Database, id: string, familyName: string) =>
	db.insert(person).values({ id, givenName: 'Mila', familyName, email: `${familyName.toLowerCase()}@lid.example` });

/** A member, one that was, one that never was (where somebody works), and the personas' own organisation. */
async function register({ db, as }: Scene) {
	const bureau = as('bureau');
	await db.insert(organisation).values({ id: OWN_ORGANISATION, key: 'own', name: { nl: 'Eigen' } });
	const add = async (name: string) => (await operations.addOrganisation(bureau, { name: { nl: name } })).id;
	const [member, former, partner] = [await add('Lid'), await add('Voorheen lid'), await add('Partner 100%')];
	await operations.addMembership(bureau, { organisationId: member, startsOn: '2020-01-01' });
	await operations.addMembership(bureau, { organisationId: OWN_ORGANISATION, startsOn: '2020-01-01' });
	await operations.addMembership(bureau, { organisationId: former, startsOn: '2015-01-01', endsOn: '2019-12-31' });
	const at = async (organisationId: string, familyName: string) =>
		(
			await people.addColleague(bureau, {
				organisationId,
				givenName: 'An',
				familyName,
				role: 'staff',
				startsOn: '2020-01-01',
				email: `${familyName.toLowerCase()}@elders.example`
			})
		).id;
	const [colleague, partners] = [await at(member, 'Lidsma'), await at(partner, 'Partners')];
	await somebody(db, OWN_PERSON, 'Staff');
	await operations.addAffiliation(bureau, {
		personId: OWN_PERSON,
		organisationId: OWN_ORGANISATION,
		role: 'staff',
		startsOn: '2020-01-01'
	});
	await somebody(db, OTHER_PERSON, 'Losse');
	return { member, former, partner, colleague, partners };
}

story('an organisation gets a short name by itself, and another when that one is taken', async ({ db, as }) => {
	const bureau = as('bureau');
	const first = await operations.addOrganisation(bureau, { name: { nl: 'Écht Goed' } });
	await operations.addOrganisation(bureau, { name: { nl: 'Echt goed!' } });
	expect((await db.select().from(organisation)).map(({ key }) => key).toSorted()).toEqual(['echt-goed', 'echt-goed-2']);
	await expect(operations.addOrganisation(bureau, { key: 'echt-goed', name: { nl: 'B' } })).rejects.toThrow(Conflict);
	await expect(operations.addOrganisation(as('board member'), { name: { nl: 'B' } })).rejects.toThrow(Forbidden);
	expect(await auditLinesOf(db, first.id)).toMatchObject([{ operation: 'members.addOrganisation' }]);
});

story('the representative changes their own organisation, and what they empty is empty', async (scene) => {
	const { as } = scene;
	const { member } = await register(scene);
	const rosa = as("member's representative");
	const change = { name: { nl: 'Nieuw' }, website: 'https://nieuw.example' };
	await operations.changeOrganisation(rosa, { organisationId: OWN_ORGANISATION, ...change });
	await operations.changeOrganisation(rosa, { organisationId: OWN_ORGANISATION, name: { nl: 'Nieuwer' } });
	const { organisation: shown } = await operations.showOrganisation(rosa, { organisationId: OWN_ORGANISATION });
	expect(shown).toMatchObject({ name: { nl: 'Nieuwer' }, website: null, key: 'own' });
	await expect(operations.changeOrganisation(rosa, { organisationId: member, ...change })).rejects.toThrow(Forbidden);
	const staff = as("member's staff");
	await expect(operations.changeOrganisation(staff, { organisationId: OWN_ORGANISATION, ...change })).rejects.toThrow(
		Forbidden
	);
});

story('everyone finds exactly the organisations that they may open', async (scene) => {
	const { db, as } = scene;
	const { member, former } = await register(scene);
	const all = await db.select().from(organisation);
	const members = [member, former, OWN_ORGANISATION];
	for (const name of personaNames) {
		const found = await operations.listOrganisations(as(name), { show: 'all' });
		const allowed = all.filter(({ id }) =>
			rules.maySeeOrganisation(personas[name], { id, everMember: members.includes(id) })
		);
		expect(found.organisations.map(({ id }) => id).toSorted(), name).toEqual(allowed.map(({ id }) => id).toSorted());
		for (const { id } of all) {
			const shown = operations.showOrganisation(as(name), { organisationId: id });
			if (allowed.some((one) => one.id === id)) await shown;
			else await expect(shown, name).rejects.toThrow(NotFound);
		}
	}
	const today = await operations.listOrganisations(as('visitor'), {});
	expect(today.organisations.map(({ name }) => name.nl)).toEqual(['Eigen', 'Lid']);
	const found = await operations.listOrganisations(as('bureau'), { show: 'all', q: '0%' });
	expect(found.organisations.map(({ name }) => name.nl)).toEqual(['Partner 100%']);
});

story('everyone finds exactly the people that they may open, and addresses are the bureau’s', async (scene) => {
	const { db, as } = scene;
	const { colleague } = await register(scene);
	const all = await db.select().from(person);
	const listed = [colleague, OWN_PERSON];
	for (const name of personaNames) {
		const allowed = all.filter(({ id }) =>
			rules.maySeePerson(personas[name], { personId: id, isListed: listed.includes(id) })
		);
		for (const { id } of all) {
			const shown = people.showPerson(as(name), { personId: id });
			if (!allowed.some((one) => one.id === id)) await expect(shown, name).rejects.toThrow(NotFound);
			else
				expect((await shown).address !== undefined, name).toBe(rules.maySeeAddress(personas[name], { personId: id }));
		}
		const list = people.listPeople(as(name), {});
		if (!rules.maySeePeople(personas[name])) {
			await expect(list).rejects.toThrow(Forbidden);
			continue;
		}
		const found = (await list).people;
		expect(found.map(({ id }) => id).toSorted(), name).toEqual(allowed.map(({ id }) => id).toSorted());
		const isBureau = rules.mayKeepRegister(personas[name]);
		expect(
			found.every(({ email }) => (email !== null) === isBureau),
			name
		).toBe(true);
	}
	const byOrganisation = await people.listPeople(as('bureau'), { q: 'partner' });
	expect(byOrganisation.people.map(({ name }) => name)).toEqual(['An Partners']);
});

story('people and contacts of an organisation are for who may see them', async (scene) => {
	const { as } = scene;
	const { member, partner, partners } = await register(scene);
	const bureau = as('bureau');
	await somebody(scene.db, bureau.actor.personId!, 'Bureau');
	await operations.recordContact(bureau, {
		organisationId: member,
		means: 'visit',
		contactedOn: '2022-05-01',
		subject: { nl: 'Plan' }
	});
	const future = { organisationId: member, means: 'call', contactedOn: '2022-09-01', subject: { nl: 'x' } } as const;
	await expect(operations.recordContact(bureau, future)).rejects.toThrow('members_issue_contact_in_future');
	const show = (who: Parameters<typeof as>[0], organisationId: string) =>
		operations.showOrganisation(as(who), { organisationId });
	expect(await show('visitor', member)).toMatchObject({ people: [], contacts: [], ties: [], isMember: true });
	expect(await show("member's staff", member)).toMatchObject({ people: [{ name: 'An Lidsma' }], contacts: [] });
	expect(await show("member's staff", partner)).toMatchObject({ people: [] });
	const shown = await show('bureau', member);
	expect(shown.contacts).toMatchObject([{ subject: { nl: 'Plan' }, by: 'Mila Bureau' }]);
	expect((await show('bureau', partner)).people).toMatchObject([{ personId: partners }]);
	await expect(people.withdrawContact(as('board member'), { contactId: shown.contacts[0]!.id })).rejects.toThrow(
		NotFound
	);
	await people.withdrawContact(bureau, { contactId: shown.contacts[0]!.id });
	expect((await show('bureau', member)).contacts).toEqual([]);
});

story('trade ties are the bureau’s, and a tie ends on a day that is not before its first', async (scene) => {
	const { db, as } = scene;
	const { member, partner } = await register(scene);
	const bureau = as('bureau');
	const tie = { organisationId: partner, otherOrganisationId: member, startsOn: '2021-01-01' };
	const { id } = await operations.tieOrganisations(bureau, { ...tie, kind: 'partner-of-member' });
	await operations.tieOrganisations(bureau, { ...tie, kind: 'supplier-of' });
	const kinds = async (who: 'bureau' | "member's staff") =>
		(await operations.showOrganisation(as(who), { organisationId: member })).ties.map(({ kind, isOther }) => [
			kind,
			isOther
		]);
	expect(await kinds('bureau')).toEqual([
		['partner-of-member', true],
		['supplier-of', true]
	]);
	expect(await kinds("member's staff")).toEqual([['partner-of-member', true]]);
	await expect(people.endTie(bureau, { tieId: id, endsOn: '2020-12-31' })).rejects.toThrow(Invalid);
	await people.endTie(bureau, { tieId: id, endsOn: '2022-01-31' });
	expect((await auditLinesOf(db, partner)).map(({ operation }) => operation)).toContain('members.endTie');
});

story('I change my own details; the bureau those of others, but not of an administrator', async (scene) => {
	const { db, as } = scene;
	const { colleague } = await register(scene);
	const mine = {
		personId: OWN_PERSON,
		givenName: 'Mila',
		familyName: 'Staff',
		email: 'mila@nieuw.example',
		phone: '1'
	};
	await people.changePerson(as("member's staff"), mine);
	expect(await auditLinesOf(db, OWN_PERSON)).toMatchObject([
		{ operation: 'members.changePerson', actorId: OWN_PERSON }
	]);
	const theirs = { ...mine, personId: colleague };
	await expect(people.changePerson(as("member's staff"), theirs)).rejects.toThrow(Forbidden);
	await expect(people.changePerson(as('bureau'), theirs)).rejects.toThrow('email: members_conflict_address_taken');
	await people.changePerson(as('bureau'), { ...theirs, email: 'an@nieuw.example' });
	await operations.giveRole(as('administrator'), { personId: colleague, role: 'administrator', startsOn: STORY_DAY });
	await expect(people.changePerson(as('bureau'), { ...theirs, email: 'b@nieuw.example' })).rejects.toThrow(Forbidden);
	await expect(people.changePerson(as('administrator'), { ...theirs, email: '' })).rejects.toThrow(
		'members_issue_administrator_needs_address'
	);
});

story('a position ends, and with it what came of it', async (scene) => {
	const { db, as } = scene;
	await register(scene);
	const affiliationOf = async () =>
		(await people.showPerson(as('bureau'), { personId: OWN_PERSON })).affiliations[0]!.id;
	const affiliationId = await affiliationOf();
	await expect(
		people.endAffiliation(as("member's representative"), { affiliationId, endsOn: '2022-08-30' })
	).rejects.toThrow(NotFound);
	await people.endAffiliation(as('bureau'), { affiliationId, endsOn: '2022-08-30' });
	expect((await actorOf(db, OWN_PERSON, STORY_DAY)).organisations).toEqual([]);
});

story('an administrator gives and ends roles, but the last administrator stays', async (scene) => {
	const { as } = scene;
	const { colleague } = await register(scene);
	const ada = as('administrator');
	const give = (personId: string) =>
		operations.giveRole(ada, { personId, role: 'administrator', startsOn: '2022-01-01' });
	const first = await give(colleague);
	await expect(people.endRole(as('bureau'), { roleId: first.id, endsOn: STORY_DAY })).rejects.toThrow(NotFound);
	await expect(people.endRole(ada, { roleId: first.id, endsOn: STORY_DAY })).rejects.toThrow(Conflict);
	const second = await give(OWN_PERSON);
	await people.endRole(ada, { roleId: second.id, endsOn: STORY_DAY });
	expect((await people.showPerson(ada, { personId: colleague })).may.erase).toBe(false);
	await expect(operations.erasePerson(ada, { personId: colleague })).rejects.toThrow(Forbidden);
});

story('whoever was erased is in no list and has no page', async (scene) => {
	const { as } = scene;
	const { colleague, member } = await register(scene);
	await operations.erasePerson(as('administrator'), { personId: colleague });
	await expect(people.showPerson(as('bureau'), { personId: colleague })).rejects.toThrow(NotFound);
	expect((await people.listPeople(as('bureau'), {})).people.map(({ id }) => id)).not.toContain(colleague);
	expect((await operations.showOrganisation(as('bureau'), { organisationId: member })).people).toEqual([]);
});

story('the register of processing says what every module keeps, to the bureau only', async ({ as }) => {
	const listed = await people.listProcessing(as('bureau'), {});
	expect(new Set(listed.map(({ module }) => module))).toContain('agenda');
	expect(listed.every(({ purpose, stays }) => purpose.nl && purpose.en && stays.nl && stays.en)).toBe(true);
	await expect(people.listProcessing(as('board member'), {})).rejects.toThrow(Forbidden);
});
