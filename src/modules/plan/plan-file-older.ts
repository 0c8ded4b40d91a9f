// Marks texts of which only one language changed: the other is older than its source until somebody writes it anew.
import { olderAfter } from '#platform/localized.ts';
import { isRaw, wordAt, type Raw } from './plan-file-names.ts';
import type { PlanFile } from './plan-file.ts';

const nameOf = (value: unknown) =>
	isRaw(value) ? wordAt(value.code) || wordAt(value.key) || wordAt(value.number) : '';

const isText = (value: Raw) => typeof value.nl === 'string' || typeof value.en === 'string';

/** The element of a list that an element of the later list was: by its name, or by its place where it has none. */
function wasOf(before: readonly unknown[], element: unknown, at: number): unknown {
	const name = nameOf(element);
	return name === '' ? before[at] : before.find((each) => nameOf(each) === name);
}

function marked(before: unknown, after: unknown): unknown {
	if (Array.isArray(after)) {
		const old: unknown[] = Array.isArray(before) ? before : [];
		return after.map((each, at) => marked(wasOf(old, each, at), each));
	}
	if (!isRaw(after)) return after;
	const old = isRaw(before) ? before : {};
	const inner = Object.fromEntries(Object.entries(after).map(([name, value]) => [name, marked(old[name], value)]));
	if (!isText(after) || !isText(old) || after.older !== undefined) return inner;
	const older = olderAfter(old, after);
	return older === undefined ? inner : { ...inner, older };
}

/** `after` with the marks that follow from what it changes in `before`; a mark that it brings itself stays. */
export const markedOlder = (before: PlanFile, after: PlanFile): PlanFile => marked(before, after) as PlanFile;
