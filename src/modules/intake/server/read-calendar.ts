// Reads a calendar file (iCalendar, RFC 5545): every event by itself, so that a broken one is told and the others are read.
import { createHash } from 'node:crypto';
import ICAL from 'ical.js';
import type { Day } from '#platform/day.ts';
import { addDays, isDay } from '#platform/day.ts';
import { invalid } from '#platform/errors.ts';
import { asStandard, cutCalendar, type Block, type CalendarText } from '../calendar-blocks.ts';
import type { CalendarEntry, CalendarProblem, ReadCalendar } from '../calendar-entry.ts';
import { momentOf, wallClock, zoneNamed, type WallClock } from '../wall-clock.ts';
import { beginnings, NotFollowed } from './calendar-rule.ts';

type Component = InstanceType<typeof ICAL.Component>;
type Time = InstanceType<typeof ICAL.Time>;
type Zone = InstanceType<typeof ICAL.Timezone>;

const mostBytes = 5_000_000;
const mostEntries = 5000;
const msForAll = 3000;
/** Ten years: what lasts longer is no event, and would take the library as long to count. */
const longestSeconds = 10 * 366 * 86_400;
export type Period = { startsOn: Day; endsOn: Day };

/** What the events of one file share. */
type Reading = {
	period: Period;
	/** The association's own zone. */
	zone: string;
	/** Zones that the file describes itself, by their name in it. */
	zones: ReadonlyMap<string, Zone>;
	/** The zone of times that name none. */
	ownZone: string | undefined;
	isCancelled: boolean;
	deadline: number;
};

class Broken extends Error {
	override name = 'Broken';
	code: string;
	params: Record<string, unknown>;
	constructor(code: string, params: Record<string, unknown> = {}) {
		super(code);
		this.code = code;
		this.params = params;
	}
}

function parseBlock(block: Block, lines: readonly string[]): Component {
	try {
		const text = [`BEGIN:${block.name}`, ...lines, `END:${block.name}`].join('\r\n');
		return new ICAL.Component(ICAL.parse(text) as ConstructorParameters<typeof ICAL.Component>[0]);
	} catch {
		throw new Broken('intake_calendar_unreadable');
	}
}

function zonesOf({ blocks }: CalendarText): Map<string, Zone> {
	const zones = new Map<string, Zone>();
	for (const block of blocks.filter(({ name }) => name === 'VTIMEZONE')) {
		try {
			const component = parseBlock(block, block.lines);
			const tzid = component.getFirstPropertyValue('tzid');
			if (typeof tzid === 'string') zones.set(tzid, new ICAL.Timezone(component));
		} catch {
			// A zone that cannot be read is one that nobody knows: times in it are taken as they stand.
		}
	}
	return zones;
}

const twoDigits = (number: number) => String(number).padStart(2, '0');
const asWritten = (time: Time): { day: Day; time: string } => ({
	day: `${String(time.year).padStart(4, '0')}-${twoDigits(time.month)}-${twoDigits(time.day)}`,
	time: `${twoDigits(time.hour)}:${twoDigits(time.minute)}`
});

/** A time of the file by the association's clock. */
function byOwnClock(time: Time, tzid: string | undefined, { zone, zones, ownZone }: Reading): WallClock {
	const written = asWritten(time);
	if (!isDay(written.day)) throw new Broken('intake_calendar_day', { text: written.day });
	if (time.isDate) return { day: written.day, time: null };
	if (time.zone === ICAL.Timezone.utcTimezone) return wallClock(time.toJSDate(), zone);
	const named = zoneNamed(tzid ?? ownZone ?? '');
	if (named) return wallClock(momentOf(written, named), zone);
	const described = tzid === undefined ? undefined : zones.get(tzid);
	if (!described) return written;
	const there = time.clone();
	there.zone = described;
	return wallClock(there.toJSDate(), zone);
}

const textOf = (component: Component, name: string, most: number): string => {
	const value = component.getFirstPropertyValue(name);
	// Control characters never belong in a title or a place.
	const text = typeof value === 'string' ? value.replaceAll(/\p{Cc}+/gu, ' ').trim() : '';
	return text.length > most ? `${text.slice(0, most - 1)}…` : text;
};

const wordOf = (component: Component, name: string) => textOf(component, name, 40).toUpperCase();
const tzidOf = (component: Component, name: string) => {
	const tzid = component.getFirstProperty(name)?.getParameter('tzid');
	return typeof tzid === 'string' ? tzid : undefined;
};

const addressIn = (value: unknown): string | undefined =>
	typeof value === 'string' ? /^(?:mailto:)?\s*([^\s@<>]+@[^\s@<>]+)$/i.exec(value)?.[1]?.toLowerCase() : undefined;

function attendeesOf(component: Component): string[] {
	const coming = component
		.getAllProperties('attendee')
		.filter((property) => String(property.getParameter('partstat') ?? '').toUpperCase() !== 'DECLINED');
	const addresses = coming.flatMap((property) => addressIn(property.getFirstValue()) ?? []);
	return [...new Set(addresses)].slice(0, 500);
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22);

/** What is the same for every occurrence. */
function contentOf(component: Component, { isCancelled }: Reading) {
	const title = textOf(component, 'summary', 300);
	const url = textOf(component, 'url', 2000);
	return {
		title,
		description: textOf(component, 'description', 2000),
		place: textOf(component, 'location', 200),
		url: /^https?:\/\/\S+$/.test(url) ? url : undefined,
		organiser: addressIn(component.getFirstPropertyValue('organizer')),
		attendees: attendeesOf(component),
		categories: component
			.getAllProperties('categories')
			.flatMap((property) => property.getValues().map(String))
			.slice(0, 20),
		isCancelled: isCancelled || wordOf(component, 'status') === 'CANCELLED',
		isPrivate: ['PRIVATE', 'CONFIDENTIAL'].includes(wordOf(component, 'class'))
	};
}

type Span = Pick<CalendarEntry, 'startsOn' | 'endsOn' | 'startTime' | 'endTime'>;

/** From its beginning as long as the event lasts; a whole day that ends at midnight does not reach into the next. */
function spanOf(event: InstanceType<typeof ICAL.Event>, component: Component, begin: Time, reading: Reading): Span {
	const tzid = tzidOf(component, 'dtstart');
	const { duration } = event;
	if (Math.abs(duration.toSeconds()) > longestSeconds) throw new Broken('intake_calendar_lasts');
	const end = begin.clone();
	end.addDuration(duration);
	const from = byOwnClock(begin, tzid, reading);
	const to = byOwnClock(end, tzid, reading);
	if (to.day < from.day || (to.day === from.day && to.time !== null && to.time < from.time!))
		throw new Broken('intake_calendar_ends_first');
	const endsAtMidnight = to.day > from.day && (to.time === null || to.time === '00:00');
	const endsOn = endsAtMidnight ? addDays(to.day, -1) : to.day;
	const isShort =
		from.time !== null && to.time !== null && !endsAtMidnight && (from.day !== to.day || from.time !== to.time);
	return {
		startsOn: from.day,
		endsOn,
		startTime: from.time ?? undefined,
		endTime: isShort ? to.time! : undefined
	};
}

/** An occurrence by its own clock, to tell it from others and to find the one that replaces it. */
const nameOf = ({ day, time }: WallClock) => (time === null ? day : `${day}T${time}`);

function timesOf(component: Component, name: string, reading: Reading): Set<string> {
	const found = component.getAllProperties(name).flatMap((property) => {
		const tzid = property.getParameter('tzid');
		const zone = typeof tzid === 'string' ? tzid : undefined;
		return property
			.getValues()
			.flatMap((value: unknown) => (value instanceof ICAL.Time ? nameOf(byOwnClock(value, zone, reading)) : []));
	});
	return new Set(found);
}

type Parsed = { block: Block; component: Component; uid: string; recurrence: string | undefined };

function parsed(block: Block, reading: Reading): Parsed {
	const component = parseBlock(block, block.lines.flatMap(asStandard));
	if (component.getFirstProperty('recurrence-id')?.getParameter('range')) throw new NotFollowed('from here on');
	const start = component.getFirstPropertyValue('dtstart');
	if (!(start instanceof ICAL.Time)) throw new Broken('intake_calendar_no_start');
	const told = textOf(component, 'uid', 2000);
	const uid =
		told === '' || told.length > 150
			? hashOf(told || `${textOf(component, 'summary', 300)} ${start.toString()}`)
			: told;
	const [recurrence] = timesOf(component, 'recurrence-id', reading);
	return { block, component, uid, recurrence };
}

const overlaps = ({ startsOn, endsOn }: Span, period: Period) => startsOn <= period.endsOn && endsOn >= period.startsOn;

/** The entries of one event within the period. `replaced` names the occurrences that other events of the file stand for. */
function entriesOf(
	{ component, uid, recurrence }: Parsed,
	replaced: ReadonlySet<string>,
	reading: Reading
): CalendarEntry[] {
	const { period, deadline } = reading;
	const event = new ICAL.Event(component);
	const content = contentOf(component, reading);
	const tzid = tzidOf(component, 'dtstart');
	const isRecurring = recurrence === undefined && event.isRecurring();
	const left = timesOf(component, 'exdate', reading);
	const begins =
		recurrence === undefined
			? beginnings(component, event.startDate, addDays(period.startsOn, -1), addDays(period.endsOn, 1))
			: [event.startDate];
	return begins.flatMap((begin) => {
		if (performance.now() > deadline) throw new Broken('intake_calendar_too_long');
		const own = byOwnClock(begin, tzid, reading);
		const name = nameOf(own);
		if (
			recurrence === undefined &&
			(replaced.has(name) || replaced.has(own.day) || left.has(name) || left.has(own.day))
		)
			return [];
		const span = spanOf(event, component, begin, reading);
		if (!overlaps(span, period)) return [];
		const occurrence = recurrence ?? (isRecurring ? name : undefined);
		return [{ externalId: occurrence === undefined ? uid : `${uid}#${occurrence}`, ...content, ...span }];
	});
}

function problemOf(error: unknown, line: number): CalendarProblem {
	if (error instanceof Broken) return { line, code: error.code, params: error.params };
	if (error instanceof NotFollowed) return { line, code: 'intake_calendar_repetition', params: {} };
	// The library throws plain errors for whatever it cannot make sense of.
	return { line, code: 'intake_calendar_unreadable', params: {} };
}

/** UTF-8 as the standard says; files of old programs are read as what those wrote. */
export function calendarText(bytes: Uint8Array): string {
	if (bytes.byteLength > mostBytes) throw invalid('file', 'too_big', { origin: 'file', maximum: mostBytes });
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('windows-1252').decode(bytes);
	}
}

function eventsOf(cut: CalendarText, reading: Reading, problems: CalendarProblem[]): Parsed[] {
	return cut.blocks
		.filter(({ name }) => name === 'VEVENT')
		.flatMap((block) => {
			try {
				return [parsed(block, reading)];
			} catch (error) {
				problems.push(problemOf(error, block.line));
				return [];
			}
		});
}

/** Reads what takes place in `period`, by the clock of `zone`. Throws Invalid when the text is no calendar at all. */
export function readCalendar(text: string, period: Period, zone: string): ReadCalendar {
	const cut = cutCalendar(text);
	if (!cut.isCalendar) throw invalid('file', 'intake_calendar_none');
	const problems: CalendarProblem[] = cut.unclosed.map((line) => ({
		line,
		code: 'intake_calendar_unclosed',
		params: {}
	}));
	const ownZone = cut.timeZone === undefined ? undefined : zoneNamed(cut.timeZone);
	const deadline = performance.now() + msForAll;
	const reading = { period, zone, zones: zonesOf(cut), ownZone, isCancelled: cut.method === 'CANCEL', deadline };
	const events = eventsOf(cut, reading, problems);
	const replaced = Map.groupBy(
		events.filter(({ recurrence }) => recurrence !== undefined),
		({ uid }) => uid
	);
	const entries: CalendarEntry[] = [];
	for (const event of events) {
		try {
			const others = new Set((replaced.get(event.uid) ?? []).map(({ recurrence }) => recurrence!));
			entries.push(...entriesOf(event, others, reading));
		} catch (error) {
			problems.push(problemOf(error, event.block.line));
		}
		if (entries.length > mostEntries) throw invalid('file', 'intake_calendar_many', { maximum: mostEntries });
	}
	return {
		name: cut.name,
		entries,
		problems: problems.toSorted((one, other) => one.line - other.line),
		events: events.length + problems.length
	};
}
