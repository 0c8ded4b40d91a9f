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
	expect(linesOf(record, 'nl', moment)).toEqual([
		{ word: 'rol', text: 'medewerker' },
		{ word: 'functie', text: 'Lobbyist' },
		{ word: 'van', text: '1 januari 2020' },
		{ word: 'moment', text: 'toen' }
	]);
	expect(linesOf({ means: 'visit', locale: 'nl' }, 'en', moment).map(({ text }) => text)).toEqual(['visit', 'Dutch']);
});

test('what we have no word for is still shown', () => {
	expect(linesOf({ shoeSize: 42 }, 'en', moment)).toEqual([{ word: 'detail', text: '42' }]);
	expect(linesOf('nothing', 'en', moment)).toEqual([]);
});
