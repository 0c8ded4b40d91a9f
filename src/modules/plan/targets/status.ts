// The computed status of a promise: a pure rule over the answer of the facts, the windows and the day.
// Source of the rule: docs/architecture.md, "Targets"; the page says the rule's own sentence.
import { addDays, daysBetween, type Day } from '#platform/day.ts';
import {
	doneOf,
	heldOn,
	lowestHeld,
	plannedOf,
	type Answer,
	type CountAnswer,
	type HoldAnswer,
	type ShareAnswer
} from './answer.ts';
import { breaksCeiling, floorOf, hasFloor, reachesFloor, type Bounds } from './normal.ts';
import type { Period, Range } from './periods.ts';
import { extentOf, type Question, type Trigger } from './question.ts';

export const statuses = [
	'met',
	'on_track',
	'at_risk',
	'behind',
	'missed',
	'not_yet_due',
	'waiting',
	'lapsed',
	'not_measurable'
] as const;
export type Status = (typeof statuses)[number];

/** Worst first: where a promise has parts, the worst of them is its own. */
const worstFirst: readonly Status[] = [
	'missed',
	'behind',
	'at_risk',
	'waiting',
	'on_track',
	'not_yet_due',
	'met',
	'lapsed',
	'not_measurable'
];

/** The worst of several; nothing can be measured where there are none. */
export const worstOf = (several: readonly Status[]): Status =>
	worstFirst.find((one) => several.includes(one)) ?? 'not_measurable';

export type Rhythm = { kept: number; ended: number; total: number; missed: readonly Period[] };

export type PartReading = {
	status: Status;
	/** v: what is done, or how things stand; null when there is no reading yet. */
	value: number | null;
	/** m: the level that is wanted; null where only the past is a yardstick and there is none yet. */
	wanted: number | null;
	/** d: what is due so far. */
	due: number;
	/** p: planned before the end. */
	planned: number;
	/** Where it ends if what is planned happens and nothing else. */
	forecast: number | null;
	startsOn: Day;
	endsOn: Day;
	rhythm?: Rhythm;
	/** For shares: how many of how many. */
	of?: number;
	/** For averages: how many answers. */
	answers?: number;
};

type Standing = Pick<PartReading, 'value' | 'due' | 'planned' | 'forecast'> & {
	reached: boolean;
	/** Met for good: nothing that may still happen can undo it. */
	settled: boolean;
	/** The ceiling is broken and cannot be mended. */
	broken: boolean;
	/** Will be reached if what is planned happens. */
	reachable: boolean;
	/** Less than what is due so far. */
	short: boolean;
};

const inLastThird = (range: Range, day: Day) =>
	daysBetween(range.startsOn, day) * 3 >= daysBetween(range.startsOn, addDays(range.endsOn, 1)) * 2;

/** Not yet begun, over, or in between: the order of the rule. */
function statusOf(standing: Standing, range: Range, day: Day): Status {
	if (standing.broken) return 'missed';
	if (standing.reached && (standing.settled || day > range.endsOn)) return 'met';
	if (day > range.endsOn) return 'missed';
	if (day < range.startsOn) return 'not_yet_due';
	if (standing.short && !standing.reachable) return 'behind';
	if (standing.short) return 'at_risk';
	if (!standing.reachable && inLastThird(range, day)) return 'at_risk';
	return 'on_track';
}

const kept = (period: Period, { days }: CountAnswer) =>
	days.reduce((sum, { on, done }) => (on >= period.startsOn && on <= period.endsOn ? sum + done : sum), 0);

function rhythmOf(
	question: Question,
	answer: CountAnswer,
	day: Day
): (Rhythm & { each: number; value: number; open: number }) | undefined {
	if (!('count' in question.measure) || question.measure.every === undefined) return undefined;
	const each = question.measure.each ?? 1;
	const counted = question.periods.map((period) => ({ period, done: Math.min(kept(period, answer), each) }));
	const ended = counted.filter(({ period }) => period.endsOn < day);
	return {
		each,
		value: counted.reduce((sum, { done }) => sum + done, 0),
		open: counted.filter(({ period }) => period.endsOn >= day).reduce((sum, { done }) => sum + each - done, 0),
		kept: ended.filter(({ done }) => done === each).length,
		ended: ended.length,
		total: counted.length,
		missed: ended.filter(({ done }) => done < each).map(({ period }) => period)
	};
}

function standingOfCount(
	question: Question,
	answer: CountAnswer,
	day: Day
): { standing: Standing; rhythm?: Rhythm; wanted: number | null } {
	const bounds: Bounds = question.measure;
	const rhythm = rhythmOf(question, answer, day);
	const facts = { done: doneOf(answer), planned: plannedOf(answer) };
	// A rhythm without a number asks for every period; with a number the number decides and the rhythm says what is due.
	const alone = hasFloor(bounds) ? undefined : rhythm;
	const limits: Bounds = alone ? { at_least: alone.total * alone.each } : bounds;
	const value = alone ? alone.value : facts.done;
	const planned = alone ? alone.open : Math.max(facts.planned, rhythm?.open ?? 0);
	const floor = floorOf(limits, null);
	const due = rhythm && floor ? Math.min(floor.value, rhythm.ended * rhythm.each) : 0;
	const reached = reachesFloor(limits, value, null) && !breaksCeiling(limits, value);
	const isCeiling = !hasFloor(limits);
	return {
		wanted: floor?.value ?? bounds.at_most ?? bounds.less_than ?? null,
		...(rhythm
			? { rhythm: { kept: rhythm.kept, ended: rhythm.ended, total: rhythm.total, missed: rhythm.missed } }
			: {}),
		standing: {
			value,
			due,
			planned,
			forecast: value + planned,
			reached,
			settled: reached && !isCeiling && bounds.exactly === undefined,
			broken: breaksCeiling(limits, value),
			reachable: isCeiling ? !breaksCeiling(limits, value + planned) : reachesFloor(limits, value + planned, null),
			short: isCeiling ? breaksCeiling(limits, value + planned) : alone ? alone.missed.length > 0 : value < due
		}
	};
}

function standingOfHold(question: Question, answer: HoldAnswer, range: Range, day: Day): Standing {
	const bounds: Bounds = question.measure;
	const on = 'hold' in question.measure ? (question.measure.on ?? 'every_day') : 'every_day';
	const good = (value: number) =>
		reachesFloor(bounds, value, heldOn(answer, range.startsOn)) && !breaksCeiling(bounds, value);
	const end = on === 'every_day' || on === 'last_day' ? range.endsOn : on;
	const until = day < end ? day : end;
	const now = heldOn(answer, until);
	const atEnd = heldOn(answer, end);
	if (on === 'every_day') {
		const unbroken = good(lowestHeld(answer, range.startsOn, until));
		const ahead = until < end ? good(lowestHeld(answer, until, end)) : true;
		const floor = floorOf(bounds, heldOn(answer, range.startsOn))?.value ?? 0;
		return {
			value: now,
			due: floor,
			planned: 0,
			forecast: atEnd,
			reached: unbroken,
			settled: day >= end && unbroken,
			broken: false,
			reachable: unbroken,
			short: !unbroken || !ahead
		};
	}
	const over = day >= end;
	return {
		value: now,
		due: 0,
		planned: 0,
		forecast: atEnd,
		reached: good(now),
		settled: over && good(now),
		broken: over && !good(now),
		reachable: good(atEnd),
		short: false
	};
}

/** A value that may still move either way: only settled when the window is over. */
function standingOfValue(bounds: Bounds, value: number | null, base: number | null): Standing {
	const good = value !== null && reachesFloor(bounds, value, base) && !breaksCeiling(bounds, value);
	return {
		value,
		due: 0,
		planned: 0,
		forecast: value,
		reached: good,
		settled: false,
		broken: false,
		reachable: good,
		// Nothing is due before the end: what is measured in the first year of eight says little of the last.
		short: false
	};
}

const shareOf = ({ part, whole }: ShareAnswer) => (whole === 0 ? null : part / whole);

/** The reading of one part on a day. Values are counts, sums, shares (0 to 1) or measured values, as the measure says. */
export function readPart(question: Question, answer: Answer, day: Day): PartReading {
	const range = extentOf(question);
	const bounds: Bounds = question.measure;
	const base = { startsOn: range.startsOn, endsOn: range.endsOn };
	const reading = (standing: Standing, wanted: number | null, rest: Partial<PartReading> = {}): PartReading => ({
		status: statusOf(standing, range, day),
		value: standing.value,
		wanted,
		due: standing.due,
		planned: standing.planned,
		forecast: standing.forecast,
		...base,
		...rest
	});
	if ('days' in answer) {
		const { standing, rhythm, wanted } = standingOfCount(question, answer, day);
		return reading(standing, wanted, rhythm ? { rhythm } : {});
	}
	const level = floorOf(
		bounds,
		'base' in answer ? answer.base : 'steps' in answer ? heldOn(answer, range.startsOn) : null
	);
	const wanted = level?.value ?? bounds.at_most ?? bounds.less_than ?? null;
	if ('steps' in answer) return reading(standingOfHold(question, answer, range, day), wanted);
	if ('part' in answer) return reading(standingOfValue(bounds, shareOf(answer), null), wanted, { of: answer.whole });
	const enough = 'answers' in question.measure ? (question.measure.answers ?? 1) : 1;
	const value = answer.answers >= enough ? answer.value : null;
	return reading(standingOfValue(bounds, value, answer.base), wanted, { answers: answer.answers });
}

export type Reading = {
	status: Status;
	parts: readonly PartReading[];
	/** Conditions in words that nobody ticked yet: "met, 1 condition open". */
	openConditions: number;
};

/** The reading of a whole promise. `trigger` is the one that the target waits for, if it waits for one. */
export function readPromise(
	parts: readonly PartReading[],
	{ trigger, openConditions }: { trigger?: Trigger | undefined; openConditions: number }
): Reading {
	if (trigger?.state === 'open') return { status: 'waiting', parts, openConditions };
	if (trigger?.state === 'decided-against') return { status: 'lapsed', parts, openConditions };
	return { status: worstOf(parts.map(({ status }) => status)), parts, openConditions };
}
