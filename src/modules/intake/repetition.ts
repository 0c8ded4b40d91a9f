// The days on which something repeats (RFC 5545 §3.3.10), found by looking at one day after the other: short, bounded, and the same for every rule.
import { addDays, daysBetween, isoWeek, weekday, type Day } from '#platform/day.ts';

/** `MO`, or with a place: `1MO` the first, `-1FR` the last of the month or the year. */
export type PlacedDay = { place: number; weekday: number };

export type Rule = {
	frequency: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
	interval: number;
	count: number | undefined;
	until: Day | undefined;
	months: readonly number[];
	monthDays: readonly number[];
	yearDays: readonly number[];
	weeks: readonly number[];
	days: readonly PlacedDay[];
	places: readonly number[];
	/** 1 Monday … 7 Sunday. */
	weekStart: number;
};

/** No rule is followed further than this from its beginning: three hundred years. */
const mostDays = 110_000;

const yearOf = (day: Day) => Number(day.slice(0, 4));
const monthOf = (day: Day) => Number(day.slice(5, 7));
const dateOf = (day: Day) => Number(day.slice(8, 10));
const two = (number: number) => String(number).padStart(2, '0');
const lengthOfMonth = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();
const lengthOfYear = (year: number) => (lengthOfMonth(year, 2) === 29 ? 366 : 365);
const firstOfYear = (year: number): Day => `${year}-01-01`;

/** Counted from the front, or with a minus from the back. */
const isAt = (wanted: number, position: number, length: number) =>
	wanted > 0 ? wanted === position : wanted === position - length - 1;

const isAmong = (wanted: readonly number[], position: number, length: number) =>
	wanted.some((one) => isAt(one, position, length));

/** The nth of its weekday, of so many, in a stretch in which the day is the `position`th of `length`. */
function isPlaced({ place, weekday: wanted }: PlacedDay, day: Day, position: number, length: number): boolean {
	if (weekday(day) !== wanted) return false;
	if (place === 0) return true;
	const before = Math.ceil(position / 7);
	const after = Math.floor((length - position) / 7);
	return isAt(place, before, before + after);
}

const weekBegin = (day: Day, weekStart: number) => addDays(day, -((weekday(day) - weekStart + 7) % 7));

/** Whether the day lies in a period of the rule's frequency that counts: every second month, every third week. */
function isInPeriod(rule: Rule, start: Day, day: Day): boolean {
	const apart = {
		DAILY: () => daysBetween(start, day),
		WEEKLY: () => daysBetween(weekBegin(start, rule.weekStart), weekBegin(day, rule.weekStart)) / 7,
		MONTHLY: () => (yearOf(day) - yearOf(start)) * 12 + monthOf(day) - monthOf(start),
		YEARLY: () => yearOf(day) - yearOf(start)
	}[rule.frequency]();
	return apart % rule.interval === 0;
}

function isOnWeekday({ days }: Rule, start: Day, day: Day): boolean {
	return days.length === 0 ? weekday(day) === weekday(start) : days.some((one) => one.weekday === weekday(day));
}

function isOnMonthDay({ monthDays, days }: Rule, start: Day, day: Day): boolean {
	const length = lengthOfMonth(yearOf(day), monthOf(day));
	if (monthDays.length > 0 && !isAmong(monthDays, dateOf(day), length)) return false;
	if (days.length > 0) return days.some((one) => isPlaced(one, day, dateOf(day), length));
	return monthDays.length > 0 || dateOf(day) === dateOf(start);
}

function isOnYearDay(rule: Rule, start: Day, day: Day): boolean {
	const { yearDays, weeks, months, monthDays, days } = rule;
	const year = yearOf(day);
	const position = daysBetween(firstOfYear(year), day) + 1;
	if (yearDays.length > 0 && !isAmong(yearDays, position, lengthOfYear(year))) return false;
	if (weeks.length > 0) {
		// Of its own ISO year: the last days of December may be of week 1.
		const { year: ofYear, week } = isoWeek(day);
		const last = isoWeek(`${ofYear}-12-28`).week;
		return isAmong(weeks, week, last) && isOnWeekday(rule, start, day);
	}
	if (yearDays.length > 0) return days.length === 0 || isOnWeekday(rule, start, day);
	if (monthDays.length > 0 || months.length > 0) {
		// Without a day of its own it is that of the beginning, in each of the months.
		return isOnMonthDay(rule, start, day);
	}
	if (days.length > 0) return days.some((one) => isPlaced(one, day, position, lengthOfYear(year)));
	return day.slice(5) === start.slice(5);
}

function isOn(rule: Rule, start: Day, day: Day): boolean {
	if (rule.months.length > 0 && !rule.months.includes(monthOf(day))) return false;
	switch (rule.frequency) {
		case 'DAILY': {
			const length = lengthOfMonth(yearOf(day), monthOf(day));
			if (rule.monthDays.length > 0 && !isAmong(rule.monthDays, dateOf(day), length)) return false;
			return rule.days.length === 0 || isOnWeekday(rule, start, day);
		}
		case 'WEEKLY':
			return isOnWeekday(rule, start, day);
		case 'MONTHLY':
			return isOnMonthDay(rule, start, day);
		default:
			return isOnYearDay(rule, start, day);
	}
}

/** First and last day of the period of the frequency that the day lies in. */
function periodAround({ frequency, weekStart }: Rule, day: Day): [Day, Day] {
	const [year, month] = [yearOf(day), monthOf(day)];
	if (frequency === 'YEARLY') return [firstOfYear(year), `${year}-12-31`];
	if (frequency === 'MONTHLY')
		return [`${day.slice(0, 7)}-01`, `${day.slice(0, 7)}-${two(lengthOfMonth(year, month))}`];
	if (frequency === 'WEEKLY') return [weekBegin(day, weekStart), addDays(weekBegin(day, weekStart), 6)];
	return [day, day];
}

/** The days that `places` picks from those of each period: the last working day of the month. */
function picker(rule: Rule, start: Day): (day: Day) => boolean {
	const picked = new Map<Day, Set<Day>>();
	return (day) => {
		const [from, until] = periodAround(rule, day);
		const known = picked.get(from);
		if (known) return known.has(day);
		const all: Day[] = [];
		for (let one = from; one <= until; one = addDays(one, 1)) if (isOn(rule, start, one)) all.push(one);
		const chosen = new Set(all.filter((_, place) => isAmong(rule.places, place + 1, all.length)));
		picked.set(from, chosen);
		return chosen.has(day);
	};
}

/** The days of the rule from `from` until `until`, both included; the first day itself is always one. */
export function daysOf(rule: Rule, start: Day, from: Day, until: Day): Day[] {
	const last = rule.until !== undefined && rule.until < until ? rule.until : until;
	const isPicked = rule.places.length > 0 ? picker(rule, start) : undefined;
	const found: Day[] = [];
	let counted = 0;
	// Only a rule that counts must be followed from its beginning.
	const first = rule.count === undefined && from > start ? from : start;
	let day = first;
	for (let step = 0; day <= last && step < mostDays; step++, day = addDays(day, 1)) {
		const isOfRule =
			day === start || (isInPeriod(rule, start, day) && (isPicked ? isPicked(day) : isOn(rule, start, day)));
		if (!isOfRule) continue;
		counted += 1;
		if (rule.count !== undefined && counted > rule.count) break;
		if (day >= from) found.push(day);
	}
	return found;
}
