// The geometry of one row of the year strip, in percent of its width: a narrow column before the year, the year, one after it.
import { addDays, daysBetween, maxDay, minDay, type Day } from '#platform/day.ts';

/** A period in which something is due; with slack it may come a little later. Both days included. */
export type StripWindow = { startsOn: Day; endsOn: Day; slackUntil?: Day | null; missed?: boolean };
/** Something that holds; `endsOn` null while it lasts. */
export type StripState = { startsOn: Day; endsOn: Day | null };

export type StripInput = {
	year: number;
	today: Day;
	windows?: readonly StripWindow[];
	/** Days on which something happened. */
	done?: readonly Day[];
	/** Days for which something is planned. */
	planned?: readonly Day[];
	states?: readonly StripState[];
	/** False for what cannot be counted: its windows are then only outlined. */
	measurable?: boolean;
};

export type Band = { x: number; width: number; kind: 'past' | 'coming' | 'slack' | 'missed' | 'outline' };
export type Line = { from: number; to: number; kind: 'held' | 'foreseen' };

export type StripDrawing = {
	bands: Band[];
	/** Where a window ends within the year: what people steer by. */
	deadlines: number[];
	lines: Line[];
	dots: number[];
	rings: number[];
	/** Of dots and rings, in pixels. */
	radius: number;
};

/** Width of the column before and of the one after the year, in percent. */
export const EDGE = 4.5;
/** More marks than this are put together per few days: beyond it single days can no longer be told apart. */
const MOST_MARKS = 120;

const round = (x: number) => Math.round(x * 100) / 100;
const firstDay = (year: number): Day => `${year}-01-01`;
const lastDay = (year: number): Day => `${year}-12-31`;

const daysIn = (year: number) => (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 366 : 365);

/** Where a day begins. Days outside the year fall in the middle of the column before or after it. */
export function xOf(day: Day, year: number): number {
	if (day < firstDay(year)) return EDGE / 2;
	if (day > lastDay(year)) return 100 - EDGE / 2;
	return round(EDGE + ((100 - 2 * EDGE) * daysBetween(firstDay(year), day)) / daysIn(year));
}

/** Where the day ends: what lasts until the day itself reaches here. */
const xAfter = (day: Day, year: number) => {
	if (day < firstDay(year) || day > lastDay(year)) return xOf(day, year);
	return day === lastDay(year) ? 100 - EDGE : xOf(addDays(day, 1), year);
};

/** Today's line, at the end of the day; null when today lies outside the year. */
export const todayX = (today: Day, year: number): number | null =>
	today < firstDay(year) || today > lastDay(year) ? null : xAfter(today, year);

/** A period as a stretch; what begins before the year or ends after it runs on through the column beside it. */
function stretch(startsOn: Day, endsOn: Day, year: number): { x: number; to: number } {
	const runsBefore = startsOn < firstDay(year);
	const runsAfter = endsOn > lastDay(year);
	const x = runsBefore ? 0 : startsOn > lastDay(year) ? 100 - EDGE : xOf(startsOn, year);
	const to = runsAfter ? 100 : endsOn < firstDay(year) ? EDGE : xAfter(endsOn, year);
	return { x: round(x), to: round(to) };
}

const band = (startsOn: Day, endsOn: Day, kind: Band['kind'], year: number): Band => {
	const { x, to } = stretch(startsOn, endsOn, year);
	return { x, width: round(to - x), kind };
};

function bandsOf(
	{ startsOn, endsOn, slackUntil, missed }: StripWindow,
	{ year, today, measurable }: StripInput
): Band[] {
	const slack = slackUntil && slackUntil > endsOn ? [band(addDays(endsOn, 1), slackUntil, 'slack', year)] : [];
	if (measurable === false) return [band(startsOn, endsOn, 'outline', year)];
	if (missed) return [band(startsOn, endsOn, 'missed', year), ...slack];
	const past = startsOn <= today ? [band(startsOn, minDay(endsOn, today), 'past', year)] : [];
	const coming = endsOn > today ? [band(maxDay(startsOn, addDays(today, 1)), endsOn, 'coming', year)] : [];
	// Within the columns beside the year there is no today: one band is enough.
	const drawn = [...past, ...coming].filter(
		(one, at, all) => all.findIndex(({ x, width }) => x === one.x && width === one.width) === at && one.width > 0
	);
	return [...drawn, ...slack];
}

function linesOf({ startsOn, endsOn }: StripState, { year, today }: StripInput): Line[] {
	if (startsOn > today) {
		const { x, to } = stretch(startsOn, endsOn ?? `${year + 1}-01-01`, year);
		return [{ from: x, to, kind: 'foreseen' }];
	}
	const heldUntil = minDay(endsOn ?? today, today);
	const held = stretch(startsOn, heldUntil, year);
	const lines: Line[] = [{ from: held.x, to: held.to, kind: 'held' }];
	if (endsOn === null || endsOn > today) {
		const to = endsOn === null || endsOn > lastDay(year) ? 100 : xAfter(endsOn, year);
		if (to > held.to) lines.push({ from: held.to, to, kind: 'foreseen' });
	}
	return lines;
}

/** Marks in a column beside the year stand side by side, three at most. */
const inColumn = (count: number, from: number): number[] => {
	const shown = Math.min(count, 3);
	return Array.from({ length: shown }, (_, at) => round(from + (EDGE * (at + 1)) / (shown + 1)));
};

/** One mark per day in the middle of it; when there are very many, one per few days. */
function marksOf(days: readonly Day[], year: number): number[] {
	const distinct = [...new Set(days)].sort();
	const inside = distinct.filter((day) => day >= firstDay(year) && day <= lastDay(year));
	const step = Math.ceil(inside.length / MOST_MARKS);
	const half = (100 - 2 * EDGE) / 365 / 2;
	const xs = inside.map((day) => {
		const at = daysBetween(firstDay(year), day);
		return round(Math.min(xOf(addDays(firstDay(year), at - (at % step)), year) + half * step, 100 - EDGE - half));
	});
	return [
		...inColumn(distinct.filter((day) => day < firstDay(year)).length, 0),
		...new Set(xs),
		...inColumn(distinct.filter((day) => day > lastDay(year)).length, 100 - EDGE)
	];
}

function radiusFor(marks: number): number {
	if (marks <= 16) return 3.6;
	if (marks <= 30) return 3;
	return marks <= 60 ? 2.4 : 1.8;
}

/** Everything one row shows, in the order in which it is drawn: bands, deadlines, lines, marks. */
export function drawStrip(input: StripInput): StripDrawing {
	const { year, windows = [], states = [] } = input;
	const dots = marksOf(input.done ?? [], year);
	const rings = marksOf(input.planned ?? [], year);
	const ends = windows
		.map(({ endsOn }) => endsOn)
		.filter((endsOn) => endsOn >= firstDay(year) && endsOn < lastDay(year) && input.measurable !== false);
	return {
		bands: windows.flatMap((window) => bandsOf(window, input)),
		deadlines: [...new Set(ends)].map((endsOn) => xAfter(endsOn, year)),
		lines: states.flatMap((state) => linesOf(state, input)),
		dots,
		rings,
		radius: radiusFor(dots.length + rings.length)
	};
}

/** Beginnings of the twelve months, and the middle of each for its name. */
export const monthsOf = (year: number): { from: number; middle: number }[] =>
	Array.from({ length: 12 }, (_, month) => {
		const from = xOf(`${year}-${String(month + 1).padStart(2, '0')}-01`, year);
		const to = month === 11 ? 100 - EDGE : xOf(`${year}-${String(month + 2).padStart(2, '0')}-01`, year);
		return { from, middle: round((from + to) / 2) };
	});
