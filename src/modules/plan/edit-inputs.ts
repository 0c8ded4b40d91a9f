// What comes in from the forms that change a plan: the shape of the form. Whether it makes sense is checked on the plan as a whole.
import { z } from 'zod';
import { day, id, key, line, localized, localizedParagraph, optional, paragraph } from '#platform/input.ts';
import { code } from './inputs.ts';
import { promiseVisibilities } from './plan-file-words.ts';

/** Why an adopted plan changes. */
const why = optional(paragraph(1000));
/** How it stood when the form was opened. */
const seen = optional(z.string().max(40));
const word = optional(line(200));
/** What was chosen; a select in which nothing was chosen sends an empty word. */
const chosen = <Schema extends z.ZodType>(schema: Schema) =>
	z
		.array(z.union([z.literal(''), schema]))
		.max(200)
		.default([])
		.transform((all) => all.filter((one) => one !== '') as z.output<Schema>[]);
const words = chosen(line(200));

const fields = {
	where: z.record(z.string().max(40), z.union([z.string().max(1000), z.array(line(200)).max(50)])).optional(),
	not: z.record(z.string().max(40), z.string().max(10)).optional(),
	what: word,
	way: word,
	how: word,
	number: word
};

const part = z.object({
	...fields,
	label: optional(z.object({ nl: optional(line(200)), en: optional(line(200)) })),
	thing: word,
	until: word,
	every: word,
	each: word,
	except: word,
	on: word,
	answers: word,
	in: chosen(key),
	having: z.array(z.object(fields)).max(6).optional()
});

/** A target from the form, in the notation of the plan file, or none. */
export const targetForm = z.object({
	mode: z.enum(['form', 'notation']).default('form'),
	notation: z.string().max(20_000).optional(),
	parts: z.array(part).max(21).default([]),
	if: word,
	within: word
});
export type TargetForm = z.output<typeof targetForm>;

/** A named period of the plan, or days of its own; without either it is left out. */
const windowForm = z.object({
	key: optional(key),
	period: optional(key),
	starts_on: optional(day),
	ends_on: optional(day),
	slack_days: optional(z.coerce.number().int().min(0).max(366)),
	label: z.object({ nl: optional(line(200)), en: optional(line(200)) }).optional(),
	precision: z.string().trim().max(200).optional()
});
export type WindowForm = z.output<typeof windowForm>;
const windows = z.array(windowForm).max(60).default([]);

const promiseFields = {
	title: localized(1000),
	note: optional(localizedParagraph(4000)),
	target: targetForm.prefault({}),
	windows,
	owner: optional(z.object({ person: optional(id), role: optional(localized(200)) })),
	co_owners: z.object({ organisations: chosen(key), groups: chosen(key) }).prefault({}),
	groups: words,
	partners: words,
	goals: words,
	value_strategies: words,
	themes: words,
	sdgs: chosen(z.coerce.number().int()),
	priorities: words,
	programmes: words,
	serves: words,
	trigger: optional(key),
	conditions: z
		.array(z.object({ text: optional(localized(1000)) }))
		.max(50)
		.default([]),
	visibility: z.enum(promiseVisibilities),
	/** `12-14, 20`: lines of the document that the plan was taken from. */
	lines: optional(line(200)),
	parent: optional(code),
	activity: optional(code),
	/** The plan's own figures and where it stands in the plan (`edit-promise.ts`); left out, they stay as they are. */
	more: z.record(z.string().max(40), z.unknown()).optional()
};

const ofPlan = { plan: key };

export const promiseChange = z.object({ ...ofPlan, code, seen, why, ...promiseFields });
export const newPromise = z.object({
	...ofPlan,
	kind: z.enum(['output', 'ambition', 'commitment']),
	code,
	why,
	...promiseFields
});
export type PromiseForm = Omit<z.output<typeof newPromise>, 'plan' | 'kind' | 'code' | 'why'>;

export const targetPreview = z.object({
	...ofPlan,
	code: optional(code),
	target: targetForm.prefault({}),
	windows
});

export const promiseWithdrawal = z.object({ ...ofPlan, code, on: day, why: paragraph(1000).pipe(z.string().min(1)) });
export const promiseReturn = z.object({ ...ofPlan, code, why: paragraph(1000).pipe(z.string().min(1)) });

export const adoption = z.object({ ...ofPlan, on: day, note: paragraph(1000).pipe(z.string().min(1)) });
export const versionName = z.object({ ...ofPlan, name: line(120) });
export const versionOfPlan = z.object({ ...ofPlan, version: id });
const side = optional(z.union([z.literal('today'), id]));
/** Two versions, or a version and today; without a choice the first version and today. */
export const comparison = z.object({ ...ofPlan, from: side, to: side });
