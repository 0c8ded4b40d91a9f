// Takes a table in through operations, a row at a time and all of it or nothing: what an operation refuses is said at its row and column.
import type { DayOrder } from '#platform/cells.ts';
import { readDay, textOf } from '#platform/cells.ts';
import { Conflict, Invalid } from '#platform/errors.ts';
import { meant } from '#platform/nearest.ts';
import { findings as newFindings, inOrder, type Findings, type TableRow } from '#platform/table.ts';
import { openTable } from './table-file.ts';

export const rowFates = ['new', 'same', 'changed'] as const;
export type RowFate = (typeof rowFates)[number];
export type TableReport = { rows: number } & Record<RowFate, number>;

/** A row as an importer reads it. What cannot be read is remembered, and the row goes no further. */
export type RowCells = {
	/** The text of a cell; undefined when it is empty or its column is not there. */
	text: (column: string) => string | undefined;
	/** `{nl, en}` of the columns `<name>_nl` and `<name>_en`; `<name>` alone is Dutch. */
	localized: (name: string) => { nl?: string; en?: string } | undefined;
	day: (column: string) => string | undefined;
	/** The column is in the file, if only to be empty. */
	has: (column: string) => boolean;
	refuse: (column: string, code: string, params?: Record<string, unknown>) => void;
};

type Importer = {
	columns: readonly string[];
	mostRows: number;
	days?: DayOrder | undefined;
	/** Takes one row in; not called for a row that could not be read. */
	take: (cells: RowCells) => Promise<RowFate | undefined>;
	/** The column of a field that an operation refused, when it has another name. */
	columnOf?: Readonly<Record<string, string>>;
};

function cellsOf({ row, cells }: TableRow, { days }: Importer, findings: Findings): RowCells {
	const refuse = (column: string, code: string, params: Record<string, unknown> = {}) =>
		findings.add(row, column, { code, params });
	const text = (column: string) => {
		const found = textOf(cells.get(column));
		if (found === undefined) refuse(column, 'platform_issue_table_no_text');
		return found || undefined;
	};
	const localized = (name: string) => {
		const [nl, en] = [text(`${name}_nl`) ?? text(name), text(`${name}_en`)];
		return nl || en ? { ...(nl && { nl }), ...(en && { en }) } : undefined;
	};
	const day = (column: string) => {
		const told = text(column);
		if (told === undefined) return undefined;
		const found = readDay(told, days);
		if ('value' in found) return found.value.day;
		refuse(column, found.wrong.code, found.wrong.params);
	};
	return { text, localized, day, has: (column) => cells.has(column), refuse };
}

const inSnakeCase = (path: string) =>
	path.replaceAll('.', '_').replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** What an operation refused, at the column that it is about. */
function addRefusal(error: unknown, row: number, { columns, columnOf = {} }: Importer, findings: Findings): void {
	if (error instanceof Conflict) return findings.add(row, '', { code: error.reason, params: {} });
	if (!(error instanceof Invalid)) throw error;
	for (const { path, code, params } of error.issues) {
		const name = columnOf[path] ?? inSnakeCase(path);
		findings.add(row, columns.includes(name) ? name : '', { code, params });
	}
}

function checkColumns(names: Iterable<string>, row: number, { columns }: Importer, findings: Findings): void {
	for (const column of names) {
		if (column === '' || columns.includes(column)) continue;
		const { near } = meant(column, columns);
		const code = near ? 'platform_issue_table_unknown_column_near' : 'platform_issue_table_unknown_column';
		findings.add(row, column, { code, params: { column, near } });
	}
}

async function takeRow(row: TableRow, importer: Importer, findings: Findings): Promise<RowFate | undefined> {
	if (row.wrong) findings.add(row.row, '', row.wrong);
	try {
		return row.wrong ? undefined : await importer.take(cellsOf(row, importer, findings));
	} catch (error) {
		addRefusal(error, row.row, importer, findings);
		return undefined;
	}
}

/** Takes the file in within the caller's transaction. Throws Invalid with everything that is wrong, in the order of the file. */
export async function takeTable(file: Blob, importer: Importer): Promise<TableReport> {
	const findings = newFindings();
	const table = await openTable(file, importer.mostRows);
	checkColumns(table.columns, 1, importer, findings);
	const report = { rows: 0, new: 0, same: 0, changed: 0 };
	for await (const row of table.rows) {
		if (findings.isFull) break;
		if (table.separator === undefined) checkColumns(row.cells.keys(), row.row, importer, findings);
		const fate = await takeRow(row, importer, findings);
		report.rows += 1;
		if (fate) report[fate] += 1;
	}
	if (findings.issues.length > 0) throw new Invalid(inOrder(findings.issues));
	return report;
}

export const reportInWords = ({ rows, ...counts }: TableReport) =>
	`${rows} rows: ${rowFates
		.filter((fate) => counts[fate] > 0)
		.map((fate) => `${counts[fate]} ${fate}`)
		.join(', ')}.`;
