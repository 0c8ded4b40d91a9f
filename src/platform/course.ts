// The geometry of a course over time: a step line against what was expected by then, in percent of the picture.
import { addDays, daysBetween, type Day } from '#platform/day.ts';
import { monthStarts } from '#platform/dates.ts';

/** The value from this day on, until the next point. */
export type CoursePoint = { on: Day; value: number };
/** Between two of these the expectation runs straight; two on one day make a step. */
export type ExpectedPoint = { on: Day; low: number; high: number };

export type CourseInput = {
	startsOn: Day;
	endsOn: Day;
	today: Day;
	/** In order of time; what lies before `startsOn` counts as where the line begins. */
	points: readonly CoursePoint[];
	/** How it goes on if all that is planned happens: points after today. */
	planned?: readonly CoursePoint[];
	expected?: readonly ExpectedPoint[];
	/** What it must come to; an expectation such as "5 or 6" has a high one too. */
	wanted?: { low: number; high?: number | null };
};

export type CourseDrawing = {
	/** Paths and polygons on a field of 100 by 100, y downwards. */
	line: string;
	plannedLine: string;
	band: string;
	/** Where the line is today; its figure stands above it, or below where it would reach into the day that is written on top. */
	end: { x: number; y: number; value: number; isBelow: boolean };
	/** Days on which the value changed, and where. */
	dots: { x: number; y: number }[];
	rings: { x: number; y: number }[];
	ticks: { value: number; y: number }[];
	months: { x: number; month: number; year: number }[];
	/** `labelY` is where its figure stands: levels a few pixels apart would be written over each other. */
	wanted: { y: number; value: number; labelY: number }[];
	/** Null when today lies outside the picture. */
	today: number | null;
};

const MOST_TICKS = 5;
/** A line of small text on the lowest picture, in percent of its height: 0.95 of 11 rem. */
export const LABEL_HEIGHT = 8.7;
/** The figure of today with its distance from the line. */
const END_LABEL_HEIGHT = 13;
const round = (x: number) => Math.round(x * 100) / 100;

/** 1, 2, 2½, 5 and their tens: the smallest that needs no more than five lines. */
function stepFor(span: number, whole: boolean): number {
	const rough = span / MOST_TICKS;
	const ten = 10 ** Math.floor(Math.log10(rough));
	const nice = [1, 2, 2.5, 5, 10].map((part) => part * ten).find((step) => step >= rough && !(whole && step % 1 !== 0));
	return whole ? Math.max(1, nice ?? ten * 10) : (nice ?? ten * 10);
}

type Scale = { from: number; to: number; step: number };

/** Begins at zero, unless all values lie so high that their movement would be lost. */
function scaleOf(values: readonly number[]): Scale {
	const high = Math.max(...values, 0);
	const low = Math.min(...values);
	const whole = values.every(Number.isInteger);
	if (high <= 0) return { from: 0, to: 1, step: 1 };
	if (low > 0.6 * high && high > 20) {
		const step = stepFor(Math.max(high - low, 1) * 1.4, whole);
		return { from: Math.floor(low / step - 0.5) * step, to: Math.ceil(high / step + 0.25) * step, step };
	}
	const step = stepFor(high * 1.02, whole);
	return { from: 0, to: Math.ceil((high * 1.02) / step) * step, step };
}

/** Positions from the top down, moved apart as little as needed: none nearer than `gap` to the next, none outside 0 to 100. */
export function movedApart(positions: readonly number[], gap: number): number[] {
	const order = positions.map((y, at) => ({ y, at })).toSorted((one, other) => one.y - other.y);
	const placed: number[] = [];
	for (const { y } of order) placed.push(Math.max(y, (placed.at(-1) ?? -Infinity) + gap));
	// What was pushed out below pushes back up.
	for (let at = placed.length - 1, most = 100; at >= 0; at -= 1, most -= gap) placed[at] = Math.min(placed[at]!, most);
	const found = [...positions];
	for (const [place, { at }] of order.entries()) found[at] = round(placed[place]!);
	return found;
}

/** How far the labels of two levels are moved: half to either side, so that each stays near its own line. */
function labelled(levels: readonly { y: number; value: number }[]): CourseDrawing['wanted'] {
	const ys = levels.map(({ y }) => y);
	const [first = 0, second = 100] = ys.toSorted((one, other) => one - other);
	const lack = ys.length === 2 ? Math.max(0, LABEL_HEIGHT - (second - first)) / 2 : 0;
	const shifted = ys.map((y) => Math.max(0, y === first ? y - lack : y));
	const apart = movedApart(shifted, LABEL_HEIGHT);
	return levels.map((level, at) => ({ ...level, labelY: apart[at]! }));
}

export function drawCourse(input: CourseInput): CourseDrawing {
	const { startsOn, endsOn, today, points, planned = [], expected = [], wanted } = input;
	const wantedValues = wanted ? [...new Set([wanted.low, wanted.high ?? wanted.low])] : [];
	const scale = scaleOf([
		...points.map(({ value }) => value),
		...planned.map(({ value }) => value),
		...expected.flatMap(({ low, high }) => [low, high]),
		...wantedValues,
		...(points.length === 0 ? [0] : [])
	]);
	const days = daysBetween(startsOn, endsOn) + 1;
	const xOf = (day: Day) => round(Math.min(100, Math.max(0, (daysBetween(startsOn, day) / days) * 100)));
	const yOf = (value: number) => round(100 - ((value - scale.from) / (scale.to - scale.from)) * 100);

	const until = today < startsOn ? startsOn : today > endsOn ? addDays(endsOn, 1) : addDays(today, 1);
	const before =
		points.filter(({ on }) => on <= startsOn).at(-1)?.value ?? (scale.from === 0 ? 0 : (points[0]?.value ?? 0));
	const within = points.filter(({ on }) => on > startsOn && on <= today && on <= endsOn);
	const last = within.at(-1)?.value ?? before;
	const ahead = planned.filter(({ on }) => on > today && on <= endsOn);
	const steps = (list: readonly CoursePoint[]) => list.map(({ on, value }) => `H${xOf(on)}V${yOf(value)}`).join('');
	const edge = (side: 'low' | 'high') => expected.map((point) => `${xOf(point.on)},${yOf(point[side])}`);

	return {
		line: `M0 ${yOf(before)}${steps(within)}H${xOf(until)}`,
		plannedLine: today >= endsOn ? '' : `M${xOf(until)} ${yOf(last)}${steps(ahead)}H100`,
		band: expected.length === 0 ? '' : [...edge('high'), ...edge('low').toReversed()].join(' '),
		end: { x: xOf(until), y: yOf(last), value: last, isBelow: yOf(last) < END_LABEL_HEIGHT },
		dots: within.map(({ on, value }) => ({ x: xOf(on), y: yOf(value) })),
		rings: ahead.map(({ on, value }) => ({ x: xOf(on), y: yOf(value) })),
		ticks: Array.from({ length: Math.round((scale.to - scale.from) / scale.step) + 1 }, (_, at) => {
			const value = round(scale.from + at * scale.step);
			return { value, y: yOf(value) };
		}),
		months: monthsBetween(startsOn, endsOn).map((on) => ({
			x: xOf(on),
			month: Number(on.slice(5, 7)) - 1,
			year: Number(on.slice(0, 4))
		})),
		wanted: labelled(wantedValues.map((value) => ({ value, y: yOf(value) }))),
		today: today < startsOn || today > endsOn ? null : xOf(until)
	};
}

function monthsBetween(startsOn: Day, endsOn: Day): Day[] {
	const years = Array.from({ length: Number(endsOn.slice(0, 4)) - Number(startsOn.slice(0, 4)) + 1 }, (_, at) => at);
	return years
		.flatMap((at) => monthStarts(Number(startsOn.slice(0, 4)) + at))
		.filter((on) => on >= startsOn.slice(0, 8) + '01' && on <= endsOn);
}
