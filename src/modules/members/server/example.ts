// The people and organisations of the example year. All invented: no real name gets an invented deed.
import type { Caller } from '#platform/server/operation.ts';
import { examplePersonas, type PersonaKey } from '../personas.ts';
import { addAffiliation, addMembership, addOrganisation, addPerson, giveRole } from './operations.ts';

type Persona = { givenName: string; familyName: string };

const people: Record<PersonaKey, Persona> = {
	director: { givenName: 'Marit', familyName: 'van Loon' },
	'programme-manager': { givenName: 'Roos', familyName: 'de Wit' },
	lobbyist: { givenName: 'Daan', familyName: 'Verhulst' },
	'communication-officer': { givenName: 'Samira', familyName: 'Benali' },
	'board-member': { givenName: 'Hendrik', familyName: 'Postma' },
	'members-director': { givenName: 'Yvonne', familyName: 'Akkerman' },
	'members-staff': { givenName: 'Tarik', familyName: 'Yilmaz' },
	'group-lead': { givenName: 'Noor', familyName: 'Hofstra' },
	outsider: { givenName: 'Alex', familyName: 'Winter' }
};

const since = '2020-01-01';

export async function example(caller: Caller): Promise<void> {
	const ids = {} as Record<PersonaKey, string>;
	for (const [key, person] of Object.entries(people) as [PersonaKey, Persona][]) {
		ids[key] = (await addPerson(caller, { ...person, email: examplePersonas[key].email })).id;
	}
	await giveRole(caller, { personId: ids.director, role: 'administrator', startsOn: since });
	for (const key of ['director', 'programme-manager', 'lobbyist', 'communication-officer'] as const) {
		await giveRole(caller, { personId: ids[key], role: 'bureau', function: examplePersonas[key].role, startsOn: since });
	}
	await giveRole(caller, { personId: ids['board-member'], role: 'board', startsOn: since });
	const own = await addOrganisation(caller, { key: 'heldere-bron', name: { nl: 'Stichting Heldere Bron', en: 'Clear Spring Foundation' }, country: 'NL' });
	const other = await addOrganisation(caller, { key: 'open-horizon', name: { nl: 'Open Horizon' }, country: 'NL' });
	for (const { id } of [own, other]) await addMembership(caller, { organisationId: id, startsOn: '2015-01-01' });
	const tie = (key: PersonaKey, organisationId: string, role: 'representative' | 'staff') =>
		addAffiliation(caller, { personId: ids[key], organisationId, role, startsOn: since });
	await tie('members-director', own.id, 'representative');
	await tie('members-staff', own.id, 'staff');
	await tie('group-lead', other.id, 'staff');
}
