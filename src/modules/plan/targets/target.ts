// The language of targets: a promise as a question over facts. Data in the plan file, a sentence and a form for people.
import { z } from 'zod';
import { isDay } from '#platform/day.ts';
import { key, localized } from '#platform/input.ts';

/** `week`, `2 weeks`, `month`, `4 months`, `quarter`, `year`, or `window`: each window of the promise is one period. */
const rhythm = z.string().regex(/^(window|week|month|quarter|half-year|year|[2-9] weeks|(?:[2-9]|1[0-2]) months)$/, {
	error: 'plan_issue_target_rhythm'
});
const span = z.string().regex(/^[1-9]\d{0,2} (days|weeks|months|years)$/, { error: 'plan_issue_target_span' });
const number = z.number().min(-1e12).max(1e12);
const whole = z.number().int().min(0).max(1_000_000_000);
const word = z.string().trim().min(1).max(120);
const words = z.union([word, z.array(word).min(1).max(50)]);
const where = z.record(z.string().max(40), z.union([words, z.strictObject({ not: words })]));

const bounds = {
	at_least: number.optional(),
	at_most: number.optional(),
	more_than: number.optional(),
	less_than: number.optional(),
	exactly: number.optional(),
	/** No level of its own: not lower than at the start of the plan, or than the previous measurement. */
	not_below: z.enum(['start', 'previous']).optional()
};

const part = {
	/** What this part is called, where a promise has several. */
	label: localized(200).optional(),
	/** Keys of the promise's windows in which this part is due; all of them when left out. */
	in: z.array(key).min(1).max(24).optional()
};

/** What a counted fact must itself have: facts about it, counted. */
const having = z.strictObject({
	count: z.string(),
	as: z.enum(['facts', 'persons', 'organisations']).optional(),
	where: where.optional(),
	at_least: whole.optional(),
	at_most: whole.optional(),
	more_than: whole.optional()
});

const count = z.strictObject({
	count: z.string(),
	/** What is counted: the facts themselves, the different people (and unnamed ones by number), or the different organisations. */
	as: z.enum(['facts', 'persons', 'organisations']).optional(),
	where: where.optional(),
	having: z.array(having).min(1).max(5).optional(),
	every: rhythm.optional(),
	/** How many each period of the rhythm must bring; 1 when left out. */
	each: z.number().int().min(1).max(1000).optional(),
	/** Key of a calendar of the plan whose days do not count: a period wholly inside it asks for nothing. */
	except: key.optional(),
	...bounds,
	...part
});

const sum = z.strictObject({ sum: z.string(), where: where.optional(), ...bounds, ...part });

const hold = z.strictObject({
	hold: z.string(),
	as: z.enum(['facts', 'persons', 'organisations']).optional(),
	where: where.optional(),
	on: z.union([z.enum(['every_day', 'last_day']), z.string().refine(isDay, { error: 'day' })]).optional(),
	...bounds,
	...part
});

/** A milestone by its key: once is enough. Short for a count of `milestone.reached`. */
const reach = z.strictObject({ reach: key, ...part });

/** A document by its key: once is enough. Short for a count of `document.delivered`. */
const deliver = z.strictObject({ deliver: key, ...part });

/** What a share is taken of, by its word. */
export const tallySchemas = {
	count: z.strictObject({
		count: z.string(),
		as: z.enum(['facts', 'persons', 'organisations']).optional(),
		where: where.optional(),
		having: z.array(having).min(1).max(5).optional()
	}),
	hold: z.strictObject({
		hold: z.string(),
		as: z.enum(['facts', 'persons', 'organisations']).optional(),
		where: where.optional()
	})
};

const tally = z.union([tallySchemas.count, tallySchemas.hold]);

const share = z.strictObject({ share: tally, of: tally, ...bounds, ...part });

const average = z.strictObject({
	average: z.string(),
	where: where.optional(),
	/** How many answers all values together must rest on, each value on one unless it says on how many; with fewer there is no reading. */
	answers: whole.optional(),
	...bounds,
	...part
});

/** The last measured value of something that is measured now and then. */
const level = z.strictObject({ level: z.string(), where: where.optional(), ...bounds, ...part });

/** The measures by their word, so that a reader of files can say precisely what is wrong (`parse.ts`). */
export const measureSchemas = { count, sum, hold, reach, deliver, share, average, level };

const measure = z.union([count, sum, hold, reach, deliver, share, average, level]);

export const conditionShape = {
	/** Key of a trigger or decision of the plan: until it fires the promise waits. */
	if: key.optional(),
	/** How long after the trigger, for promises without windows of their own. */
	within: span.optional()
};

export const targetSchema = z.union([
	z.strictObject({ all: z.array(measure).min(1).max(20), ...conditionShape }),
	...[count, sum, hold, reach, deliver, share, average, level].map((one) => one.extend(conditionShape))
]);

export type Having = z.output<typeof having>;
export type Tally = z.output<typeof tally>;
export type Where = z.output<typeof where>;
export type CountMeasure = z.output<typeof count>;
export type SumMeasure = z.output<typeof sum>;
export type HoldMeasure = z.output<typeof hold>;
export type ReachMeasure = z.output<typeof reach>;
export type DeliverMeasure = z.output<typeof deliver>;
export type ShareMeasure = z.output<typeof share>;
export type AverageMeasure = z.output<typeof average>;
export type LevelMeasure = z.output<typeof level>;
export type Measure = z.output<typeof measure>;
type Condition = { if?: string | undefined; within?: string | undefined };
export type Target = ({ all: Measure[] } | Measure) & Condition;

/** The measures of a target: one, or all of several. */
export const partsOf = (target: Target): Measure[] => ('all' in target ? target.all : [target]);

/** The words of one condition of `where`, and whether a fact must have one of them or none. */
export const wordsOf = (wanted: Where[string]): { words: string[]; negate: boolean } =>
	typeof wanted === 'object' && !Array.isArray(wanted)
		? { words: [wanted.not].flat(), negate: true }
		: { words: [wanted].flat(), negate: false };
