// What a target refers to by key: found, and put under another key when a record was renamed.
import type { FactKind } from '#platform/facts.ts';
import type { ReferenceKind } from '../plan-file-words.ts';
import { partsOf, type Having, type Measure, type Tally, type Target, type Where } from './target.ts';

export type Reference = { refersTo: ReferenceKind; key: string };

/** Gives the key to write instead; the same key when nothing changed. */
type Rename = (refersTo: string, key: string) => string;

type Kinds = ReadonlyMap<string, FactKind>;

function whereWith(where: Where | undefined, kind: FactKind | undefined, rename: Rename): { where?: Where } {
	if (!where) return {};
	const entries = Object.entries(where).map(([name, wanted]): [string, Where[string]] => {
		const refersTo = kind?.where[name]?.refersTo;
		if (!refersTo) return [name, wanted];
		const one = (words: string | string[]) =>
			Array.isArray(words) ? words.map((word) => rename(refersTo, word)) : rename(refersTo, words);
		const negated = typeof wanted === 'object' && !Array.isArray(wanted);
		return [name, negated ? { not: one(wanted.not) } : one(wanted)];
	});
	return { where: Object.fromEntries(entries) };
}

type Filtered = Having | Tally | Exclude<Measure, { reach: string } | { deliver: string } | { share: Tally }>;

function kindOf(filtered: Filtered, kinds: Kinds): FactKind | undefined {
	if ('count' in filtered) return kinds.get(filtered.count);
	if ('hold' in filtered) return kinds.get(filtered.hold);
	if ('sum' in filtered) return kinds.get(filtered.sum);
	return kinds.get('average' in filtered ? filtered.average : filtered.level);
}

function filteredWith<Part extends Filtered>(part: Part, kinds: Kinds, rename: Rename): Part {
	const renamed = { ...part, ...whereWith(part.where, kindOf(part, kinds), rename) };
	if (!('having' in part) || !part.having) return renamed;
	return { ...renamed, having: part.having.map((one) => filteredWith(one, kinds, rename)) };
}

function measureWith(measure: Measure, kinds: Kinds, rename: Rename): Measure {
	if ('reach' in measure) return { ...measure, reach: rename('milestone', measure.reach) };
	if ('deliver' in measure) return { ...measure, deliver: rename('document', measure.deliver) };
	if ('share' in measure) {
		return {
			...measure,
			share: filteredWith(measure.share, kinds, rename),
			of: filteredWith(measure.of, kinds, rename)
		};
	}
	return filteredWith(measure, kinds, rename);
}

/** The target with other keys for what it refers to. Windows and calendars are the plan's own and stay. */
export function withKeys(target: Target, kinds: Kinds, rename: Rename): Target {
	const condition = target.if === undefined ? {} : { if: rename('trigger', target.if) };
	if ('all' in target) {
		return { ...target, all: target.all.map((part) => measureWith(part, kinds, rename)), ...condition };
	}
	return { ...target, ...measureWith(target, kinds, rename), ...condition };
}

/** Everything that a target refers to, each once. */
export function referencesIn(target: Target, kinds: Kinds): Reference[] {
	const found = new Map<string, Reference>();
	withKeys(target, kinds, (refersTo, key) => {
		found.set(`${refersTo}/${key}`, { refersTo: refersTo as ReferenceKind, key });
		return key;
	});
	return [...found.values()];
}

/** Keys of the calendars whose days a target leaves out. */
export const calendarsIn = (target: Target): string[] => [
	...new Set(partsOf(target).flatMap((part) => ('except' in part && part.except ? [part.except] : [])))
];
