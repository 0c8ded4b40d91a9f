// The organisations and people of the example year. All invented: no real name gets an invented deed.
import { z } from 'zod';
import { chance } from '#platform/chance.ts';
import { addDays, type Day } from '#platform/day.ts';
import { day, key, line, localized } from '#platform/input.ts';
import type { Localized } from '#platform/localized.ts';
import type { Caller } from '#platform/server/operation.ts';
import type { Story } from '#platform/server/story.ts';
import { examplePersonas, personaKeys } from '../personas.ts';
import { tellContacts } from './example-contacts.ts';
import {
	addAffiliation,
	addMembership,
	addOrganisation,
	addPerson,
	endMembership,
	giveRole,
	tieOrganisations
} from './operations.ts';

const bilingual = { nl: line(), en: line().optional() };
const member = z.strictObject({
	key,
	...bilingual,
	works: z.string(),
	staff: z.number().int(),
	since: z.number().int().optional(),
	from: day.optional(),
	until: day.optional()
});

const organisations = z.strictObject({
	works: z.record(z.string(), localized()),
	members: z.array(member),
	partners: z.array(z.strictObject({ key, name: line(), country: line(2), person: line(), of: z.array(key) })),
	consortia: z.array(z.strictObject({ key, ...bilingual, parts: z.array(key) })),
	sisters: z.array(z.strictObject({ key, name: line(), country: line(2), part_of: key })),
	others: z.array(z.strictObject({ key, ...bilingual, country: line(2) }))
});

const persona = z.enum(personaKeys).optional();
const people = z.strictObject({
	bureau: z.array(z.strictObject({ name: line(), persona, nl: line(), en: line() })),
	board: z.array(z.strictObject({ name: line(), persona, nl: line(), en: line(), of: key.optional() })),
	members: z.array(z.strictObject({ name: line(), persona, of: key, does: line() })),
	outsiders: z.array(z.strictObject({ name: line(), persona, of: key.optional() })),
	functions: z.record(z.string(), localized()),
	posts: z.array(z.strictObject({ does: line(), from: z.number(), sometimes: z.number().default(100) })),
	givenNames: z.string().transform((list) => list.split(' ')),
	familyNames: z.string().transform((list) => list.split(' '))
});

type Organisations = z.output<typeof organisations>;
type Member = z.output<typeof member>;
type People = z.output<typeof people>;
type Ids = ReadonlyMap<string, string>;

const firstDay = '2015-01-01';
const both = ({ nl, en = nl }: { nl: string; en?: string | undefined }): Localized => ({ nl, en });

/** `Marit van Loon` → `marit.van.loon`. */
const addressOf = (name: string) =>
	name
		.normalize('NFD')
		.replaceAll(/\p{M}/gu, '')
		.replaceAll('ı', 'i')
		.toLowerCase()
		.replaceAll(/[^a-z]+/g, '.');

const memberSince = ({ since, from }: Member): Day => from ?? `${since}-01-01`;

const described = (works: Localized, staff: number): Localized => ({
	nl: `Verzonnen organisatie van het voorbeeldjaar. Zet zich in voor ${works.nl}; ongeveer ${staff} medewerkers.`,
	en: `Invented organisation of the example year. Works on ${works.en}; about ${staff} staff.`
});

async function addMembers(caller: Caller, story: Story, { works, members }: Organisations): Promise<Ids> {
	const ids = new Map<string, string>();
	for (const one of members) {
		const topic = works[one.works];
		if (!topic) throw new Error(`organisations.yaml: ${one.key} works on ${one.works}, which is not listed`);
		const { id } = await addOrganisation(caller, {
			key: one.key,
			name: both(one),
			country: 'NL',
			website: `https://${one.key}.example`,
			description: described(topic, one.staff)
		});
		ids.set(one.key, id);
		const since = memberSince(one);
		const joining = await story.as(undefined, since);
		const membership = await addMembership(joining, { organisationId: id, startsOn: since });
		// Notice is given three months before.
		if (one.until) {
			const leaving = await story.as(undefined, addDays(one.until, -92));
			await endMembership(leaving, { membershipId: membership.id, endsOn: one.until });
		}
	}
	return ids;
}

async function addOthers(caller: Caller, told: Organisations, members: Ids): Promise<Ids> {
	const ids = new Map(members);
	const add = async (one: { key: string; country: string }, name: Localized) => {
		ids.set(one.key, (await addOrganisation(caller, { key: one.key, name, country: one.country })).id);
	};
	const tie = (part: string, kind: 'partner-of-member' | 'part-of', whole: string) =>
		tieOrganisations(caller, {
			organisationId: ids.get(part)!,
			kind,
			otherOrganisationId: ids.get(whole)!,
			startsOn: firstDay
		});
	for (const one of told.partners) {
		await add(one, { nl: one.name, en: one.name });
		for (const whole of one.of) await tie(one.key, 'partner-of-member', whole);
	}
	for (const one of told.sisters) {
		await add(one, { nl: one.name, en: one.name });
		await tie(one.key, 'part-of', one.part_of);
	}
	for (const one of told.consortia) {
		await add({ key: one.key, country: 'NL' }, both(one));
		for (const part of one.parts) await tie(part, 'part-of', one.key);
	}
	for (const one of told.others) await add(one, both(one));
	return ids;
}

type Named = { name: string; persona?: (typeof personaKeys)[number] | undefined };

async function addNamed(
	caller: Caller,
	story: Story,
	{ name, persona }: Named,
	domain: string,
	locale: 'nl' | 'en' = 'nl'
) {
	const [givenName = '', ...family] = name.split(' ');
	const email = persona ? examplePersonas[persona].email : `${addressOf(name)}@${domain}.example`;
	const { id } = await addPerson(caller, { givenName, familyName: family.join(' '), email, locale });
	story.cast(name, id);
	return id;
}

async function addBureauAndBoard(caller: Caller, story: Story, { bureau, board, functions }: People, ids: Ids) {
	for (const one of bureau) {
		const personId = await addNamed(caller, story, one, 'voorbeeld');
		await giveRole(caller, { personId, role: 'bureau', function: both(one), startsOn: firstDay });
		if (one.persona === 'director') await giveRole(caller, { personId, role: 'administrator', startsOn: firstDay });
	}
	for (const one of board) {
		const personId = await addNamed(caller, story, one, one.of ?? 'voorbeeld');
		await giveRole(caller, { personId, role: 'board', function: both(one), startsOn: '2020-01-01' });
		if (!one.of) continue;
		const organisationId = ids.get(one.of)!;
		await addAffiliation(caller, {
			personId,
			organisationId,
			role: 'representative',
			function: functions.director,
			startsOn: firstDay
		});
	}
}

/** All of a list in an order of chance, and again in another one: so that no organisation has three of a name. */
function* dealt(name: string, list: readonly string[]) {
	const { shuffled } = chance(name);
	for (;;) yield* shuffled(list);
}

/** Names that nobody has yet. */
function* unusedNames({ givenNames, familyNames }: People) {
	const given = dealt('given names', givenNames);
	const family = dealt('family names', familyNames);
	const used = new Set<string>();
	for (;;) {
		const name = `${given.next().value!} ${family.next().value!}`;
		if (used.has(name)) continue;
		used.add(name);
		yield name;
	}
}

/** Who works at a member, by what they do: the posts that an organisation of its size has, filled with its own people first. */
async function addMembersPeople(caller: Caller, story: Story, { members }: Organisations, told: People, ids: Ids) {
	const names = unusedNames(told);
	const { percent } = chance('posts at members');
	const directors = new Set(told.board.flatMap(({ of }) => of ?? []));
	const add = async (who: Named, of: string, does: string, startsOn: Day) => {
		const personId = await addNamed(caller, story, who, of);
		const role = does === 'director' ? 'representative' : 'staff';
		const organisationId = ids.get(of)!;
		await addAffiliation(caller, { personId, organisationId, role, function: told.functions[does], startsOn });
	};
	for (const one of members) {
		const own = told.members.filter(({ of }) => of === one.key);
		const since = one.from && one.from > '2020-01-01' ? one.from : '2020-01-01';
		for (const who of own) await add(who, one.key, who.does, '2018-01-01');
		const filled = own.map(({ does }) => does);
		for (const { does, from, sometimes } of told.posts) {
			if (one.staff < from || !percent(sometimes)) continue;
			if (filled.includes(does)) filled.splice(filled.indexOf(does), 1);
			else if (does !== 'director' || !directors.has(one.key))
				await add({ name: names.next().value! }, one.key, does, since);
		}
	}
}

async function addPartnersPeople(caller: Caller, story: Story, { partners }: Organisations, told: People, ids: Ids) {
	const add = async (who: Named, of: string | undefined, locale: 'nl' | 'en', role: 'representative' | 'staff') => {
		const personId = await addNamed(caller, story, who, of ?? 'buiten', locale);
		if (!of) return;
		await addAffiliation(caller, { personId, organisationId: ids.get(of)!, role, startsOn: '2020-01-01' });
	};
	for (const one of partners) await add({ name: one.person }, one.key, 'en', 'representative');
	for (const one of told.outsiders) await add(one, one.of, 'nl', 'staff');
}

/** Before the plan, whose owners are among them. */
export async function prepareExample(caller: Caller, story: Story): Promise<void> {
	const toldOrganisations = story.read('organisations.yaml', organisations);
	const toldPeople = story.read('people.yaml', people);
	const members = await addMembers(caller, story, toldOrganisations);
	const ids = await addOthers(caller, toldOrganisations, members);
	await addBureauAndBoard(caller, story, toldPeople, ids);
	await addMembersPeople(caller, story, toldOrganisations, toldPeople, ids);
	await addPartnersPeople(caller, story, toldOrganisations, toldPeople, ids);
	await tellContacts(story, {
		members: toldOrganisations.members.map((one) => ({ ...one, id: ids.get(one.key)!, since: memberSince(one) })),
		partners: toldOrganisations.partners.map(({ key }) => ids.get(key)!)
	});
}
