// Zod's findings as issues with a cure: which word was meant, what was expected here, what may be chosen.
import type { z } from 'zod';
import type { Issue } from '#platform/errors.ts';

/** Edit distance with swaps of neighbours (optimal string alignment): how many slips of the finger lie between two words. */
function distance(a: string, b: string): number {
	const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1] ? 0 : 1;
			const swap =
				i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? rows[i - 2]![j - 2]! + 1 : Infinity;
			row.push(Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + same, swap));
		}
		rows.push(row);
	}
	return rows[a.length]![b.length]!;
}

const plain = (word: string) => word.toLowerCase().replaceAll('_', '-');

/** The known word that was probably meant; undefined when nothing is near. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
	const wanted = plain(word.slice(0, 80));
	const allowed = Math.max(1, Math.floor(wanted.length / 3));
	let best: { known: string; distance: number } | undefined;
	for (const candidate of known) {
		if (Math.abs(candidate.length - wanted.length) > allowed) continue;
		const found = distance(wanted, plain(candidate));
		if (found <= allowed && found < (best?.distance ?? Infinity)) best = { known: candidate, distance: found };
	}
	return best?.known;
}

/** Stands for "nothing is near" in the messages; no key can be this. */
const nothingNear = '-';

/** Parameters of an issue that may end on "did you mean …". */
export const meant = (word: string, known: Iterable<string>) => ({ word, near: nearest(word, known) ?? nothingNear });

type Def = {
	type: string;
	innerType?: z.ZodType;
	out?: z.ZodType;
	element?: z.ZodType;
	shape?: Record<string, z.ZodType>;
};
const defOf = (schema: z.ZodType) => schema.def as unknown as Def;

/** The schema behind optional, nullable and shorthand. */
function bare(schema: z.ZodType): z.ZodType {
	const { type, innerType, out } = defOf(schema);
	if ((type === 'optional' || type === 'nullable') && innerType) return bare(innerType);
	return type === 'pipe' && out ? bare(out) : schema;
}

/** Words that the mapping at `path` knows; none where the schema is no mapping. */
function knownWords(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
	const { type, shape, element } = defOf(bare(schema));
	const [first, ...rest] = path;
	if (first === undefined) return type === 'object' && shape ? Object.keys(shape) : [];
	if (type === 'object' && shape?.[String(first)]) return knownWords(shape[String(first)]!, rest);
	return type === 'array' && element ? knownWords(element, rest) : [];
}

const expectedCodes: Record<string, string> = {
	string: 'plan_issue_expected_text',
	number: 'plan_issue_expected_number',
	int: 'plan_issue_expected_number',
	boolean: 'plan_issue_expected_boolean',
	array: 'plan_issue_expected_list',
	tuple: 'plan_issue_expected_list',
	object: 'plan_issue_expected_mapping',
	record: 'plan_issue_expected_mapping'
};

const ourOwnCode = /^[a-z][a-z_]*$/;

const valueAt = (raw: unknown, path: readonly PropertyKey[]): unknown =>
	path.reduce<unknown>(
		(value, part) =>
			typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[part] : undefined,
		raw
	);

/** The issues of one zod error; `prefix` is the path of what was parsed inside the whole. */
export function fileIssues(error: z.ZodError, schema: z.ZodType, raw: unknown, prefix = ''): Issue[] {
	const at = (path: readonly PropertyKey[]) =>
		[prefix, ...path]
			.filter((part) => part !== '')
			.map(String)
			.join('.');
	return error.issues.flatMap((issue): Issue[] => {
		const { path, code, message, ...rest } = issue;
		if (code === 'unrecognized_keys') {
			const known = knownWords(schema, path);
			return issue.keys.map((word) => ({
				path: at([...path, word]),
				code: 'plan_issue_unknown_word',
				params: meant(word, known)
			}));
		}
		if (ourOwnCode.test(message)) return [{ path: at(path), code: message, params: {} }];
		if ((code === 'invalid_type' || code === 'invalid_value') && valueAt(raw, path) === undefined) {
			return [{ path: at(path), code: 'plan_issue_missing', params: { word: String(path.at(-1) ?? '') } }];
		}
		if (code === 'invalid_type') {
			return [{ path: at(path), code: expectedCodes[issue.expected] ?? 'plan_issue_unfit', params: {} }];
		}
		if (code === 'invalid_value') {
			return [{ path: at(path), code: 'plan_issue_choose', params: { words: issue.values.map(String).join(', ') } }];
		}
		if (code === 'invalid_union' || code === 'custom')
			return [{ path: at(path), code: 'plan_issue_unfit', params: {} }];
		return [{ path: at(path), code, params: rest }];
	});
}
