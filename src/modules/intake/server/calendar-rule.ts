// The rule by which an event of a calendar repeats, from the library's words to ours; what we do not follow is refused.
import ICAL from 'ical.js';
import type { Day } from '#platform/day.ts';
import { daysOf, type PlacedDay, type Rule } from '../repetition.ts';

/** The rule asks for more than days: several times a day, or a calendar other than ours. */
export class NotFollowed extends Error {
	override name = 'NotFollowed';
}

type Component = InstanceType<typeof ICAL.Component>;
type Time = InstanceType<typeof ICAL.Time>;
type Recur = InstanceType<typeof ICAL.Recur>;

const mostOccurrences = 1500;
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;

const isFollowed = (frequency: string): frequency is Rule['frequency'] =>
	(frequencies as readonly string[]).includes(frequency);

const partOf = (recur: Recur, name: string): (number | string)[] => {
	const parts = recur.parts as Record<string, (number | string)[] | undefined>;
	return parts[name] ?? [];
};
const numbersOf = (recur: Recur, name: string) => partOf(recur, name).map(Number);

function placedDay(word: string): PlacedDay {
	const [, place, name] = /^([+-]?\d*)([A-Z]{2})$/i.exec(word) ?? [];
	const number = weekdays.indexOf((name ?? '').toUpperCase()) + 1;
	if (number === 0) throw new NotFollowed(word);
	return { place: Number(place || 0), weekday: number };
}

const dayOf = (time: Time): Day => time.toString().slice(0, 10);

/** `until` of a rule may be a moment elsewhere; the day before or after is decided by the start's own clock. */
function untilOf(until: Time | null | undefined, start: Time): Day | undefined {
	if (!until) return undefined;
	if (until.isDate || start.isDate) return dayOf(until);
	const isElsewhere = until.zone === ICAL.Timezone.utcTimezone && start.zone !== ICAL.Timezone.utcTimezone;
	// Programs write the last moment that counts; half a day covers every zone, and never reaches the next occurrence.
	const reach = until.clone();
	if (isElsewhere) reach.adjust(0, 12, 0, 0);
	const last = dayOf(reach);
	return !isElsewhere && reach.toString().slice(11, 16) < start.toString().slice(11, 16) ? dayBefore(reach) : last;
}

function dayBefore(time: Time): Day {
	const before = time.clone();
	before.adjust(-1, 0, 0, 0);
	return dayOf(before);
}

function ruleOf(recur: Recur, start: Time): Rule {
	if (!isFollowed(recur.freq)) throw new NotFollowed(recur.freq);
	for (const name of ['BYHOUR', 'BYMINUTE', 'BYSECOND']) {
		if (partOf(recur, name).length > 1) throw new NotFollowed(name);
	}
	return {
		frequency: recur.freq,
		interval: Math.max(1, recur.interval),
		count: recur.count ?? undefined,
		until: untilOf(recur.until, start),
		months: numbersOf(recur, 'BYMONTH'),
		monthDays: numbersOf(recur, 'BYMONTHDAY'),
		yearDays: numbersOf(recur, 'BYYEARDAY'),
		weeks: numbersOf(recur, 'BYWEEKNO'),
		days: partOf(recur, 'BYDAY').map((word) => placedDay(String(word))),
		places: numbersOf(recur, 'BYSETPOS'),
		weekStart: recur.wkst === ICAL.Time.SUNDAY ? 7 : recur.wkst - 1
	};
}

/** The start on another day, at the same time by its own clock. */
function onDay(start: Time, day: Day): Time {
	const moved = start.clone();
	const [year, month, date] = day.split('-').map(Number) as [number, number, number];
	Object.assign(moved, { year, month, day: date });
	return moved;
}

/** The beginnings of an event between two days, by its own clock; of one that does not repeat its only one. */
export function beginnings(component: Component, start: Time, from: Day, until: Day): Time[] {
	const properties = component.getAllProperties('rrule');
	// Other calendars, and what to do with days that do not exist (RFC 7529): the library reads over them.
	if (properties.some((property) => /RSCALE|SKIP/i.test(property.toICALString()))) throw new NotFollowed('RSCALE');
	const rules = properties.map((property) => ruleOf(property.getFirstValue() as unknown as Recur, start));
	const others = component
		.getAllProperties('rdate')
		.flatMap((property) => property.getValues() as unknown[])
		.filter((value) => value instanceof ICAL.Time);
	if (rules.length === 0 && others.length === 0) return [start];
	const days = new Set([
		...(rules.length === 0 ? [dayOf(start)] : []),
		...rules.flatMap((rule) => daysOf(rule, dayOf(start), from, until))
	]);
	const found = [...[...days].map((day) => onDay(start, day)), ...others].filter(
		(time) => dayOf(time) >= from && dayOf(time) <= until
	);
	if (found.length > mostOccurrences) throw new NotFollowed('too many');
	const once = new Map(found.map((time) => [time.toString(), time]));
	return [...once.values()].sort((one, other) => one.toString().localeCompare(other.toString()));
}
