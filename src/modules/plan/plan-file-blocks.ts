// Building blocks of the plan file: texts in two languages, codes, lines of the source, windows.
import { z } from 'zod';
import { day, key } from '#platform/input.ts';
import { locales } from '#platform/localized.ts';

/** A mapping of which every key is known: anything else is a typing error. */
export const mapping = z.strictObject;

/** Marks schemas that may also be written as a single string; the published JSON Schema shows it. */
export const shorthand = z.registry<{ describe: string }>();

/** Shapes that stand in many places: the published JSON Schema gives each a name. */
export const named = z.registry<{ id: string }>();

const words = (max: number) => z.string().trim().min(1).max(max);

const oneLanguage = (said: { nl?: unknown; en?: unknown }) => said.nl !== undefined || said.en !== undefined;

/** The language that was written before the other last changed. */
const older = z.enum(locales).optional();

function textOf(max: number) {
	const both = mapping({ nl: words(max).optional(), en: words(max).optional(), older }).refine(oneLanguage, {
		error: 'one_language'
	});
	const schema = z.preprocess((raw) => (typeof raw === 'string' ? { nl: raw, en: raw } : raw), both);
	shorthand.add(schema, { describe: 'The same in Dutch and English.' });
	named.add(schema, { id: `text${max}` });
	return schema;
}

const texts = new Map<number, ReturnType<typeof textOf>>();

/** `{nl, en}` of which at least one is filled; a single string stands for a name that is the same in both. */
export function text(max = 4000) {
	const schema = texts.get(max) ?? textOf(max);
	texts.set(max, schema);
	return schema;
}

/** A code as the plan itself uses it: `P22-PI-MON-O1`, `LQ3.4`. */
export const code = z
	.string()
	.trim()
	.min(1)
	.max(60)
	.regex(/^[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*$/, { error: 'plan_issue_code' });

export const plainWord = words(200);
export const codes = z.array(code).max(500).optional();
export const keys = z.array(key).max(500).optional();
export const sdgs = z
	.array(z.number().int().min(1).max(17))
	.max(17)
	.refine((numbers) => new Set(numbers).size === numbers.length, { error: 'plan_issue_sdg_twice' })
	.optional();

const lineNumber = z.number().int().min(1).max(1_000_000);
const lineRange = z.tuple([lineNumber, lineNumber]).refine(([from, until]) => from <= until, {
	error: 'plan_issue_lines'
});
export const lineRanges = z.array(lineRange).max(100);

/** Where it stands in the document that the plan was taken from. */
export const sourced = {
	lines: lineRange.optional(),
	ranges: lineRanges.optional(),
	also_lines: lineRanges.optional()
};

const windowDays = {
	starts_on: day.optional(),
	ends_on: day.optional(),
	/** day, month, quarter, season, approx … */
	precision: plainWord.optional(),
	label: text(200).optional()
};

/** The key of a named period, or a window of its own. */
const windowOf = <Shape extends z.ZodRawShape>(id: string, shape: Shape) => {
	const schema = z.preprocess(
		(raw) => (typeof raw === 'string' ? { key: raw } : raw),
		mapping({ key, ...windowDays, ...shape })
	);
	shorthand.add(schema, { describe: 'The key of a named period of this file (`periods`).' });
	named.add(schema, { id });
	return schema;
};

export const windows = z
	.array(windowOf('dueWindow', { slack_days: z.number().int().min(0).max(366).optional() }))
	.max(60)
	.optional();
export const plainWindows = z.array(windowOf('window', {})).max(60).optional();

/** A sentence of the plan, with the place where it stands; a single string is the same in both languages. */
export const statement = z.preprocess(
	(raw) => (typeof raw === 'string' ? { nl: raw, en: raw } : raw),
	mapping({ nl: words(8000).optional(), en: words(8000).optional(), older, windows: plainWindows, ...sourced }).refine(
		oneLanguage,
		{ error: 'one_language' }
	)
);
shorthand.add(statement, { describe: 'The same in Dutch and English.' });
named.add(statement, { id: 'statement' });

export const statements = z.array(statement).max(500).optional();

/** A piece of running text, with its points. */
export const passage = mapping({
	key,
	title: text(300).optional(),
	nl: words(8000).optional(),
	en: words(8000).optional(),
	older,
	/** Single words that the text puts forward: connect, represent, strengthen. */
	words: z.array(words(100)).max(50).optional(),
	since: z.number().int().min(1000).max(2199).optional(),
	windows: plainWindows,
	...sourced,
	points: statements
});

named.add(passage, { id: 'passage' });

export type Window = { key: string; starts_on: string; ends_on: string } & Pick<
	NonNullable<z.output<typeof windows>>[number],
	'precision' | 'label' | 'slack_days'
>;
