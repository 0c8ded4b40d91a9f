// What a row of the year strip shows, and where.
import { describe, expect, test } from 'vitest';
import { addDays } from '#platform/day.ts';
import { drawStrip, EDGE, monthsOf, todayX, xOf, type StripInput } from './strip.ts';

const row = (rest: Partial<StripInput>): StripInput => ({ year: 2022, today: '2022-08-31', ...rest });
const end = 100 - EDGE;

describe('a day', () => {
	test('the year begins after the narrow column before it and ends before the one after it', () => {
		expect(xOf('2022-01-01', 2022)).toBe(EDGE);
		expect(xOf('2022-12-31', 2022)).toBeCloseTo(end - (end - EDGE) / 365, 1);
	});
	test('outside the year it stands in the middle of a column', () => {
		expect(xOf('2021-12-09', 2022)).toBe(EDGE / 2);
		expect(xOf('2030-06-01', 2022)).toBe(100 - EDGE / 2);
	});
	test('months are as wide as they have days', () => {
		const months = monthsOf(2022);
		expect(months).toHaveLength(12);
		expect(months[2]!.from - months[1]!.from).toBeCloseTo(((end - EDGE) * 28) / 365, 1);
		expect(monthsOf(2024)[2]!.from - monthsOf(2024)[1]!.from).toBeCloseTo(((end - EDGE) * 29) / 366, 1);
	});
	test("today's line stands at the end of today, and nowhere in another year", () => {
		expect(todayX('2022-08-31', 2022)).toBe(xOf('2022-09-01', 2022));
		expect(todayX('2022-12-31', 2022)).toBe(end);
		expect(todayX('2023-01-01', 2022)).toBe(null);
		expect(todayX('2021-12-31', 2022)).toBe(null);
	});
});

describe('a window', () => {
	test('is told apart in what is past and what is to come, without a gap', () => {
		const { bands } = drawStrip(row({ windows: [{ startsOn: '2022-06-01', endsOn: '2022-11-30' }] }));
		expect(bands.map(({ kind }) => kind)).toEqual(['past', 'coming']);
		expect(bands[0]!.x).toBe(xOf('2022-06-01', 2022));
		expect(bands[0]!.x + bands[0]!.width).toBeCloseTo(bands[1]!.x, 2);
		expect(bands[1]!.x + bands[1]!.width).toBeCloseTo(xOf('2022-12-01', 2022), 2);
	});
	test('that is over or still far away is one band', () => {
		const kinds = (startsOn: string, endsOn: string) =>
			drawStrip(row({ windows: [{ startsOn, endsOn }] })).bands.map(({ kind }) => kind);
		expect(kinds('2022-03-01', '2022-05-31')).toEqual(['past']);
		expect(kinds('2022-03-01', '2022-08-31')).toEqual(['past']);
		expect(kinds('2022-09-01', '2022-11-30')).toEqual(['coming']);
	});
	test('within the year has a deadline at its end; the whole year has none', () => {
		expect(drawStrip(row({ windows: [{ startsOn: '2022-03-01', endsOn: '2022-05-31' }] })).deadlines).toEqual([
			xOf('2022-06-01', 2022)
		]);
		expect(drawStrip(row({ windows: [{ startsOn: '2022-01-01', endsOn: '2022-12-31' }] })).deadlines).toEqual([]);
	});
	test('before the year fills the column before it', () => {
		const { bands } = drawStrip(row({ windows: [{ startsOn: '2021-12-01', endsOn: '2021-12-31' }] }));
		expect(bands).toEqual([{ x: 0, width: EDGE, kind: 'past' }]);
	});
	test('that runs on after the year runs on into the column after it', () => {
		const { bands } = drawStrip(row({ windows: [{ startsOn: '2022-10-01', endsOn: '2030-12-31' }] }));
		expect(bands).toHaveLength(1);
		expect(bands[0]!.x + bands[0]!.width).toBeCloseTo(100, 2);
	});
	test('with slack has a thin tail', () => {
		const { bands } = drawStrip(
			row({ windows: [{ startsOn: '2022-03-01', endsOn: '2022-03-31', slackUntil: '2022-04-14' }] })
		);
		expect(bands[1]).toEqual({
			x: xOf('2022-04-01', 2022),
			width: expect.closeTo(xOf('2022-04-15', 2022) - xOf('2022-04-01', 2022), 2),
			kind: 'slack'
		});
	});
	test('of something that cannot be counted is only outlined', () => {
		const { bands, deadlines } = drawStrip(
			row({ windows: [{ startsOn: '2022-03-01', endsOn: '2022-05-31' }], measurable: false })
		);
		expect(bands.map(({ kind }) => kind)).toEqual(['outline']);
		expect(deadlines).toEqual([]);
	});
	test('that was missed says so', () => {
		const { bands } = drawStrip(row({ windows: [{ startsOn: '2022-02-01', endsOn: '2022-02-28', missed: true }] }));
		expect(bands.map(({ kind }) => kind)).toEqual(['missed']);
	});
});

describe('facts', () => {
	const weekly = Array.from({ length: 52 }, (_, week) => addDays('2022-01-03', week * 7));
	const daily = Array.from({ length: 365 }, (_, day) => addDays('2022-01-01', day));

	test('several on one day are one dot', () => {
		expect(drawStrip(row({ done: ['2022-03-01', '2022-03-01', '2022-04-01'] })).dots).toHaveLength(2);
	});
	test('the more there are, the smaller the dots: weekly facts still stand apart', () => {
		const { dots, radius } = drawStrip(row({ done: weekly }));
		expect(dots).toHaveLength(52);
		const nearest = Math.min(...dots.slice(1).map((x, at) => x - dots[at]!));
		expect((nearest / 100) * 520).toBeGreaterThan(2 * radius);
		expect((nearest / 100) * 328).toBeGreaterThan(2 * radius);
	});
	test('daily facts are put together, so that a row never grows without end', () => {
		const { dots } = drawStrip(row({ done: daily }));
		expect(dots.length).toBeLessThanOrEqual(122);
		expect(Math.min(...dots)).toBeGreaterThan(EDGE);
		expect(Math.max(...dots)).toBeLessThan(end);
	});
	test('before and after the year at most three marks stand beside each other', () => {
		const { dots } = drawStrip(row({ done: ['2020-01-01', '2020-02-01', '2021-03-01', '2021-04-01', '2023-05-01'] }));
		expect(dots.filter((x) => x < EDGE)).toHaveLength(3);
		expect(dots.filter((x) => x > end)).toEqual([100 - EDGE / 2]);
	});
	test('what is planned is a ring', () => {
		const { dots, rings } = drawStrip(row({ done: ['2022-03-01'], planned: ['2022-10-01'] }));
		expect([dots.length, rings.length]).toEqual([1, 1]);
		expect(rings[0]).toBeGreaterThan(xOf('2022-10-01', 2022));
	});
});

describe('a state', () => {
	test('that began long ago and lasts is held until today and foreseen after it', () => {
		const today = todayX('2022-08-31', 2022);
		expect(drawStrip(row({ states: [{ startsOn: '2014-01-01', endsOn: null }] })).lines).toEqual([
			{ from: 0, to: today, kind: 'held' },
			{ from: today, to: 100, kind: 'foreseen' }
		]);
	});
	test('that ended is a line of its own length', () => {
		expect(drawStrip(row({ states: [{ startsOn: '2022-02-01', endsOn: '2022-03-31' }] })).lines).toEqual([
			{ from: xOf('2022-02-01', 2022), to: xOf('2022-04-01', 2022), kind: 'held' }
		]);
	});
	test('that has yet to begin is only foreseen', () => {
		expect(drawStrip(row({ states: [{ startsOn: '2022-10-01', endsOn: '2022-12-31' }] })).lines).toEqual([
			{ from: xOf('2022-10-01', 2022), to: end, kind: 'foreseen' }
		]);
	});
});
