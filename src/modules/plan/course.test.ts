// The course of a promise over its year.
import { expect, test } from 'vitest';
import { courseOf } from './course.ts';
import { periodsOf } from './targets/periods.ts';
import type { Question } from './targets/question.ts';
import { readPart } from './targets/status.ts';

const year = { key: 'year', startsOn: '2022-01-01', endsOn: '2022-12-31', slackDays: 0 };
const today = '2022-08-31';

const question = (measure: Question['measure']): Question => ({
	id: 'T#0',
	measure,
	asked: { ask: 'sum', kind: 'event.done', filters: [] },
	windows: [year],
	ranges: [year],
	periods: 'count' in measure ? periodsOf(measure, [year]) : []
});

test('runs up by what was done, and on by what is planned', () => {
	const asked = question({ count: 'event.done', at_least: 3, at_most: 4 });
	const answer = {
		days: [
			{ on: '2022-02-01', done: 1, planned: 0 },
			{ on: '2022-05-01', done: 1, planned: 0 },
			{ on: '2022-10-01', done: 0, planned: 1 }
		]
	};
	expect(courseOf(asked, answer, readPart(asked, answer, today), year, today)).toEqual({
		startsOn: '2022-01-01',
		endsOn: '2022-12-31',
		today,
		points: [
			{ on: '2022-02-01', value: 1 },
			{ on: '2022-05-01', value: 2 }
		],
		planned: [{ on: '2022-10-01', value: 3 }],
		expected: [],
		wanted: { low: 3, high: 4 }
	});
});

test('a rhythm says what was due by the end of each period', () => {
	const asked = question({ count: 'event.done', every: 'quarter' });
	const answer = { days: [] };
	expect(courseOf(asked, answer, readPart(asked, answer, today), year, today)?.expected).toEqual([
		{ on: '2022-01-01', low: 0, high: 0 },
		{ on: '2022-03-31', low: 0, high: 1 },
		{ on: '2022-06-30', low: 1, high: 2 },
		{ on: '2022-09-30', low: 2, high: 3 },
		{ on: '2022-12-31', low: 3, high: 4 }
	]);
});

test('a state goes on as it is known to end', () => {
	const asked = question({ hold: 'term.holds', at_least: 1 });
	const answer = {
		steps: [
			{ on: '2022-01-01', value: 1 },
			{ on: '2022-11-01', value: 0 }
		]
	};
	expect(courseOf(asked, answer, readPart(asked, answer, today), year, today)).toMatchObject({
		points: [{ on: '2022-01-01', value: 1 }],
		planned: [{ on: '2022-11-01', value: 0 }]
	});
});

test('an average has no course', () => {
	const asked = question({ average: 'survey.score', at_least: 7 });
	const answer = { value: 8, answers: 9, base: null };
	expect(courseOf(asked, answer, readPart(asked, answer, today), year, today)).toBeNull();
});
