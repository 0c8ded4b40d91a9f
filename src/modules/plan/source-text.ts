// Lines of the document that the plan was taken from, as one types them: `12-20 (12-14, 18-20), 31`.
import type { Issue } from '#platform/errors.ts';
import { listAt, type Raw } from './plan-file-names.ts';

type Range = [number, number];

const isRange = (range: unknown): range is Range => Array.isArray(range);
const textOf = ([from, until]: Range) => (from === until ? `${from}` : `${from}-${until}`);
const texts = (ranges: unknown) => listAt(ranges).filter(isRange).map(textOf).join(', ');

function rangesIn(text: string | undefined): Range[] | undefined {
	const ranges: Range[] = [];
	for (const piece of (text ?? '').split(',').map((one) => one.trim())) {
		if (piece === '') continue;
		const found = /^(\d{1,7})(?:\s*[-–]\s*(\d{1,7}))?$/.exec(piece);
		if (!found) return undefined;
		ranges.push([Number(found[1]), Number(found[2] ?? found[1])]);
	}
	return ranges;
}

const refused: Issue = { path: 'lines', code: 'plan_issue_source_lines', params: {} };

/** The first range is where it stands, in brackets its pieces; the others speak of it too. */
export function sourceOfText(text: string | undefined): Raw | Issue {
	const found = /^([^(),]*)(?:\(([^()]*)\))?\s*(?:,([^()]*))?$/.exec((text ?? '').trim());
	const [whole, pieces, others] = [rangesIn(found?.[1]), rangesIn(found?.[2]), rangesIn(found?.[3])];
	if (!found || !whole || !pieces || !others) return refused;
	return { lines: whole[0], ranges: pieces, also_lines: others };
}

/** As one types it; undefined when it cannot be typed so, and the form leaves it as it is. */
export function textOfSource({ lines, also_lines: also, ranges }: Raw): string | undefined {
	if (!isRange(lines) && listAt(also).length > 0) return undefined;
	const pieces = listAt(ranges).length > 0 ? `(${texts(ranges)})` : '';
	const where = [isRange(lines) ? textOf(lines) : '', pieces].filter((part) => part !== '').join(' ');
	return [where, texts(also)].filter((part) => part !== '').join(', ');
}

/** `12-14, 18`: pieces by themselves; undefined when it is something else. */
export const piecesOfText = (text: string): Range[] | undefined => rangesIn(text);
export const textOfPieces = (ranges: unknown): string => texts(ranges);
