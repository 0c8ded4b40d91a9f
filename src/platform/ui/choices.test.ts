// What was typed and refused must still be there to correct.
import { expect, test } from 'vitest';
import { canShow, chosen, textOf } from './choices.ts';

test('a date field shows a day, and gives way to a text field for anything else', () => {
	expect(canShow('date', '2022-08-31')).toBe(true);
	expect(canShow('date', '31-8-2022')).toBe(false);
	expect(canShow('number', 'tien')).toBe(false);
	expect(canShow('number', '10.5')).toBe(true);
	expect(canShow('text', 'tien')).toBe(true);
});

test('an empty field keeps its kind', () => expect(canShow('date', '')).toBe(true));

test('a choice is chosen whether the record holds text, a number, a boolean or a list', () => {
	expect(chosen(3, '3')).toBe(true);
	expect(chosen(true, 'true')).toBe(true);
	expect(chosen(['climate'], 'climate')).toBe(true);
	expect(chosen(undefined, '')).toBe(true);
	expect(chosen(['climate'], 'peace')).toBe(false);
});

test('what is no text, number or boolean leaves the field empty', () => expect(textOf({ nl: 'ja' })).toBe(''));
