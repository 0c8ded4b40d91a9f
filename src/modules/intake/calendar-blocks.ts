// The text of a calendar file cut into events and time zones, so that one that is broken does not break the others.

/** A component with the number of its first line, and its unfolded lines; parts of parts (alarms) are left out. */
export type Block = { name: 'VEVENT' | 'VTIMEZONE'; line: number; lines: string[] };

export type CalendarText = {
	blocks: Block[];
	/** Events that were not closed, by the line on which they begin. */
	unclosed: number[];
	/** What the calendar calls itself (`X-WR-CALNAME`), and the zone it thinks in. */
	name: string | undefined;
	timeZone: string | undefined;
	method: string | undefined;
	/** It looks like a calendar at all. */
	isCalendar: boolean;
};

type Line = { number: number; text: string };

/** RFC 5545 §3.1: a line that begins with a space or a tab continues the one before. */
function unfolded(text: string): Line[] {
	const lines: Line[] = [];
	for (const [place, line] of text
		.replace(/^\uFEFF/, '')
		.split(/\r\n|\n|\r/)
		.entries()) {
		const last = lines.at(-1);
		if (/^[ \t]/.test(line) && last) last.text += line.slice(1);
		else if (line.trim() !== '') lines.push({ number: place + 1, text: line });
	}
	return lines;
}

const valueOf = (text: string) => text.slice(text.indexOf(':') + 1).trim();

/** Components whose own lines matter: a VTIMEZONE is nothing without its STANDARD and DAYLIGHT. */
const keepsParts = (name: string) => name === 'VTIMEZONE';

class Cutter {
	blocks: Block[] = [];
	unclosed: number[] = [];
	open: Block | undefined;
	/** How deep inside parts of the open block. */
	depth = 0;

	begin(name: string, line: Line) {
		const isWanted = name === 'VEVENT' || name === 'VTIMEZONE';
		if (isWanted && this.open?.name === 'VEVENT') this.giveUp();
		if (this.open) {
			this.depth += 1;
			if (keepsParts(this.open.name)) this.open.lines.push(line.text);
		} else if (isWanted) {
			this.open = { name, line: line.number, lines: [] };
			this.depth = 0;
		}
	}

	end(name: string, line: Line) {
		if (!this.open) return;
		if (name === this.open.name) {
			this.blocks.push(this.open);
			this.open = undefined;
		} else if (name === 'VCALENDAR') this.giveUp();
		else {
			this.depth = Math.max(0, this.depth - 1);
			if (keepsParts(this.open.name)) this.open.lines.push(line.text);
		}
	}

	add(line: Line) {
		if (this.open && (this.depth === 0 || keepsParts(this.open.name))) this.open.lines.push(line.text);
	}

	giveUp() {
		if (this.open?.name === 'VEVENT') this.unclosed.push(this.open.line);
		this.open = undefined;
	}
}

/** Cuts the text; what stands outside events and time zones is only looked at for the calendar's own name. */
export function cutCalendar(text: string): CalendarText {
	const cutter = new Cutter();
	const own = new Map<string, string>();
	let isCalendar = false;
	for (const line of unfolded(text)) {
		const [, step, name] = /^(BEGIN|END):\s*([\w-]+)\s*$/i.exec(line.text) ?? [];
		if (step && name) {
			isCalendar ||= /^V(CALENDAR|EVENT|TODO|JOURNAL|FREEBUSY|TIMEZONE|ALARM|AVAILABILITY)$/i.test(name);
			if (step.toUpperCase() === 'BEGIN') cutter.begin(name.toUpperCase(), line);
			else cutter.end(name.toUpperCase(), line);
			continue;
		}
		cutter.add(line);
		const property = /^(X-WR-CALNAME|NAME|X-WR-TIMEZONE|METHOD)[;:]/i.exec(line.text)?.[1];
		if (property && !cutter.open && !own.has(property.toUpperCase()))
			own.set(property.toUpperCase(), valueOf(line.text));
	}
	cutter.giveUp();
	return {
		blocks: cutter.blocks,
		unclosed: cutter.unclosed,
		name: own.get('X-WR-CALNAME') ?? own.get('NAME'),
		timeZone: own.get('X-WR-TIMEZONE'),
		method: own.get('METHOD')?.toUpperCase(),
		isCalendar
	};
}

/** What intake looks at; anything else in an event may be as it likes. */
const properties =
	/^(UID|DTSTART|DTEND|DURATION|SUMMARY|LOCATION|DESCRIPTION|RRULE|RDATE|EXDATE|RECURRENCE-ID|STATUS|CLASS|ORGANIZER|ATTENDEE|CATEGORIES|URL)[;:]/i;
const times = /^(DTSTART|DTEND|RECURRENCE-ID|EXDATE|RDATE)\b/i;
const isBareDays = (value: string) => /^\d{8}(,\d{8})*$/.test(value);

/**
 * A line as the standard wants it, from what programs really write: a bare day is said to be one, of a period only its
 * beginning is kept, spaces in a rule are left out. Nothing when intake does not look at it.
 */
export function asStandard(line: string): string[] {
	const [, front, value] = /^((?:[^":]|"[^"]*")*):(.*)$/s.exec(line) ?? [];
	if (!properties.test(line) || front === undefined || value === undefined) return [];
	if (/^RRULE\b/i.test(front)) return [`${front}:${value.replaceAll(' ', '')}`];
	if (!times.test(front)) return [line];
	const isPeriod = /;VALUE=PERIOD/i.test(front);
	const name = isPeriod ? front.replace(/;VALUE=PERIOD/i, '') : front;
	const told = (isPeriod ? value.replaceAll(/\/[^,]*/g, '') : value).trim();
	return [
		isBareDays(told) && !/VALUE=DATE\b/i.test(name)
			? `${name.replace(times, '$1;VALUE=DATE')}:${told}`
			: `${name}:${told}`
	];
}
