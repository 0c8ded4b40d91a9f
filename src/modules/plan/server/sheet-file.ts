// Writes the plan's sheet as a file: CSV, or a workbook that also says what it leaves out.
import writeXlsxFile from 'write-excel-file/node';
import { m } from '#paraglide/messages.js';
import type { Locale } from '#platform/localized.ts';
import { sheetColumns, type LeftOut, type SheetRow } from '../plan-sheet.ts';

/** A cell that a spreadsheet could take for a formula gets a quote mark in front, as spreadsheets themselves do. */
const harmless = (text: string) => (/^[=+\-@\t\r]/.test(text) && !/^-?\d/.test(text) ? `'${text}` : text);
const quoted = (text: string) => `"${harmless(text).replaceAll('"', '""')}"`;

/** The mark in front tells spreadsheets that it is UTF-8. */
export const sheetCsv = (rows: readonly SheetRow[]): string =>
	`\uFEFF${[[...sheetColumns], ...rows.map((row) => sheetColumns.map((column) => row[column]))]
		.map((cells) => cells.map(quoted).join(','))
		.join('\r\n')}\r\n`;

const head = (text: string) => ({ value: text, type: String, fontWeight: 'bold' as const });
const cell = (text: string) => ({ value: text, type: String, wrap: true });
const number = (text: string) =>
	text === '' ? null : /^-?\d+(?:\.\d+)?$/.test(text) ? { value: Number(text), type: Number } : cell(text);

const widths: Partial<Record<(typeof sheetColumns)[number], number>> = {
	title_nl: 50,
	title_en: 50,
	activity_title: 30,
	windows: 30,
	of: 30
};

/** Names of sheets are at most 31 characters. */
export async function sheetWorkbook(
	{ rows, leftOut }: { rows: readonly SheetRow[]; leftOut: readonly LeftOut[] },
	locale: Locale
): Promise<Uint8Array<ArrayBuffer>> {
	const cellOf = (column: (typeof sheetColumns)[number], text: string) =>
		column === 'at_least' || column === 'at_most' ? number(text) : cell(text);
	const sheets = [
		{
			sheet: m.plan_sheet_rows({}, { locale }),
			data: [sheetColumns.map(head), ...rows.map((row) => sheetColumns.map((column) => cellOf(column, row[column])))],
			columns: sheetColumns.map((column) => ({ width: widths[column] ?? 16 })),
			stickyRowsCount: 1
		},
		{
			sheet: m.plan_sheet_left_out({}, { locale }),
			data: [
				[head('code'), head(m.plan_sheet_left_out_what({}, { locale }))],
				...leftOut.map(({ code, what }) => [cell(code), cell(what)])
			],
			columns: [{ width: 20 }, { width: 90 }],
			stickyRowsCount: 1
		}
	];
	return new Uint8Array(await writeXlsxFile(sheets).toBuffer());
}
