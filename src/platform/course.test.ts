// The picture of a course shows what was, what was expected, and what is planned.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawCourse, LABEL_HEIGHT, movedApart, type CourseInput } from './course.ts';

const year = (rest: Partial<CourseInput>): CourseInput => ({
	startsOn: '2022-01-01',
	endsOn: '2022-12-31',
	today: '2022-08-31',
	points: [],
	...rest
});

describe('the line', () => {
	test('steps up on the day itself and runs on until today', () => {
		const { line, end } = drawCourse(year({ points: [{ on: '2022-07-02', value: 1 }], wanted: { low: 2 } }));
		// 2 July is day 183 of 365; today ends at day 243.
		expect(line).toMatch(/^M0 100H49\.86V[\d.]+H66\.58$/);
		expect(end.x).toBeCloseTo((243 / 365) * 100, 1);
		expect(end.value).toBe(1);
	});
	test('begins where it stood before the period', () => {
		const { line } = drawCourse(year({ points: [{ on: '2021-12-09', value: 5 }], wanted: { low: 10 } }));
		const [, from] = /^M0 ([\d.]+)H/.exec(line) ?? [];
		expect(Number(from)).toBeLessThan(100);
	});
	test('does not know what happens after today', () => {
		const { dots, rings } = drawCourse(
			year({ points: [{ on: '2022-02-01', value: 1 }], planned: [{ on: '2022-10-01', value: 2 }] })
		);
		expect([dots.length, rings.length]).toEqual([1, 1]);
	});
	test('goes on dashed through what is planned, and ends with the period', () => {
		const { plannedLine } = drawCourse(
			year({ points: [{ on: '2022-02-01', value: 1 }], planned: [{ on: '2022-10-01', value: 2 }], wanted: { low: 2 } })
		);
		expect(plannedLine).toMatch(/^M66\.58 [\d.]+H74\.79V[\d.]+H100$/);
	});
	test('of a year that is over has no continuation and no line of today', () => {
		const { plannedLine, today, end } = drawCourse(
			year({ today: '2023-03-01', points: [{ on: '2022-02-01', value: 1 }] })
		);
		expect([plannedLine, today, end.x]).toEqual(['', null, 100]);
	});
});

describe('the scale', () => {
	const values = (points: number[], wanted?: CourseInput['wanted']) =>
		drawCourse(
			year({ points: points.map((value, at) => ({ on: `2022-0${at + 1}-01`, value })), ...(wanted && { wanted }) })
		).ticks.map(({ value }) => value);

	test('begins at zero and leaves room for what is wanted', () => {
		expect(values([1, 2, 3], { low: 52 })).toEqual([0, 20, 40, 60]);
		expect(values([1, 2], { low: 5, high: 6 })).toEqual([0, 2, 4, 6, 8]);
	});
	test('counts whole things in whole steps', () => expect(values([1], { low: 2 })).toEqual([0, 1, 2, 3]));
	test('shows the movement of values that lie high', () => {
		const ticks = values([104, 103, 106], { low: 100 });
		expect(ticks[0]).toBeGreaterThan(90);
		expect(ticks.at(-1)).toBeGreaterThanOrEqual(106);
		expect(ticks.length).toBeLessThanOrEqual(8);
	});
	test('of nothing at all is still a scale', () => expect(values([])).toEqual([0, 1]));
	test('takes marks and decimals as they come', () => {
		const ticks = values([7.2, 7.4, 6.9], { low: 7 });
		expect(ticks[0]).toBe(0);
		expect(ticks.at(-1)).toBeGreaterThan(7.4);
	});
});

test('the expected band runs along its high side and back along its low side', () => {
	const { band } = drawCourse(
		year({
			expected: [
				{ on: '2022-01-01', low: 0, high: 0 },
				{ on: '2022-12-31', low: 8, high: 10 }
			]
		})
	);
	const points = band.split(' ').map((point) => point.split(',').map(Number));
	expect(points).toHaveLength(4);
	expect(points[1]![1]).toBeLessThan(points[2]![1]!);
});

test('a course of several years names its months with their years', () => {
	const { months } = drawCourse(year({ startsOn: '2021-07-15', endsOn: '2023-01-31' }));
	expect(months).toHaveLength(19);
	expect(months[0]).toEqual({ x: 0, month: 6, year: 2021 });
	expect(months.at(-1)).toMatchObject({ month: 0, year: 2023 });
});

test('figures of levels a few pixels apart are written beside each other, each near its own line', () => {
	const wanted = (low: number, high: number) => drawCourse(year({ wanted: { low, high } })).wanted;
	const [low, high] = wanted(450, 455);
	expect(Math.abs(low!.y - high!.y)).toBeLessThan(3);
	expect(low!.labelY - high!.labelY).toBeGreaterThanOrEqual(LABEL_HEIGHT - 0.01);
	for (const one of [low!, high!]) expect(Math.abs(one.labelY - one.y)).toBeLessThan(LABEL_HEIGHT);
	for (const one of wanted(10, 50)) expect(one.labelY).toBe(one.y);
});

test('whatever the levels are, their figures never touch, stay inside, and keep their order', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 0, max: 1000 }),
			fc.integer({ min: 0, max: 1000 }),
			fc.array(fc.integer({ min: 0, max: 2000 }), { maxLength: 5 }),
			(one, other, values) => {
				const points = values.map((value, at) => ({ on: `2022-0${at + 2}-01`, value }));
				const [low, high] = [Math.min(one, other), Math.max(one, other)];
				const { wanted, end } = drawCourse(year({ points, wanted: { low, high } }));
				for (const { labelY } of wanted) expect(labelY >= 0 && labelY <= 100).toBe(true);
				const [first, second] = wanted;
				if (second) expect(first!.labelY - second.labelY).toBeGreaterThanOrEqual(LABEL_HEIGHT - 0.02);
				// The figure of today never reaches into the day above the picture.
				if (!end.isBelow) expect(end.y).toBeGreaterThanOrEqual(13);
			}
		)
	);
});

test('any number of positions is moved apart within the picture', () => {
	fc.assert(
		fc.property(fc.array(fc.float({ min: 0, max: 100, noNaN: true }), { maxLength: 10 }), (positions) => {
			const apart = movedApart(positions, 8).toSorted((one, other) => one - other);
			for (const [at, y] of apart.entries()) {
				expect(y >= 0 && y <= 100).toBe(true);
				if (at > 0) expect(y - apart[at - 1]!).toBeGreaterThanOrEqual(8 - 0.02);
			}
		})
	);
});
