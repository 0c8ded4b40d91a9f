// What is found: by its words in both languages, by the beginning of one, and only what one may know of.
import { expect } from 'vitest';
import { planEvent } from '#modules/agenda/server/operations/plan-event.ts';
import { addDocument } from '#modules/deliverables/server/operations/deliver-document.ts';
import { OTHER_GROUP, OWN_GROUP, personaNames, personas } from '#platform/personas.ts';
import type { Caller } from '#platform/server/operation.ts';
import { story, type Scene } from '#platform/server/testing.ts';
import { maySee, type Visibility } from '#platform/visibility.ts';
import { writeRegister } from '../../../../tests/setup/register.ts';
import { findRecords } from './operations.ts';

const found = async (caller: Caller, q: string, rest: object = {}) =>
	(await findRecords(caller, { q, ...rest })).found.flatMap(({ hits }) =>
		hits.map(({ title }) => title.map(({ text }) => text).join(''))
	);

async function someRecords({ db, as }: Scene) {
	await writeRegister(db);
	const plan = (nl: string, en: string, rest: object = {}) =>
		planEvent(as('bureau'), { title: { nl, en }, startsOn: '2022-10-01', ...rest });
	await plan('Vergaderingen van de werkgroep', 'Meetings of the working group');
	await plan('Kenniscafé', 'Knowledge café', {
		description: { nl: 'Over macht & klimaatrechtvaardigheid in de “praktijk”.', en: 'On climate justice in practice.' }
	});
	await plan('Lobbydag', 'Advocacy day');
}

story('a word finds its other forms, in Dutch and in English', async (scene) => {
	await someRecords(scene);
	const staff = scene.as("member's staff");
	expect(await found(staff, 'vergadering')).toEqual(['Vergaderingen van de werkgroep']);
	expect(await found(staff, 'meeting')).toEqual(['Vergaderingen van de werkgroep']);
	expect(await found(scene.as("member's staff", { locale: 'en' }), 'meeting')).toEqual([
		'Meetings of the working group'
	]);
	expect(await found(staff, 'klimaatrechtvaard')).toEqual(['Kenniscafé']);
	expect(await found(staff, 'lobby')).toEqual(['Lobbydag']);
	expect(await found(staff, 'Mila')).toEqual(['Mila Staff']);
	expect(await found(staff, 'nergens')).toEqual([]);
});

story('where the words stand is shown in pieces, whatever the text looks like', async (scene) => {
	await someRecords(scene);
	const { found: kinds } = await findRecords(scene.as('bureau'), { q: 'klimaatrechtvaardigheid' });
	expect(kinds).toMatchObject([{ kind: 'event', total: 1, hits: [{ lang: 'nl' }] }]);
	const text = kinds[0]!.hits[0]!.text;
	expect(text.filter(({ isHit }) => isHit).map((piece) => piece.text)).toEqual(['klimaatrechtvaardigheid']);
	expect(text.map((piece) => piece.text).join('')).toBe('Over macht & klimaatrechtvaardigheid in de “praktijk”');
});

story('nothing that people type is an error', async ({ db, as }) => {
	await writeRegister(db);
	for (const q of [
		'',
		' ',
		"'",
		'"open',
		'a & | !',
		':*',
		'\u0000\uE000',
		'<script>',
		'('.repeat(200),
		'العمل 🙂',
		'-'
	])
		expect((await findRecords(as('visitor'), { q })).found).toEqual([]);
});

story('everyone finds exactly what they may know of', async ({ db, as }) => {
	await writeRegister(db);
	const all: { visibility: Visibility; groupId: string | undefined; nl: string }[] = [
		{ visibility: 'public', groupId: undefined, nl: 'Proefstuk openbaar' },
		{ visibility: 'members', groupId: undefined, nl: 'Proefstuk leden' },
		{ visibility: 'bureau', groupId: undefined, nl: 'Proefstuk bureau' },
		{ visibility: 'group', groupId: OWN_GROUP, nl: 'Proefstuk eigen groep' },
		{ visibility: 'group', groupId: OTHER_GROUP, nl: 'Proefstuk andere groep' }
	];
	for (const { visibility, groupId, nl } of all)
		await addDocument(as('bureau'), { title: { nl }, visibility: visibility as 'public', groupId });
	for (const persona of personaNames) {
		const expected = all.filter((one) => maySee(personas[persona], one)).map(({ nl }) => nl);
		expect(new Set(await found(as(persona), 'proefstuk')), persona).toEqual(new Set(expected));
	}
	expect(await found(as('visitor'), 'Mila')).toEqual([]);
	expect(await found(as('outsider'), 'Otis')).toEqual([]);
	expect(await found(as('bureau'), 'Otis')).toEqual(['Otis Outsider']);
});

story('all of one kind stand on pages, each record once', async ({ db, as }) => {
	await writeRegister(db);
	for (let number = 0; number < 35; number++)
		await addDocument(as('bureau'), { title: { nl: `Proefstuk ${number}` }, visibility: 'group', groupId: OWN_GROUP });
	const first = await findRecords(as('bureau'), { q: 'proefstuk' });
	expect(first.found).toMatchObject([{ kind: 'document', total: 35, hits: { length: 5 } }]);
	const pages = [1, 2, 3].map((page) => found(as('bureau'), 'proefstuk', { kind: 'document', page }));
	const titles = (await Promise.all(pages)).flat();
	expect(new Set(titles).size).toBe(35);
	expect(await found(as('bureau'), 'eigen', { kind: 'group' })).toEqual(['Eigen groep']);
});
