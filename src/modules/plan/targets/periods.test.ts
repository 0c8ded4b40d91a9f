// Windows and the periods that a rhythm makes of them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { after, extent, joined, periodsOf, type Window } from './periods.ts';

const year: Window = { key: 'year', startsOn: '2022-01-01', endsOn: '2022-12-31', slackDays: 0 };
const window = (key: string, startsOn: string, endsOn: string, slackDays = 0): Window => ({
	key,
	startsOn,
	endsOn,
	slackDays
});

describe('a rhythm over the year 2022', () => {
	test.each([
		['week', 52],
		['2 weeks', 26],
		['month', 12],
		['2 months', 6],
		['quarter', 4],
		['4 months', 3],
		['half-year', 2],
		['year', 1]
	])('every %s gives %i periods', (every, wanted) => {
		expect(periodsOf({ every }, [year])).toHaveLength(wanted);
	});

	test('weeks are ISO weeks, from Monday to Sunday', () => {
		const [first] = periodsOf({ every: 'week' }, [year]);
		expect(first).toEqual({ name: '2022-W01', startsOn: '2022-01-03', endsOn: '2022-01-09' });
	});

	test('a year of 53 weeks has 53', () => {
		expect(periodsOf({ every: 'week' }, [window('y', '2020-01-01', '2020-12-31')])).toHaveLength(53);
	});

	test('each window is a period when the rhythm says so', () => {
		const windows = [window('mar', '2022-03-01', '2022-03-31'), window('aug', '2022-08-01', '2022-08-31', 14)];
		expect(periodsOf({ every: 'window' }, windows)).toEqual([
			{ name: 'mar', startsOn: '2022-03-01', endsOn: '2022-03-31' },
			{ name: 'aug', startsOn: '2022-08-01', endsOn: '2022-09-14' }
		]);
	});

	test('a week wholly inside the recess asks for nothing', () => {
		const recess = [{ startsOn: '2022-07-09', endsOn: '2022-09-04' }];
		const names = periodsOf({ every: 'week' }, [year], recess).map((period) => period.name);
		expect(names).toHaveLength(44);
		expect(names).not.toContain('2022-W28');
		expect(names).toContain('2022-W36');
	});
});

test('every two months counts from where the window begins', () => {
	const [first] = periodsOf({ every: '2 months' }, [window('may_oct', '2022-05-01', '2022-10-31')]);
	expect(first).toMatchObject({ startsOn: '2022-05-01', endsOn: '2022-06-30' });
});

test('windows that overlap are joined, so that nothing counts twice', () => {
	expect(
		joined([
			{ startsOn: '2022-09-20', endsOn: '2022-09-20' },
			{ startsOn: '2022-09-01', endsOn: '2022-09-30' },
			{ startsOn: '2022-10-01', endsOn: '2022-10-02' }
		])
	).toEqual([{ startsOn: '2022-09-01', endsOn: '2022-10-02' }]);
});

test('the extent runs from the first day to the last day with its slack', () => {
	expect(extent([window('b', '2022-06-01', '2022-06-30', 10), window('a', '2021-12-01', '2021-12-31')])).toEqual({
		startsOn: '2021-12-01',
		endsOn: '2022-07-10'
	});
	expect(extent([])).toBeUndefined();
});

test('a span after a day', () => {
	expect(after('2022-01-10', '6 months')).toBe('2022-07-10');
	expect(after('2022-01-31', '1 months')).toBe('2022-02-28');
	expect(after('2022-01-10', '2 weeks')).toBe('2022-01-24');
	expect(after('2022-01-10', '8 years')).toBe('2030-01-10');
});

test('periods of a rhythm never overlap and stand in order', () => {
	const day = fc
		.date({ min: new Date('2000-01-01'), max: new Date('2050-12-31'), noInvalidDate: true })
		.map((date) => date.toISOString().slice(0, 10));
	const rhythm = fc.constantFrom('week', '3 weeks', 'month', '2 months', 'quarter', 'half-year', 'year');
	fc.assert(
		fc.property(day, fc.integer({ min: 0, max: 800 }), rhythm, (startsOn, length, every) => {
			const endsOn = new Date(Date.parse(startsOn) + length * 86_400_000).toISOString().slice(0, 10);
			const periods = periodsOf({ every }, [window('w', startsOn, endsOn)]);
			for (const [index, period] of periods.entries()) {
				expect(period.startsOn <= period.endsOn).toBe(true);
				if (index > 0) expect(periods[index - 1]!.endsOn < period.startsOn).toBe(true);
			}
		})
	);
});
