// The rule that gives a promise its status, case by case as the association would tell it.
import { describe, expect, test } from 'vitest';
import type { Answer, DayCount } from './answer.ts';
import type { BasicMeasure } from './normal.ts';
import { joined, periodsOf, reach, type Window } from './periods.ts';
import type { Question } from './question.ts';
import { readPart, readPromise, type PartReading } from './status.ts';

const today = '2022-08-31';
const window = (key: string, startsOn: string, endsOn: string, slackDays = 0): Window => ({
	key,
	startsOn,
	endsOn,
	slackDays
});
const year = window('year', '2022-01-01', '2022-12-31');

const question = (measure: BasicMeasure, windows: Window[] = [year]): Question => ({
	id: 'T#0',
	measure,
	asked: { ask: 'sum', kind: 'event.done', filters: [] },
	windows,
	ranges: joined(windows.map(reach)),
	periods: 'count' in measure ? periodsOf(measure, windows) : []
});

const done = (...days: string[]): DayCount[] => days.map((on) => ({ on, done: 1, planned: 0 }));
const planned = (...days: string[]): DayCount[] => days.map((on) => ({ on, done: 0, planned: 1 }));
const meetings = (bounds: object) => ({ count: 'event.done', ...bounds }) as BasicMeasure;
const read = (measure: BasicMeasure, answer: Answer, windows?: Window[], day = today) =>
	readPart(question(measure, windows), answer, day);

describe('a number of meetings', () => {
	test('met as soon as the number is reached, even when more were expected', () => {
		expect(read(meetings({ at_least: 2, at_most: 3 }), { days: done('2022-02-01', '2022-05-01') })).toMatchObject({
			status: 'met',
			value: 2,
			wanted: 2
		});
		expect(read(meetings({ at_least: 1, at_most: 1 }), { days: done('2022-02-01', '2022-05-01') }).status).toBe('met');
	});

	test('on track in the first two thirds, whatever is planned', () => {
		expect(read(meetings({ at_least: 4 }), { days: [] }, undefined, '2022-06-30').status).toBe('on_track');
	});

	test('at risk in the last third when done and planned together fall short', () => {
		const days = [...done('2022-02-01'), ...planned('2022-10-01')];
		expect(read(meetings({ at_least: 3 }), { days }, undefined, '2022-09-10')).toMatchObject({
			status: 'at_risk',
			planned: 1,
			forecast: 2
		});
		expect(read(meetings({ at_least: 2 }), { days }, undefined, '2022-09-10').status).toBe('on_track');
	});

	test('missed when the last window is over, its slack included', () => {
		const spring = [window('spring', '2022-03-01', '2022-05-31', 30)];
		expect(read(meetings({ at_least: 1 }), { days: [] }, spring, '2022-06-15').status).toBe('at_risk');
		expect(read(meetings({ at_least: 1 }), { days: [] }, spring, '2022-07-01').status).toBe('missed');
	});

	test('not yet due before the first window', () => {
		expect(read(meetings({ at_least: 1 }), { days: [] }, [window('oct', '2022-10-01', '2022-10-31')]).status).toBe(
			'not_yet_due'
		);
	});

	test('more than 450 is not 450', () => {
		const count = (number: number) => ({ days: [{ on: '2022-08-01', done: number, planned: 0 }] });
		expect(read(meetings({ more_than: 450 }), count(450)).status).toBe('on_track');
		expect(read(meetings({ more_than: 450 }), count(451)).status).toBe('met');
	});

	test('exactly two is met only at the end, and missed at the third', () => {
		expect(read(meetings({ exactly: 2 }), { days: done('2022-02-01', '2022-05-01') }).status).toBe('on_track');
		expect(
			read(meetings({ exactly: 2 }), { days: done('2022-02-01', '2022-05-01') }, undefined, '2023-01-01').status
		).toBe('met');
		expect(read(meetings({ exactly: 2 }), { days: done('2022-02-01', '2022-05-01', '2022-06-01') }).status).toBe(
			'missed'
		);
	});
});

describe('a meeting in each window', () => {
	const windows = [
		window('mar', '2022-03-01', '2022-03-31'),
		window('aug', '2022-08-01', '2022-08-31'),
		window('dec', '2022-12-01', '2022-12-31')
	];
	const each = meetings({ every: 'window' });

	test('on track while the window of today is still open', () => {
		expect(read(each, { days: done('2022-03-10') }, windows)).toMatchObject({
			status: 'on_track',
			value: 1,
			wanted: 3,
			due: 1
		});
	});

	test('behind once a window passed without one', () => {
		expect(read(each, { days: done('2022-03-10') }, windows, '2022-09-01')).toMatchObject({
			status: 'behind',
			value: 1,
			due: 2,
			planned: 1
		});
	});

	test('two in one window do not make up for another', () => {
		expect(read(each, { days: done('2022-03-10', '2022-03-20') }, windows, '2022-09-01')).toMatchObject({
			status: 'behind',
			value: 1
		});
	});

	test('met when each window had its own', () => {
		expect(read(each, { days: done('2022-03-10', '2022-08-20', '2022-12-01') }, windows, '2022-12-05').status).toBe(
			'met'
		);
	});
});

describe('a weekly rhythm', () => {
	const weekly = meetings({ every: 'week' });
	const mondays = (until: string) => {
		const days: DayCount[] = [];
		for (let ms = Date.parse('2022-01-03'); ms <= Date.parse(until); ms += 7 * 86_400_000)
			days.push(...done(new Date(ms).toISOString().slice(0, 10)));
		return days;
	};

	test('needs no planned facts: it goes on until a week is missed', () => {
		expect(read(weekly, { days: mondays(today) })).toMatchObject({
			status: 'on_track',
			value: 35,
			wanted: 52,
			due: 34,
			rhythm: { kept: 34, ended: 34, total: 52 }
		});
	});

	test('behind when a week was missed, and it says which', () => {
		const days = mondays(today).filter((day) => day.on !== '2022-05-02');
		const reading = read(weekly, { days });
		expect(reading).toMatchObject({ status: 'behind', value: 34 });
		expect(reading.rhythm!.missed.map((period) => period.name)).toEqual(['2022-W18']);
	});

	test('two issues in one week count once', () => {
		const days = mondays(today).map((day) => (day.on === '2022-05-02' ? { ...day, on: '2022-05-09' } : day));
		expect(read(weekly, { days }).value).toBe(34);
	});
});

describe('a number with a rhythm: five or six, every two months', () => {
	const cafes = meetings({ at_least: 5, at_most: 6, every: '2 months' });

	test('the rhythm says what is due, the number decides', () => {
		expect(
			read(cafes, { days: done('2022-01-20', '2022-03-20', '2022-05-20', '2022-07-20') }, undefined, '2022-09-01')
		).toMatchObject({ status: 'on_track', due: 4, wanted: 5 });
		expect(
			read(cafes, { days: done('2022-01-20', '2022-03-20', '2022-05-20') }, undefined, '2022-09-01')
		).toMatchObject({ status: 'at_risk', due: 4 });
		expect(read(cafes, { days: done('2022-01-20', '2022-03-20') }, undefined, '2022-09-01')).toMatchObject({
			status: 'behind',
			due: 4
		});
	});
});

describe('a state that must hold', () => {
	const members = { hold: 'membership.holds', at_least: 100, on: 'last_day' } as BasicMeasure;
	const certificate = { hold: 'term.holds', at_least: 1 } as BasicMeasure;

	test('is on track until the last day, and then met or missed', () => {
		const steps = [{ on: '2022-01-01', value: 104 }];
		expect(read(members, { steps })).toMatchObject({ status: 'on_track', value: 104 });
		expect(read(members, { steps }, undefined, '2022-12-31').status).toBe('met');
		expect(read(members, { steps: [...steps, { on: '2022-12-01', value: 99 }] }, undefined, '2022-12-31').status).toBe(
			'missed'
		);
	});

	test('every day: at once behind when it lapsed, and at risk of it when it will', () => {
		expect(read(certificate, { steps: [{ on: '2022-01-01', value: 1 }] }).status).toBe('on_track');
		expect(
			read(certificate, {
				steps: [
					{ on: '2022-01-01', value: 1 },
					{ on: '2022-05-01', value: 0 }
				]
			}).status
		).toBe('behind');
		expect(
			read(certificate, {
				steps: [
					{ on: '2022-01-01', value: 1 },
					{ on: '2022-11-01', value: 0 }
				]
			}).status
		).toBe('at_risk');
	});
});

describe('a ceiling', () => {
	const ceiling = { sum: 'measurement.taken', at_most: 10 } as BasicMeasure;

	test('is broken for good, and met only when the window is over', () => {
		expect(read(ceiling, { days: [{ on: '2022-03-01', done: 11, planned: 0 }] }).status).toBe('missed');
		expect(read(ceiling, { days: [{ on: '2022-03-01', done: 9, planned: 0 }] }).status).toBe('on_track');
		expect(read(ceiling, { days: [{ on: '2022-03-01', done: 9, planned: 0 }] }, undefined, '2023-01-01').status).toBe(
			'met'
		);
	});
});

describe('an average', () => {
	const rating = { average: 'survey.score', at_least: 7, answers: 20 } as BasicMeasure;

	test('has no reading with too few answers', () => {
		expect(read(rating, { value: 9, answers: 19, base: null })).toMatchObject({ value: null, status: 'on_track' });
	});

	test('below the level is at risk only in the last third: until then it may still rise', () => {
		const low = { value: 6, answers: 25, base: null };
		expect(read(rating, low, undefined, '2022-03-01').status).toBe('on_track');
		expect(read(rating, low, undefined, '2022-10-01').status).toBe('at_risk');
		expect(read(rating, low, undefined, '2023-01-01').status).toBe('missed');
	});

	test('not below the previous one', () => {
		const same = { average: 'survey.score', not_below: 'previous' } as BasicMeasure;
		expect(read(same, { value: 7.5, answers: 30, base: 7.4 }, undefined, '2023-01-01').status).toBe('met');
		expect(read(same, { value: 7.3, answers: 30, base: 7.4 }, undefined, '2023-01-01').status).toBe('missed');
	});
});

describe('a promise', () => {
	const part = (status: PartReading['status']): PartReading => ({
		status,
		value: 1,
		wanted: 1,
		due: 0,
		planned: 0,
		forecast: 1,
		startsOn: '2022-01-01',
		endsOn: '2022-12-31'
	});

	test('is as good as its worst part', () => {
		expect(readPromise([part('met'), part('behind')], { openConditions: 0 }).status).toBe('behind');
		expect(readPromise([part('met'), part('met')], { openConditions: 1 })).toMatchObject({
			status: 'met',
			openConditions: 1
		});
		expect(readPromise([part('met'), part('not_yet_due')], { openConditions: 0 }).status).toBe('not_yet_due');
	});

	test('waits for its trigger, and lapses when it was decided against', () => {
		expect(readPromise([part('behind')], { trigger: { state: 'open', on: null }, openConditions: 0 }).status).toBe(
			'waiting'
		);
		expect(
			readPromise([part('behind')], { trigger: { state: 'decided-against', on: '2022-06-01' }, openConditions: 0 })
				.status
		).toBe('lapsed');
	});

	test('without a target cannot be measured', () => {
		expect(readPromise([], { openConditions: 0 }).status).toBe('not_measurable');
	});
});
