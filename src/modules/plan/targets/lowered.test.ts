// What counts as asking for less.
import { expect, test } from 'vitest';
import { loweringOf } from './lowered.ts';
import type { Target } from './target.ts';

const meetings = { count: 'event.done' } as const;
const none = { from: null, to: null };

test.each<[string, Target | null, Target | null, ReturnType<typeof loweringOf>]>([
	['a smaller number', { ...meetings, at_least: 10 }, { ...meetings, at_least: 8 }, { from: 10, to: 8 }],
	['the same number', { ...meetings, at_least: 10 }, { ...meetings, at_least: 10 }, undefined],
	['a larger number', { ...meetings, at_least: 8 }, { ...meetings, at_least: 10 }, undefined],
	['more room above', { ...meetings, at_least: 5, at_most: 6 }, { ...meetings, at_least: 5, at_most: 9 }, undefined],
	[
		'a number that goes',
		{ ...meetings, at_least: 10, every: 'month' },
		{ ...meetings, every: 'month' },
		{ from: 10, to: null }
	],
	['a slower rhythm', { ...meetings, every: 'month' }, { ...meetings, every: 'quarter' }, none],
	['a rhythm that goes for a number', { ...meetings, every: 'month' }, { ...meetings, at_least: 12 }, undefined],
	['a ceiling that is raised', { ...meetings, at_most: 3 }, { ...meetings, at_most: 5 }, { from: 3, to: 5 }],
	['a part that goes', { all: [{ ...meetings, at_least: 1 }, { reach: 'x' }] }, { reach: 'x' }, none],
	['a part that is added', { reach: 'x' }, { all: [{ reach: 'x' }, { reach: 'y' }] }, undefined],
	[
		'a demand that goes',
		{ ...meetings, at_least: 1, having: [{ count: 'event.attended', at_least: 8 }] },
		{ ...meetings, at_least: 1 },
		none
	],
	['no target any more', { ...meetings, at_least: 1 }, null, none],
	['a target at last', null, { ...meetings, at_least: 1 }, undefined]
])('%s', (_what, before, after, found) => {
	expect(loweringOf(before, after)).toEqual(found);
});
