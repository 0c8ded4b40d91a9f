// What a page gets back when a table was sent.
import type { FormResult } from './form-result.ts';

export type TableFinding = { row: number | null; column: string | null; message: string };

export type TableAnswer = FormResult & {
	/** All of it went in. */
	taken?: { name: string; report: { rows: number; new: number; same: number; changed: number } };
	/** Nothing went in: what is wrong, in the order of the file; `isCut` when there may be more. */
	refused?: { name: string; findings: readonly TableFinding[]; isCut: boolean };
};
