// Chance for the example year: even enough, and the same on every load.
import { expect, test } from 'vitest';
import { chance } from './chance.ts';

const row = (name: string) => Array.from({ length: 20 }, chance(name).next);

test('the same name gives the same row, another name another one', () => {
	expect(row('visits')).toEqual(row('visits'));
	expect(row('visits')).not.toEqual(row('people'));
});

test('the row is this one, on every machine', () => {
	const { between } = chance('members');
	expect(Array.from({ length: 8 }, () => between(1, 100))).toMatchInlineSnapshot(`
		[
		  22,
		  95,
		  97,
		  10,
		  7,
		  50,
		  100,
		  87,
		]
	`);
});

test('every number between two comes up about as often', () => {
	const { between } = chance('dice');
	const seen = new Map<number, number>();
	for (let turn = 0; turn < 6000; turn++) {
		const eyes = between(1, 6);
		seen.set(eyes, (seen.get(eyes) ?? 0) + 1);
	}
	expect(new Set(seen.keys())).toEqual(new Set([1, 2, 3, 4, 5, 6]));
	for (const times of seen.values()) expect(Math.abs(times - 1000)).toBeLessThan(150);
});

test('shuffling loses and adds nothing, and taking some takes different ones', () => {
	const list = Array.from({ length: 30 }, (_, index) => index);
	const { shuffled, some } = chance('cards');
	expect(shuffled(list)).not.toEqual(list);
	expect(shuffled(list).sort((a, b) => a - b)).toEqual(list);
	expect(new Set(some(list, 10)).size).toBe(10);
	expect(some(list, 40)).toHaveLength(30);
});
