// Zod's findings as issues with a cure: which word was meant, what was expected here, what may be chosen.
import type { z } from 'zod';
import type { Issue } from '#platform/errors.ts';
import { nearest } from '#platform/nearest.ts';

/** Words of a plan file are names that people put together: a third of one may be other than meant. */
const longerSlips = 3;

/** Stands for "nothing is near" in the messages; no key can be this. */
const nothingNear = '-';

/** Parameters of an issue that may end on "did you mean …". */
export const meant = (word: string, known: Iterable<string>) => ({
	word,
	near: nearest(word, known, longerSlips) ?? nothingNear
});

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
