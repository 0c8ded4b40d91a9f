// A report as a spreadsheet: a row per promise with numbers and days as such, its conclusions, and the records behind it.
import writeXlsxFile, { type CellObject, type SheetData } from 'write-excel-file/node';
import { m } from '#paraglide/messages.js';
import { factKinds } from '#platform/server/module.ts';
import type { Day } from '#platform/day.ts';
import { dayText } from '#platform/dates.ts';
import { say, type Locale, type Localized } from '#platform/localized.ts';
import { statusWord } from '#platform/ui/status.ts';
import { forWhom, kindWord, outcomeWord, readOnText, standing, stateText, textOnly } from '../../labels.ts';
import { valueOf, type ReportLine } from '../../report-view.ts';
import type { Documented } from './documented.ts';

/** The most that a cell of a spreadsheet holds. */
const MOST = 32_000;

/** Always as text, so that what somebody typed is never a formula, whatever it begins with. */
const words = (text: string): CellObject => ({
	type: String,
	value: text.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '').slice(0, MOST),
	wrap: true,
	alignVertical: 'top'
});
const figure = (value: number | null): CellObject | null =>
	value === null ? null : { type: Number, value, alignVertical: 'top' };
const onDay = (day: Day | null | undefined): CellObject | null =>
	day ? { type: Date, value: new Date(`${day}T00:00:00Z`), format: 'yyyy-mm-dd', alignVertical: 'top' } : null;

type Column<Row> = { label: string; width: number; cell: (row: Row) => CellObject | null };

function sheet<Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]) {
	const head = columns.map(({ label }): CellObject => ({
		type: String,
		value: label,
		fontWeight: 'bold',
		alignVertical: 'top',
		wrap: true
	}));
	const data: SheetData = [head, ...rows.map((row) => columns.map(({ cell }) => cell(row)))];
	return { sheet: name, data, columns: columns.map(({ width }) => ({ width })), stickyRowsCount: 1 };
}

const firstDay = ({ windows }: ReportLine) => windows.map(({ startsOn }) => startsOn).sort()[0];
const lastDay = ({ windows }: ReportLine) =>
	windows
		.map(({ endsOn }) => endsOn)
		.sort()
		.at(-1);
const sumOf = ({ parts }: ReportLine, field: 'planned') => parts.reduce((sum, part) => sum + part[field], 0);
const onlyPart = ({ parts }: ReportLine) => (parts.length === 1 ? parts[0]! : undefined);

/** Which promise it is. */
function promiseColumns(locale: Locale): Column<ReportLine>[] {
	const title = (named: { title: Localized } | null) => (named ? words(say(named.title, locale)) : null);
	const said = (label: Localized | null) => (label ? words(say(label, locale)) : null);
	return [
		{ label: m.reports_sheet_code({}, { locale }), width: 18, cell: ({ code }) => words(code) },
		{ label: m.reports_sheet_core_task({}, { locale }), width: 22, cell: ({ coreTask }) => title(coreTask) },
		{
			label: m.reports_sheet_section({}, { locale }),
			width: 22,
			cell: ({ section }) => title(section) ?? words(textOnly(locale))
		},
		{ label: m.reports_sheet_activity({}, { locale }), width: 26, cell: ({ activity }) => title(activity) },
		{ label: m.reports_sheet_kind({}, { locale }), width: 12, cell: ({ kind }) => words(kindWord(kind, locale)) },
		{ label: m.reports_column_promise({}, { locale }), width: 45, cell: (line) => said(line.title) },
		{ label: m.reports_sheet_target({}, { locale }), width: 45, cell: ({ sentence }) => said(sentence) }
	];
}

/** How it stands. */
function readingColumns(locale: Locale): Column<ReportLine>[] {
	const said = (label: Localized | null) => (label ? words(say(label, locale)) : null);
	return [
		{
			label: m.reports_column_status({}, { locale }),
			width: 14,
			cell: ({ status }) => words(statusWord(status, locale))
		},
		{ label: m.reports_sheet_value({}, { locale }), width: 10, cell: (line) => figure(valueOf(line)) },
		{
			label: m.reports_sheet_wanted({}, { locale }),
			width: 10,
			cell: (line) => figure(onlyPart(line)?.wanted ?? (line.parts.length > 1 ? line.parts.length : null))
		},
		{ label: m.reports_sheet_reading({}, { locale }), width: 12, cell: ({ reading }) => said(reading) },
		{
			label: m.reports_sheet_previous({}, { locale }),
			width: 10,
			cell: ({ previous }) => figure(previous?.value ?? null)
		},
		{
			label: m.reports_sheet_previous_status({}, { locale }),
			width: 14,
			cell: ({ previous }) => (previous ? words(statusWord(previous.status, locale)) : null)
		},
		{
			label: m.reports_sheet_planned({}, { locale }),
			width: 10,
			cell: (line) => figure(line.parts.length > 0 ? sumOf(line, 'planned') : null)
		},
		{
			label: m.reports_sheet_forecast({}, { locale }),
			width: 10,
			cell: (line) => figure(onlyPart(line)?.forecast ?? null)
		},
		{ label: m.reports_sheet_starts_on({}, { locale }), width: 12, cell: (line) => onDay(firstDay(line)) },
		{ label: m.reports_sheet_ends_on({}, { locale }), width: 12, cell: (line) => onDay(lastDay(line)) },
		{ label: m.reports_sheet_conditions({}, { locale }), width: 12, cell: (line) => figure(line.openConditions) },
		{ label: m.reports_sheet_why({}, { locale }), width: 45, cell: ({ why }) => said(why) },
		{ label: m.reports_comment({}, { locale }), width: 60, cell: ({ comment }) => said(comment) },
		{ label: m.reports_sheet_records({}, { locale }), width: 10, cell: (line) => figure(line.evidenceCount) }
	];
}

function about({ report, association, isExample }: Documented, locale: Locale) {
	const rows: [string, CellObject | null][] = [
		[m.reports_column_report({}, { locale }), words(say(report.title, locale))],
		[m.reports_sheet_of({}, { locale }), words(say(association, locale))],
		[m.reports_column_for({}, { locale }), words(forWhom(report, locale))],
		[m.reports_column_state({}, { locale }), words(stateText(report, locale))],
		[readOnText(report, locale), words(`${standing(report, locale)}.`)],
		...(isExample
			? [
					[m.reports_file_simulated_short({}, { locale }), words(m.reports_file_simulated({}, { locale }))] as [
						string,
						CellObject
					]
				]
			: []),
		...report.outcomes
			.filter(({ withdrawnOn }) => withdrawnOn === null)
			.map(({ kind, text, concludedOn }): [string, CellObject] => [
				`${outcomeWord(kind, locale)}, ${dayText(concludedOn, locale)}`,
				words(say(text, locale))
			])
	];
	return {
		sheet: m.reports_sheet_about({}, { locale }),
		data: rows.map(([label, cell]) => [{ ...words(label), fontWeight: 'bold' as const }, cell]),
		columns: [{ width: 28 }, { width: 90 }]
	};
}

export async function xlsxOf(documented: Documented, locale: Locale): Promise<Uint8Array> {
	const kinds = factKinds();
	const records = sheet(
		m.reports_sheet_evidence({}, { locale }),
		[
			{ label: m.reports_sheet_code({}, { locale }), width: 18, cell: ({ code }) => words(code) },
			{ label: m.reports_sheet_day({}, { locale }), width: 12, cell: ({ on }) => onDay(on) },
			{
				label: m.reports_sheet_kind({}, { locale }),
				width: 22,
				cell: ({ kind }) => words(say(kinds.get(kind)?.one ?? { nl: kind, en: kind }, locale))
			},
			{ label: m.reports_sheet_title({}, { locale }), width: 70, cell: ({ title }) => words(say(title, locale)) }
		],
		documented.records
	);
	const promises = sheet(
		m.reports_sheet_promises({}, { locale }),
		[...promiseColumns(locale), ...readingColumns(locale)],
		documented.report.lines
	);
	const sheets = [promises, about(documented, locale), ...(documented.records.length > 0 ? [records] : [])];
	return writeXlsxFile(sheets, { fontFamily: 'Calibri', fontSize: 11 }).toBuffer();
}
