// Reads a target from a plan file or form: by the measure's own word, so that what is wrong is told precisely.
import { z } from 'zod';
import type { Issue } from '#platform/errors.ts';
import { fileIssues, meant } from '../plan-file-issues.ts';
import { conditionShape, measureSchemas, tallySchemas, type Target } from './target.ts';

type Raw = Record<string, unknown>;
type Parsed = { value: Raw; issues: Issue[] };

const isMapping = (raw: unknown): raw is Raw => typeof raw === 'object' && raw !== null && !Array.isArray(raw);
const refused = (path: string, code: string, params: Record<string, unknown> = {}): Parsed => ({
	value: {},
	issues: [{ path, code, params }]
});

const inside = (path: string, key: string | number) => (path === '' ? String(key) : `${path}.${key}`);

function fit(schema: z.ZodType, raw: Raw, path: string): Parsed {
	const parsed = schema.safeParse(raw);
	if (parsed.success) return { value: parsed.data as Raw, issues: [] };
	return { value: {}, issues: fileIssues(parsed.error, schema, raw, path) };
}

const measureWords = Object.keys(measureSchemas) as (keyof typeof measureSchemas)[];
const everyWord = [...new Set(Object.values(measureSchemas).flatMap((schema) => Object.keys(schema.shape)))];

/** The one word that says what kind of measure it is; an issue when there is none, or more than one. */
function wordOf<Word extends string>(raw: Raw, words: readonly Word[], path: string): Word | Parsed {
	const found = words.filter((word) => word in raw);
	const [first, second] = found;
	if (first === undefined) {
		const stray = Object.keys(raw).find((key) => !everyWord.includes(key));
		const { near } = meant(stray ?? '', words);
		return refused(path, 'plan_issue_target_no_measure', { words: words.join(', '), near });
	}
	// `share` has its own `of`; any other pair is two measures in one.
	return second === undefined ? first : refused(path, 'plan_issue_target_two_measures', { first, second });
}

function parseTally(raw: unknown, path: string): Parsed {
	if (!isMapping(raw)) return refused(path, 'plan_issue_expected_mapping');
	const word = wordOf(raw, Object.keys(tallySchemas) as (keyof typeof tallySchemas)[], path);
	return typeof word === 'string' ? fit(tallySchemas[word], raw, path) : word;
}

function parseShare(raw: Raw, extra: z.ZodRawShape, path: string): Parsed {
	const schema = measureSchemas.share.omit({ share: true, of: true }).extend(extra);
	const { share, of, ...rest } = raw;
	const parts = [parseTally(share, inside(path, 'share')), parseTally(of, inside(path, 'of')), fit(schema, rest, path)];
	const [first, second, third] = parts as [Parsed, Parsed, Parsed];
	return {
		value: { share: first.value, of: second.value, ...third.value },
		issues: parts.flatMap((part) => part.issues)
	};
}

function parseMeasure(raw: unknown, extra: z.ZodRawShape, path: string): Parsed {
	if (!isMapping(raw)) return refused(path, 'plan_issue_expected_mapping');
	const word = wordOf(raw, measureWords, path);
	if (typeof word !== 'string') return word;
	if (word === 'share') return parseShare(raw, extra, path);
	return fit(measureSchemas[word].extend(extra), raw, path);
}

function parseAll(raw: Raw, path: string): Parsed {
	const { all, ...rest } = raw;
	const around = fit(z.strictObject(conditionShape), rest, path);
	if (!Array.isArray(all) || all.length === 0 || all.length > 20) {
		return {
			value: {},
			issues: [{ path: inside(path, 'all'), code: 'plan_issue_target_all', params: {} }, ...around.issues]
		};
	}
	const parts = all.map((part: unknown, index) => parseMeasure(part, {}, `${inside(path, 'all')}.${index}`));
	return {
		value: { all: parts.map((part) => part.value), ...around.value },
		issues: [...parts.flatMap((part) => part.issues), ...around.issues]
	};
}

/** The target, or everything that is wrong with it; `path` is put before the path of each issue. */
export function parseTarget(raw: unknown, path = ''): Target | Issue[] {
	if (!isMapping(raw)) return [{ path, code: 'plan_issue_expected_mapping', params: {} }];
	const { value, issues } = 'all' in raw ? parseAll(raw, path) : parseMeasure(raw, conditionShape, path);
	return issues.length > 0 ? issues : (value as Target);
}
