// A promise of the text that outputs of the table make as well: it stands as they do, and counts nothing by itself.
import type { ShownRow } from './year-view.ts';
import { worstOf } from './targets/status.ts';

/** The row as the promises that it repeats stand; as it is when there are none to be seen. */
export function asOthersStand(row: ShownRow, others: readonly ShownRow[]): ShownRow {
	const [only, ...more] = others;
	if (!only) return row;
	const strips = others.map(({ strip }) => strip);
	return {
		...row,
		status: worstOf(others.map(({ status }) => status)),
		openConditions: others.reduce((sum, { openConditions }) => sum + openConditions, 0),
		reading: more.length === 0 ? only.reading : '',
		sameAs: others.map(({ code, reading }) => ({ code, reading })),
		strip: {
			windows: row.strip.windows,
			done: strips.flatMap(({ done }) => done).toSorted(),
			planned: strips.flatMap(({ planned }) => planned).toSorted(),
			states: strips.flatMap(({ states }) => states)
		}
	};
}
