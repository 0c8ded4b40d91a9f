// What is kept on a person reads as words, not as our columns and codes.
import { expect, test } from 'vitest';
import { linesOf } from './personal-words.ts';

const moment = () => 'toen';
const id = '01900000-0000-7000-8000-00000000c002';

test('a record becomes lines: days and codes in words, links between our own rows left out', () => {
	const record = {
		id,
		role: 'staff',
		function: { nl: 'Lobbyist' },
		startsOn: '2020-01-01',
		endsOn: null,
		at: new Date()
	};
	expect(linesOf(record, { locale: 'nl', moment })).toEqual([
		{ word: 'rol', text: 'medewerker' },
		{ word: 'functie', text: 'Lobbyist' },
		{ word: 'van', text: '1 januari 2020' },
		{ word: 'moment', text: 'toen' }
	]);
	expect(linesOf({ means: 'visit', locale: 'nl' }, { locale: 'en', moment }).map(({ text }) => text)).toEqual([
		'visit',
		'Dutch'
	]);
});

test('what we have no word for is still shown', () => {
	expect(linesOf({ shoeSize: 42 }, { locale: 'en', moment })).toEqual([{ word: 'detail', text: '42' }]);
	expect(linesOf('nothing', { locale: 'en', moment })).toEqual([]);
});

test('a module says its own fields and codes, before those that all share', () => {
	const own = {
		words: { dueOn: { nl: 'uiterlijk', en: 'due' } },
		codes: { role: { speaker: { nl: 'spreker', en: 'speaker' } } }
	};
	expect(linesOf({ role: 'speaker', dueOn: '2022-05-03' }, { locale: 'nl', moment, ...own })).toEqual([
		{ word: 'rol', text: 'spreker' },
		{ word: 'uiterlijk', text: '3 mei 2022' }
	]);
	expect(linesOf({ role: 'staff' }, { locale: 'nl', moment, ...own })).toEqual([{ word: 'rol', text: 'medewerker' }]);
});
