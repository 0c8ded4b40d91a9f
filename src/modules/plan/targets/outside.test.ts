// The days after the periods in which something was due.
import { expect, test } from 'vitest';
import { afterEach, askedAfter } from './outside.ts';
import type { Question } from './question.ts';

const [spring, autumn] = [
	{ startsOn: '2022-03-01', endsOn: '2022-05-31' },
	{ startsOn: '2022-09-01', endsOn: '2022-11-30' }
];
const question = (ask: 'count' | 'sum', column: 'id' | 'series_id', ranges = [spring]): Question => ({
	id: 'X#0',
	measure: { count: 'event.done' },
	asked: { ask, kind: 'event.done', as: 'facts', filters: [{ column, values: ['1'], negate: false }], having: [] },
	windows: [],
	ranges,
	periods: []
});

test('late is between two periods and after the last', () => {
	expect(afterEach([spring, autumn], '2022-12-31')).toEqual([
		{ startsOn: '2022-06-01', endsOn: '2022-08-31' },
		{ startsOn: '2022-12-01', endsOn: '2022-12-31' }
	]);
	expect(afterEach([{ startsOn: '2022-01-01', endsOn: '2022-12-31' }], '2022-12-31')).toEqual([]);
});

test('a document is told whenever it comes, a meeting of a series until the plan is over, a sum not at all', () => {
	expect(askedAfter(question('count', 'id'), '2022-12-31')?.ranges[0]?.endsOn).toBe('2199-12-31');
	expect(askedAfter(question('count', 'series_id'), '2022-12-31')?.ranges).toEqual([
		{ startsOn: '2022-06-01', endsOn: '2022-12-31' }
	]);
	expect(askedAfter(question('sum', 'id'), '2022-12-31')).toBeUndefined();
	const wholeYear = [{ startsOn: '2022-01-01', endsOn: '2022-12-31' }];
	expect(askedAfter(question('count', 'series_id', wholeYear), '2022-12-31')).toBeUndefined();
});
