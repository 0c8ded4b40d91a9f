// The place in the source document, between plan file (beside the other fields) and tables (one column).
import type { SourceLines } from '../plan-file-words.ts';

/** Null when the thing says no place. */
export function sourceOf({ lines, ranges, also_lines: alsoLines }: SourceLines): SourceLines | null {
	if (!lines && !ranges && !alsoLines) return null;
	return { ...(lines && { lines }), ...(ranges && { ranges }), ...(alsoLines && { also_lines: alsoLines }) };
}

export const sourceIn = (source: SourceLines | null): SourceLines => source ?? {};
