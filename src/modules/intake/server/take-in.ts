// Takes a file or a pasted text in for what it is: a calendar, an attendance list, a mail or a list of newsletters; each becomes suggestions.
import { OpenQuote } from '#platform/csv.ts';
import type { DayOrder } from '#platform/cells.ts';
import { Invalid, invalid, type Issue } from '#platform/errors.ts';
import type { Caller } from '#platform/server/operation.ts';
import { theAssociation, DEFAULT_TIME_ZONE } from '#platform/server/association.ts';
import { detectEncoding, isWorkbook, openTable, textOfFile } from '#platform/server/table-file.ts';
import { workbookRows } from '#platform/server/workbook.ts';
import { findings, inOrder } from '#platform/table.ts';
import { planPeriod } from '#modules/plan/server/public.ts';
import { readAttendance, type AttendanceList } from '../attendance-list.ts';
import type { CalendarProblem } from '../calendar-entry.ts';
import { mailingColumns, readMailing, type SentMailing } from '../mailing-list.ts';
import { readPastedMail } from '../pasted-mail.ts';
import { domainOf } from '../recognise.ts';
import { draftOfEntry } from '../suggest-from-calendar.ts';
import { draftOfAttendance, draftOfMailing, type ToldOfMeeting } from '../suggest-from-lists.ts';
import { draftOfMail } from '../suggest-from-mail.ts';
import type { Things } from '../things.ts';
import { keepSuggestions, type From, type Kept } from './keep-suggestions.ts';
import { calendarText, readCalendar, type Period } from './read-calendar.ts';
import { readMail, type MailWithCalendars } from './read-mail.ts';

const mostMailings = 2000;

export const kinds = ['calendar', 'attendance', 'mail', 'mailing'] as const;
export type Kind = (typeof kinds)[number];

/** What became of one file. */
export type TakenIn = {
	name: string;
	kind: Kind;
	kept: Kept;
	/** Events of a calendar that could not be read, with their lines. */
	problems: CalendarProblem[];
	/** Entries that are nobody else's business, or say nothing. */
	left: number;
};

/** What every file of one delivery shares. */
export type Delivery = {
	caller: Caller;
	things: Things;
	zone: string;
	period: Period;
	meeting: ToldOfMeeting;
	days: DayOrder | undefined;
};

/** The plan's year, or without a plan the calendar's. */
export async function periodOf({ db, clock }: Pick<Caller, 'db' | 'clock'>): Promise<Period> {
	const year = clock.today().slice(0, 4);
	return (await planPeriod(db, clock.today())) ?? { startsOn: `${year}-01-01`, endsOn: `${year}-12-31` };
}

export const zoneOf = async ({ db }: Pick<Caller, 'db'>) => (await theAssociation(db))?.timeZone ?? DEFAULT_TIME_ZONE;

type Way = { name: string; calendarSourceId?: string | undefined };

/** The events of a calendar; of a source that is read again and again, or of a file. */
export async function takeCalendar(
	{ caller, things, zone, period }: Delivery,
	text: string,
	{ name, calendarSourceId }: Way
): Promise<TakenIn> {
	const read = readCalendar(text, period, zone);
	const told = read.name ?? name;
	const drafts = read.entries.flatMap((entry) => draftOfEntry(entry, told, things) ?? []);
	const kept = await keepSuggestions(caller, { source: 'calendar', told, calendarSourceId }, drafts);
	return { name, kind: 'calendar', kept, problems: read.problems, left: read.entries.length - drafts.length };
}

const keep = async (
	{ caller }: Delivery,
	from: From,
	name: string,
	drafts: Parameters<typeof keepSuggestions>[2]
): Promise<TakenIn> => ({
	name,
	kind: from.source,
	kept: await keepSuggestions(caller, from, drafts),
	problems: [],
	left: 0
});

async function takeAttendance(delivery: Delivery, list: AttendanceList, name: string): Promise<TakenIn> {
	const draft = draftOfAttendance(list, delivery.meeting, delivery.things);
	if (!draft) throw invalid('heldOn', 'intake_issue_which_meeting');
	return keep(delivery, { source: 'attendance', told: name }, name, [draft]);
}

async function takeMail(delivery: Delivery, { mail, calendars }: MailWithCalendars, name: string): Promise<TakenIn> {
	// An invitation says better when and where than the text around it.
	if (calendars.length > 0) return takeCalendar(delivery, calendars.join('\n'), { name: mail.subject || name });
	const draft = draftOfMail(mail, delivery.things);
	if (!draft) throw invalid('file', 'intake_issue_mail_says_nothing');
	const told = (mail.from && domainOf(mail.from)) ?? name;
	return keep(delivery, { source: 'mail', told }, name, [draft]);
}

/** Of what is no table at all it helps more to say what we do read. */
function sayWhatIsTaken(error: unknown): never {
	const noTable = ['binary', 'json_list', 'columns'].map((ending) => `platform_issue_table_${ending}`);
	const isNoTable = error instanceof Invalid && error.issues.some(({ code }) => noTable.includes(code));
	throw isNoTable ? invalid('file', 'intake_issue_what_is_this') : error;
}

async function takeMailings(delivery: Delivery, file: File): Promise<TakenIn> {
	const { columns, rows } = await openTable(file, mostMailings).catch(sayWhatIsTaken);
	if (columns.includes('kind') && columns.includes('external_id')) throw invalid('file', 'intake_issue_fact_file');
	const known = mailingColumns(columns);
	if (!known) throw invalid('file', 'intake_issue_what_is_this');
	const found = findings();
	const how = { columns: known, order: delivery.days, today: delivery.caller.clock.today() };
	const mailings: SentMailing[] = [];
	for await (const row of rows) {
		if (found.isFull) break;
		const mailing = readMailing(row, how, found);
		if (mailing) mailings.push(mailing);
	}
	if (found.issues.length > 0) throw new Invalid(inOrder(found.issues));
	const drafts = mailings.map((mailing) => draftOfMailing(mailing, delivery.things));
	return keep(delivery, { source: 'mailing', told: file.name }, file.name, drafts);
}

const isCalendar = (begin: string) => /^\uFEFF?\s*BEGIN:V/i.test(begin);
/** A mail begins with its headers. */
const isMail = (begin: string) =>
	/^(?:[\w-]{2,60}:.*\r?\n(?:[ \t].*\r?\n)*){1,200}/.test(begin) &&
	/^(from|received|return-path|message-id|mime-version|delivered-to|subject):/im.test(begin);

/** An attendance list is small; what is larger is a table, or nothing. */
const mostListBytes = 2_000_000;

/** The text of a list; of a workbook its first sheet, with tabs between. */
async function textOfList(file: File): Promise<string> {
	if (!(await isWorkbook(file))) {
		return (await Array.fromAsync(textOfFile(file, await detectEncoding(file)))).join('');
	}
	const rows = await Array.fromAsync(workbookRows(file), ({ cells }) =>
		cells.map((cell) => cell.replaceAll(/[\t\r\n"]+/g, ' ')).join('\t')
	);
	return rows.join('\n');
}

/** Undefined for whatever is none; what else it may be says what is wrong with it. */
async function attendanceIn(file: File): Promise<AttendanceList | undefined> {
	if (file.size > mostListBytes) return undefined;
	try {
		return readAttendance(await textOfList(file));
	} catch (error) {
		if (error instanceof OpenQuote || error instanceof Invalid) return undefined;
		throw error;
	}
}

/** Takes one file in. Throws Invalid, about `file` or rows of it, when it is nothing that we can read. */
export async function takeFile(delivery: Delivery, file: File): Promise<TakenIn> {
	const begin = new TextDecoder().decode(await file.slice(0, 20_000).arrayBuffer());
	const today = delivery.caller.clock.today();
	const name = file.name.slice(0, 200) || 'tekst';
	if (isCalendar(begin) || /\.ics$/i.test(name)) {
		return takeCalendar(delivery, calendarText(new Uint8Array(await file.arrayBuffer())), { name });
	}
	if (/\.eml$/i.test(name) || isMail(begin)) {
		return takeMail(delivery, await readMail(new Uint8Array(await file.arrayBuffer()), delivery.zone, today), name);
	}
	const pasted = readPastedMail(begin, today);
	if (pasted) return takeMail(delivery, { mail: pasted, calendars: [] }, name);
	const list = await attendanceIn(file);
	return list ? takeAttendance(delivery, list, name) : takeMailings(delivery, file);
}

export type Refused = { name: string; issues: Issue[] };

/** Takes files in one after the other; one that cannot be read leaves the others as they are. */
export async function takeFiles(
	delivery: Delivery,
	files: readonly File[]
): Promise<{ taken: TakenIn[]; refused: Refused[] }> {
	const taken: TakenIn[] = [];
	const refused: Refused[] = [];
	for (const file of files) {
		try {
			taken.push(
				await delivery.caller.db.transaction((db) =>
					takeFile({ ...delivery, caller: { ...delivery.caller, db } }, file)
				)
			);
		} catch (error) {
			if (!(error instanceof Invalid)) throw error;
			refused.push({ name: file.name, issues: error.issues });
		}
	}
	return { taken, refused };
}
