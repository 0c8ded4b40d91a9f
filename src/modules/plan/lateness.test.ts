// How late something came, in words.
import { expect, test } from 'vitest';
import { lateSentence, lateText, notLate } from './lateness.ts';

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
	expect(lateSentence(notLate, 'en')).toBe('');
});

test('the reason of a promise says how many came late, and by how much at most', () => {
	expect(lateSentence({ ...notLate, number: 1, days: 12 }, 'en')).toBe('1 came late, by 12 days.');
	expect(lateSentence({ ...notLate, number: 3, days: 1 }, 'nl')).toBe('3 kwamen te laat, hooguit 1 dag.');
});

test('what came when it could not count any more is told with its day', () => {
	const after = { ...notLate, after: 1, afterOn: '2022-07-08', afterDays: 8 };
	expect(lateSentence(after, 'nl')).toBe('Na de periode kwam er 1: op 8 juli 2022, 8 dagen te laat.');
	expect(lateSentence({ ...after, number: 1, days: 2, after: 2 }, 'en')).toBe(
		'1 came late, by 2 days. After the period 2 came: the first on 8 July 2022, 8 days late.'
	);
});
