// An attendance list as a meeting tool exports it: Teams in its several shapes, Zoom, or any table with names and addresses; Dutch or English.
import { CsvReader, separators, type Separator } from '#platform/csv.ts';
import type { Day } from '#platform/day.ts';
import { isDay } from '#platform/day.ts';

export type Attendee = { name: string; email: string | undefined; role: 'participant' | 'organiser' };

export type AttendanceList = {
	/** As the tool calls the meeting; undefined when the list does not say. */
	title: string | undefined;
	/** Undefined when the list does not say, or says it so that it can be read in two ways. */
	heldOn: Day | undefined;
	attendees: Attendee[];
};

/** More is no attendance list of a meeting. */
export const mostAttendees = 5000;

const headers = {
	name: [
		'name',
		'full name',
		'naam',
		'volledige naam',
		'name (original name)',
		'naam (oorspronkelijke naam)',
		'deelnemer',
		'participant',
		'attendee',
		'user name',
		'gebruikersnaam'
	],
	email: [
		'email',
		'e-mail',
		'e-mailadres',
		'email address',
		'user email',
		'e-mail van gebruiker',
		'gebruikers-e-mail',
		'mail',
		'mailadres'
	],
	upn: ['participant id (upn)', 'deelnemer-id (upn)', 'deelnemers-id (upn)', 'upn'],
	role: ['role', 'rol'],
	action: ['user action', 'gebruikersactie'],
	time: [
		'join time',
		'first join',
		'eerste keer deelgenomen',
		'tijdstip van deelname',
		'timestamp',
		'tijdstempel',
		'deelnametijd',
		'first join time'
	],
	title: [
		'meeting title',
		'titel van vergadering',
		'vergaderingstitel',
		'titel van de vergadering',
		'topic',
		'onderwerp',
		'webinar name'
	],
	start: [
		'start time',
		'meeting start time',
		'begintijd',
		'begintijd van vergadering',
		'starttijd',
		'starttijd van vergadering',
		'actual start time'
	]
} as const;
type Header = keyof typeof headers;

const plain = (cell: string) =>
	cell
		.trim()
		.replace(/^\uFEFF/, '')
		.replace(/:$/, '')
		.toLowerCase();
const isHeader = (cell: string, header: Header) => (headers[header] as readonly string[]).includes(plain(cell));
const placeOf = (cells: readonly string[], header: Header) => cells.findIndex((cell) => isHeader(cell, header));

/** The separator by which the row with the names of the columns falls into most cells. */
function separatorOf(text: string): Separator {
	const width = (separator: Separator) =>
		Math.max(...text.split(/\r\n|\n|\r/).map((line) => line.split(separator).length), 1);
	return separators.reduce((best, separator) => (width(separator) > width(best) ? separator : best));
}

const address = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;
const asAddress = (cell: string | undefined) => {
	const text = cell?.trim().toLowerCase() ?? '';
	return address.test(text) ? text : undefined;
};

/**
 * The day of a moment as meeting tools write it. With AM or PM it is American, month first; otherwise day first unless
 * both could be. A year of two figures is of this century.
 */
export function dayOfMoment(text: string): Day | undefined {
	const iso = /\b(\d{4})-(\d{2})-(\d{2})/.exec(text);
	if (iso) return isDay(iso[0]) ? iso[0] : undefined;
	const [, first, mark, second, year] = /\b(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})\b/.exec(text) ?? [];
	if (!first || !second || !year) return undefined;
	const isAmerican = /\b[AP]\.?M\b/i.test(text) && mark === '/';
	if (!isAmerican && mark === '/' && Number(first) <= 12 && Number(second) <= 12 && first !== second) return undefined;
	const [month, date] = isAmerican ? [first, second] : [second, first];
	const day = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
	return isDay(day) ? day : undefined;
}

/** What stands beside or under the name of something: `Topic` over its value, or in front of it. */
function valueOf(rows: readonly string[][], header: Header): string | undefined {
	for (const [row, cells] of rows.entries()) {
		const place = placeOf(cells, header);
		if (place < 0) continue;
		const isTable = cells.filter((cell) => cell.trim() !== '').length > 2;
		const value = isTable ? rows[row + 1]?.[place] : cells[place + 1];
		if (value?.trim()) return value.trim();
	}
	return undefined;
}

/** The row that names the columns of the participants. */
const isColumns = (cells: readonly string[]) =>
	placeOf(cells, 'name') >= 0 &&
	(['email', 'upn', 'time', 'action', 'role'] as const).some((header) => placeOf(cells, header) >= 0);

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');
/** Teams numbers its sections. */
const isSection = (cells: readonly string[]) => /^\d\.\s/.test(cells[0]?.trim() ?? '') && isBlank(cells.slice(1));

function attendeesOf(columns: readonly string[], rows: readonly string[][]): Attendee[] {
	const at = (header: Header) => placeOf(columns, header);
	const [name, email, upn, role] = [at('name'), at('email'), at('upn'), at('role')];
	const people = new Map<string, Attendee>();
	for (const cells of rows) {
		const called = cells[name]?.trim().replace(/\s*\([^)]*\)$/, '') ?? '';
		const mail = asAddress(cells[email]) ?? asAddress(cells[upn]);
		if (called === '' && !mail) continue;
		// Whoever dropped out and came back stands there twice.
		const key = mail ?? called.toLowerCase();
		const isOrganiser = /organi[sz]|host/i.test(cells[role] ?? '') && !/co-?organi/i.test(cells[role] ?? '');
		const before = people.get(key);
		people.set(key, {
			name: called,
			email: mail,
			role: isOrganiser || before?.role === 'organiser' ? 'organiser' : 'participant'
		});
	}
	return [...people.values()];
}

/** Reads a list; undefined when it is none. Throws `OpenQuote` for a quote that is never closed. */
export function readAttendance(text: string): AttendanceList | undefined {
	const reader = new CsvReader(separatorOf(text));
	const rows = [...reader.feed(text), ...reader.end()].map(({ cells }) => cells);
	const begin = rows.findIndex(isColumns);
	if (begin < 0) return undefined;
	const below = rows.slice(begin + 1);
	const end = below.findIndex((cells) => isBlank(cells) || isSection(cells));
	const people = end < 0 ? below : below.slice(0, end);
	const attendees = attendeesOf(rows[begin]!, people);
	if (attendees.length === 0 || attendees.length > mostAttendees) return undefined;
	const above = rows.slice(0, begin);
	const joined = placeOf(rows[begin]!, 'time');
	const start = valueOf(above, 'start') ?? people[0]?.[joined] ?? '';
	return { title: valueOf(above, 'title'), heldOn: dayOfMoment(start), attendees };
}
