// A table that came in: its rows, and what is wrong in it with row and column.
import type { Cell, Wrong } from './cells.ts';
import { Invalid, type Issue } from './errors.ts';

/** `cells` by the name of the column; `wrong` when the row as a whole cannot be read. */
export type TableRow = { row: number; cells: ReadonlyMap<string, Cell>; wrong?: Wrong };

/** More than this many findings nobody reads; the import stops looking. */
export const mostFindings = 200;

/** Name of a column however people wrote it: `External ID` is `external_id`. */
export const columnName = (text: string) =>
	text
		.trim()
		.toLowerCase()
		.replaceAll(/[\s-]+/g, '_');

export const issueAt = (row: number, column: string, { code, params }: Wrong): Issue => ({
	path: column === '' ? `rows.${row}` : `rows.${row}.${column}`,
	code,
	params
});

/** About the file as a whole. */
export const fileIssue = (code: string, params: Record<string, unknown> = {}) =>
	new Invalid([{ path: 'file', code, params }]);

export type Place = { row: number | null; column: string | null };

/** Row and column of an issue of a table; null where it is about more than that. */
export function placeOf(path: string): Place {
	const found = /^rows\.(\d+)(?:\.(.+))?$/.exec(path);
	return { row: found ? Number(found[1]) : null, column: found?.[2] ?? null };
}

/** As somebody goes through the file: by row, about the whole file first. */
export const inOrder = (issues: readonly Issue[]) =>
	issues.toSorted((one, other) => (placeOf(one.path).row ?? 0) - (placeOf(other.path).row ?? 0));

/** Gathers findings until there are too many to read. */
export function findings() {
	const issues: Issue[] = [];
	return {
		issues,
		add: (row: number, column: string, wrong: Wrong) => void issues.push(issueAt(row, column, wrong)),
		get isFull() {
			return issues.length >= mostFindings;
		}
	};
}
export type Findings = ReturnType<typeof findings>;
