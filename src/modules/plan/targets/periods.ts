// Days on which a target is due: windows, and the periods that a rhythm makes of them.
import { addDays, addMonths, isoWeek, maxDay, minDay, mondayOf, weekday, type Day } from '#platform/day.ts';
import type { Localized } from '#platform/localized.ts';
import type { CountMeasure } from './target.ts';

/** Both days count. `slackDays`: how long after the end it still counts, where the plan is approximate. */
export type Window = { key: string; startsOn: Day; endsOn: Day; slackDays: number; label?: Localized | undefined };
export type Range = { startsOn: Day; endsOn: Day };
export type Period = Range & { name: string };

/** The window with its slack: the days on which a fact still counts. */
export const reach = (window: Window): Range => ({
	startsOn: window.startsOn,
	endsOn: addDays(window.endsOn, window.slackDays)
});

/** Ranges in order, overlapping and touching ones joined, so that nothing counts twice. */
export function joined(ranges: readonly Range[]): Range[] {
	const result: Range[] = [];
	for (const range of [...ranges].sort((a, b) => a.startsOn.localeCompare(b.startsOn))) {
		const last = result.at(-1);
		if (last && range.startsOn <= addDays(last.endsOn, 1)) last.endsOn = maxDay(last.endsOn, range.endsOn);
		else result.push({ ...range });
	}
	return result;
}

const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`;

/** Calendar blocks of `months` months, counted from January, of which the middle lies inside the range. */
function monthBlocks(range: Range, months: number, anchor: Day): Range[] {
	const blocks: Range[] = [];
	for (let start = anchor; start <= range.endsOn; start = addMonths(start, months)) {
		const end = addDays(addMonths(start, months), -1);
		const middle = addDays(start, Math.floor((Date.parse(end) - Date.parse(start)) / 86_400_000 / 2));
		if (middle >= range.startsOn && middle <= range.endsOn) blocks.push({ startsOn: start, endsOn: end });
	}
	return blocks;
}

/** ISO weeks, or blocks of them, of which the (first) Thursday lies inside the range: 2022 has 52. */
function weekBlocks(range: Range, weeks: number): Range[] {
	const blocks: Range[] = [];
	const thursday = addDays(range.startsOn, (4 - weekday(range.startsOn) + 7) % 7);
	for (let start = mondayOf(thursday); addDays(start, 3) <= range.endsOn; start = addDays(start, 7 * weeks)) {
		const end = addDays(start, 7 * weeks - 1);
		if (addDays(end, -3) <= range.endsOn) blocks.push({ startsOn: start, endsOn: end });
	}
	return blocks;
}

const yearStart = (day: Day): Day => `${day.slice(0, 4)}-01-01`;

function blocks(range: Range, rhythm: string): Range[] {
	const [amount, unit] = rhythm.includes(' ') ? [Number(rhythm.split(' ')[0]), rhythm.split(' ')[1]!] : [1, rhythm];
	switch (unit) {
		case 'week':
		case 'weeks':
			return weekBlocks(range, amount);
		case 'quarter':
			return monthBlocks(range, 3, yearStart(range.startsOn));
		case 'half-year':
			return monthBlocks(range, 6, yearStart(range.startsOn));
		case 'year':
			return monthBlocks(range, 12, yearStart(range.startsOn));
		default:
			// "Every two months" counts from where the window begins, "every month" is the calendar's.
			return monthBlocks(range, amount, firstOfMonth(range.startsOn));
	}
}

const periodName = (rhythm: string, { startsOn, endsOn }: Range): string => {
	if (rhythm === 'week') return `${isoWeek(startsOn).year}-W${String(isoWeek(startsOn).week).padStart(2, '0')}`;
	if (rhythm === 'month') return startsOn.slice(0, 7);
	return `${startsOn}/${endsOn}`;
};

/** Every working day (Monday to Friday) of the period lies inside the excepted days. */
const isExcepted = (period: Range, excepted: readonly Range[]) => {
	if (excepted.length === 0) return false;
	for (let day = period.startsOn; day <= period.endsOn; day = addDays(day, 1)) {
		if (weekday(day) > 5) continue;
		if (!excepted.some((range) => range.startsOn <= day && day <= range.endsOn)) return false;
	}
	return true;
};

/** The periods in which a rhythm asks for something; none without a rhythm. */
export function periodsOf(
	measure: Pick<CountMeasure, 'every'>,
	windows: readonly Window[],
	excepted: readonly Range[] = []
): Period[] {
	const rhythm = measure.every;
	if (rhythm === undefined) return [];
	if (rhythm === 'window') return windows.map((window) => ({ name: window.key, ...reach(window) }));
	return joined(windows.map(reach))
		.flatMap((range) => blocks(range, rhythm))
		.filter((period) => !isExcepted(period, excepted))
		.map((period) => ({ ...period, name: periodName(rhythm, period) }));
}

/** First and last day of all windows together, slack included; undefined without windows. */
export function extent(windows: readonly Window[]): Range | undefined {
	const [first, ...rest] = windows.map(reach);
	if (!first) return undefined;
	return rest.reduce(
		(all, range) => ({ startsOn: minDay(all.startsOn, range.startsOn), endsOn: maxDay(all.endsOn, range.endsOn) }),
		first
	);
}

/** `6 months` after a day. */
export function after(day: Day, span: string): Day {
	const [amount, unit] = span.split(' ') as [string, string];
	if (unit.startsWith('day')) return addDays(day, Number(amount));
	if (unit.startsWith('week')) return addDays(day, Number(amount) * 7);
	return addMonths(day, Number(amount) * (unit.startsWith('year') ? 12 : 1));
}
