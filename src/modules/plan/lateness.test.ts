// How late something came, in words.
import { expect, test } from 'vitest';
import { lateSentence, lateText } from './lateness.ts';

const delivered = { startsOn: '2022-06-12', state: 'done', dueOn: '2022-05-31', firstDueOn: '2022-05-31' } as const;

test('what came after its day says by how much, and what was put off keeps its first day in sight', () => {
	expect(lateText(delivered, 'en')).toBe('12 days late: due on 31 May 2022');
	expect(lateText({ ...delivered, startsOn: '2022-06-01' }, 'nl')).toBe('1 dag te laat: uiterlijk 31 mei 2022');
	expect(lateText({ ...delivered, firstDueOn: '2022-04-30' }, 'en')).toBe(
		'12 days late: due on 31 May 2022, at first on 30 April 2022'
	);
	const putOff = { ...delivered, startsOn: '2022-05-31', firstDueOn: '2022-04-30' };
	expect(lateText(putOff, 'en')).toBe('put off, at first due on 30 April 2022');
	expect(lateText({ ...putOff, state: 'planned' }, 'nl')).toBe('uitgesteld, eerst uiterlijk 30 april 2022');
});

test('what was in time, or never due, says nothing', () => {
	expect(lateText({ ...delivered, startsOn: '2022-05-31' }, 'en')).toBeUndefined();
	expect(lateText({ ...delivered, dueOn: null, firstDueOn: null }, 'en')).toBeUndefined();
	expect(lateSentence({ number: 0, days: 0 }, 'en')).toBe('');
});

test('the reason of a promise says how many came late, and by how much at most', () => {
	expect(lateSentence({ number: 1, days: 12 }, 'en')).toBe('1 came late, by 12 days.');
	expect(lateSentence({ number: 3, days: 1 }, 'nl')).toBe('3 kwamen te laat, hooguit 1 dag.');
});
