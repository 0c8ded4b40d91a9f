// Reads a table from a file, row by row: CSV in any usual separator and encoding or JSON lines, without holding it in memory; or a workbook.
import type { Cell } from '#platform/cells.ts';
import { CsvReader, fromCsvCell, OpenQuote, separatorOf, type CsvRow, type Separator } from '#platform/csv.ts';
import { columnName, fileIssue, type TableRow } from '#platform/table.ts';
import { workbookRows } from './workbook.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

export type Table = {
	encoding: Encoding;
	/** `sheet`: the first one of a workbook. Undefined: JSON lines. */
	separator: Separator | 'sheet' | undefined;
	/** Of a CSV file, in order; of JSON lines every row has its own. */
	columns: readonly string[];
	rows: AsyncGenerator<TableRow>;
};

const mostColumns = 200;
const longestLine = 200_000;

const startsWith = (bytes: Uint8Array, ...wanted: number[]) => wanted.every((byte, place) => bytes[place] === byte);

function encodingOf(bytes: Uint8Array): Encoding {
	if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
	if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
	const zeros = [0, 0];
	for (const [place, byte] of bytes.entries()) if (byte === 0) zeros[place % 2]! += 1;
	// Without a mark: every second byte of Latin text is zero.
	if (zeros[1]! > bytes.length / 5 && zeros[0]! < zeros[1]! / 10) return 'utf-16le';
	if (zeros[0]! > bytes.length / 5 && zeros[1]! < zeros[0]! / 10) return 'utf-16be';
	return 'utf-8';
}

/** PDF, JPEG, PNG, GIF. */
const others = [
	[0x25, 0x50, 0x44, 0x46],
	[0xff, 0xd8, 0xff],
	[0x89, 0x50, 0x4e, 0x47],
	[0x47, 0x49, 0x46, 0x38]
];

/** Files that people take for a table, and that are something else. */
function refuseOthers(bytes: Uint8Array): void {
	if (bytes.length === 0) throw fileIssue('platform_issue_table_empty');
	// A workbook of before 2007.
	if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw fileIssue('platform_issue_table_workbook');
	if (others.some((begin) => startsWith(bytes, ...begin))) throw fileIssue('platform_issue_table_binary');
}

/** The text of a file in pieces, whatever its encoding; refused when it is not in the encoding that it seems to be in. */
export async function* textOfFile(file: Blob, encoding: Encoding): AsyncGenerator<string> {
	const decoder = new TextDecoder(encoding, { fatal: true });
	try {
		for await (const bytes of file.stream()) {
			const text = decoder.decode(bytes, { stream: true });
			if (text.includes('\0')) throw fileIssue('platform_issue_table_binary');
			yield text;
		}
		yield decoder.decode();
	} catch (error) {
		if (error instanceof TypeError) throw fileIssue('platform_issue_table_encoding');
		throw error;
	}
}

export async function detectEncoding(file: Blob): Promise<Encoding> {
	const bytes = new Uint8Array(await file.slice(0, 4000).arrayBuffer());
	refuseOthers(bytes);
	return encodingOf(bytes);
}

async function* csvRows(texts: AsyncIterable<string>, separator: Separator): AsyncGenerator<CsvRow> {
	const reader = new CsvReader(separator);
	try {
		for await (const text of texts) yield* reader.feed(text);
		yield* reader.end();
	} catch (error) {
		if (error instanceof OpenQuote) throw fileIssue('platform_issue_table_quote', { row: error.row });
		throw error;
	}
}

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');

function columnsOf(header: CsvRow): string[] {
	const names = header.cells.map(columnName);
	while (names.at(-1) === '') names.pop();
	if (names.length === 0 || names.length > mostColumns) throw fileIssue('platform_issue_table_columns');
	const twice = names.find((name, place) => name !== '' && names.indexOf(name) !== place);
	if (twice !== undefined) throw fileIssue('platform_issue_table_column_twice', { column: twice });
	return names;
}

function tableRow({ row, cells }: CsvRow, columns: readonly string[]): TableRow {
	const found = new Map(columns.map((name, place) => [name, fromCsvCell(cells[place] ?? '')] as const));
	if (isBlank(cells.slice(columns.length))) return { row, cells: found };
	return { row, cells: found, wrong: { code: 'platform_issue_table_cells', params: { columns: columns.length } } };
}

async function* rowsBelow(rows: AsyncIterable<CsvRow>, columns: readonly string[]): AsyncGenerator<TableRow> {
	for await (const row of rows) if (!isBlank(row.cells)) yield tableRow(row, columns);
}

function jsonRow(row: number, line: string): TableRow {
	const broken = { row, cells: new Map(), wrong: { code: 'platform_issue_table_json', params: {} } };
	try {
		const value: unknown = JSON.parse(line);
		if (typeof value !== 'object' || value === null || Array.isArray(value)) return broken;
		const cells = Object.entries(value).map(([name, cell]) => [columnName(name), cell as Cell] as const);
		return { row, cells: new Map(cells) };
	} catch {
		return broken;
	}
}

async function* jsonRows(texts: AsyncIterable<string>): AsyncGenerator<TableRow> {
	let row = 0;
	let rest = '';
	const next = (line: string): TableRow[] => {
		row += 1;
		return line.trim() === '' ? [] : [jsonRow(row, line)];
	};
	for await (const text of texts) {
		const lines = (rest + text).split('\n');
		rest = lines.pop()!;
		if (rest.length > longestLine) throw fileIssue('platform_issue_table_line', { row: row + 1 });
		yield* lines.flatMap(next);
	}
	yield* next(rest);
}

async function* limited(rows: AsyncIterable<TableRow>, mostRows: number): AsyncGenerator<TableRow> {
	let count = 0;
	for await (const row of rows) {
		count += 1;
		if (count > mostRows) throw fileIssue('platform_issue_table_rows', { maximum: mostRows });
		yield row;
	}
}

/** Puts back what was read of a stream to look at it. */
async function* withFront(front: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
	yield front;
	yield* rest;
}

/** The text until its first line is complete, and the stream that begins with it again. */
async function lookAhead(texts: AsyncGenerator<string>): Promise<{ front: string; texts: AsyncGenerator<string> }> {
	let front = '';
	while (front.length < longestLine && !/\S[^]*\n/.test(front)) {
		const { value, done } = await texts.next();
		if (done) break;
		front += value;
	}
	return { front, texts: withFront(front, texts) };
}

/** A zip file: what else people take for a table is none. */
export const isWorkbook = async (file: Blob) =>
	startsWith(new Uint8Array(await file.slice(0, 4).arrayBuffer()), 0x50, 0x4b, 0x03, 0x04);

async function openWorkbook(file: Blob, mostRows: number): Promise<Table> {
	const rows = workbookRows(file);
	const columns = columnsOf(await firstRow(rows));
	return { encoding: 'utf-8', separator: 'sheet', columns, rows: limited(rowsBelow(rows, columns), mostRows) };
}

/** Opens a table. Throws Invalid, with `file` as its path, when the file is none. */
export async function openTable(file: Blob, mostRows: number): Promise<Table> {
	if (await isWorkbook(file)) return openWorkbook(file, mostRows);
	const encoding = await detectEncoding(file);
	const { front, texts } = await lookAhead(textOfFile(file, encoding));
	const begin = front.trimStart();
	if (begin === '') throw fileIssue('platform_issue_table_empty');
	if (begin.startsWith('[')) throw fileIssue('platform_issue_table_json_list');
	if (begin.startsWith('{')) {
		return { encoding, separator: undefined, columns: [], rows: limited(jsonRows(texts), mostRows) };
	}
	const firstLine = begin.split(/[\r\n]/, 1)[0]!;
	const separator = separatorOf(firstLine);
	const rows = csvRows(texts, separator);
	const header = await firstRow(rows);
	const columns = columnsOf(header);
	return { encoding, separator, columns, rows: limited(rowsBelow(rows, columns), mostRows) };
}

/** The row with the names of the columns: the first that is not blank, after Excel's own `sep=;`. */
async function firstRow(rows: AsyncGenerator<CsvRow>): Promise<CsvRow> {
	for (;;) {
		const { value, done } = await rows.next();
		if (done) throw fileIssue('platform_issue_table_empty');
		if (!isBlank(value.cells) && !/^sep=/i.test(value.cells[0]!.trim())) return value;
	}
}
