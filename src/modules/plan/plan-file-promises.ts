// The plan file's activity plan: sections, activities, and their promises with figures, targets, windows, owners and links.
import { z } from 'zod';
import { day, key } from '#platform/input.ts';
import {
	code,
	codes,
	keys,
	mapping,
	named,
	plainWindows,
	plainWord,
	sdgs,
	sourced,
	text,
	windows
} from './plan-file-blocks.ts';
import { linkBases, promiseVisibilities, standings } from './plan-file-words.ts';
import type { Target } from './targets/target.ts';

const amount = z.number().min(-1e12).max(1e12);

const cadence = mapping({
	name: plainWord,
	/** As calendars say it (RFC 5545): WEEKLY, MONTHLY, YEARLY; null when irregular. */
	freq: plainWord.nullable().optional(),
	interval: z.number().int().min(1).max(1000).nullable().optional()
});

const figuresPart = mapping({
	unit: plainWord,
	target: amount.optional(),
	comparator: plainWord.optional(),
	target_min: amount.optional(),
	target_max: amount.optional(),
	windows: plainWindows
});

const perEvent = mapping({
	kind: plainWord.optional(),
	target_min: amount.optional(),
	target_max: amount.optional(),
	comparator: plainWord.optional(),
	sub_condition: mapping({ who: plainWord, target_min: amount.optional(), of: amount.optional() }).optional()
});

/** The plan's own figures as they stand: also where they disagree with each other, and whatever the target makes of them. */
export const figures = mapping({
	kind: plainWord,
	metric: plainWord.optional(),
	status: plainWord.optional(),
	unit: plainWord.optional(),
	cadence: cadence.optional(),
	comparator: plainWord.optional(),
	baseline: z.unknown().optional(),
	target_min: amount.optional(),
	target_max: amount.optional(),
	quantified: z.boolean().optional(),
	/** Where the number comes from when the plan does not simply say it. */
	target_basis: plainWord.optional(),
	trigger: key.optional(),
	parts: z.array(figuresPart).max(50).optional(),
	per_event: perEvent.optional(),
	per_group: z.boolean().optional(),
	stages: z
		.array(mapping({ name: plainWord, window: key.optional() }))
		.max(50)
		.optional(),
	conditions: z.array(plainWord).max(50).optional()
});

const condition = mapping({
	text: text(1000),
	/** A person ticked it, with a source. A file that says nothing about it leaves the tick as it is. */
	met_on: day.optional(),
	met_by: z.uuid().optional(),
	met_source: z.string().trim().min(1).max(2000).optional()
});

/** Read by `parseTarget`, which tells precisely what is wrong. */
export const target = z.custom<Target>((raw) => typeof raw === 'object' && raw !== null && !Array.isArray(raw), {
	error: 'plan_issue_expected_mapping'
});

const owner = mapping({
	/** A role in words, so that the promise has an owner whoever holds the role. */
	role: text(200).optional(),
	/** Id of the person; names and addresses do not stand in plan files. */
	person: z.uuid().optional()
});

const before = { code, title: text(1000) };

const promiseShape = {
	stands_in: z.enum(standings).optional(),
	...sourced,
	figures: figures.optional(),
	target: target.optional(),
	conditions: z.array(condition).max(50).optional(),
	windows,
	window_basis: plainWord.optional(),
	trigger: key.optional(),
	owner: owner.optional(),
	co_owners: mapping({ organisations: keys, groups: keys }).optional(),
	link_basis: z.enum(linkBases).optional(),
	goals: codes,
	value_strategies: codes,
	themes: codes,
	sdgs,
	priorities: codes,
	partners: keys,
	groups: keys,
	programmes: keys,
	terms: keys,
	ambiguities: codes,
	visibility: z.enum(promiseVisibilities).optional(),
	note: text().optional(),
	/** Given up after adoption: it leaves the totals and stays in sight. */
	withdrawn: mapping({ on: day, why: z.string().trim().min(1).max(2000) }).optional()
};

const ambition = mapping({ ...before, ...promiseShape });
const output = mapping({
	...before,
	/** Code of the output that this one is a part of. */
	parent: code.optional(),
	...promiseShape,
	/** Codes of the ambitions that it serves, where someone says so. */
	serves: codes
});
export const commitment = mapping({
	...before,
	/** Code of the activity under which it is shown. */
	activity: code.optional(),
	core_task: key.optional(),
	...promiseShape,
	/** Codes of the outputs that already promise the same. */
	same_as: codes
});

const planningEntry = mapping({
	code,
	text: text(2000),
	...sourced,
	figures: mapping({ cadence: cadence.optional() }).optional(),
	windows: plainWindows,
	trigger: key.optional(),
	applies_to: codes,
	/** Promises that the cell may have been meant for, where the source lost its alignment. */
	candidates: codes,
	confidence: text(300).optional()
});

const activity = mapping({
	code,
	title: text(500),
	addition: text(1000).optional(),
	...sourced,
	ambitions: z.array(ambition).max(500).optional(),
	outputs: z.array(output).max(1000).optional(),
	planning: z.array(planningEntry).max(500).optional()
});

export const section = mapping({
	code,
	title: text(500),
	core_task: key,
	...sourced,
	activities: z.array(activity).max(500).optional()
});

const shapes = { figures, condition, ambition, output, commitment, planningEntry, activity };
for (const [id, schema] of Object.entries(shapes)) named.add(schema, { id });

export type Section = z.output<typeof section>;
export type Activity = z.output<typeof activity>;
export type Ambition = z.output<typeof ambition>;
export type Output = z.output<typeof output>;
export type Commitment = z.output<typeof commitment>;
export type PlanningEntry = z.output<typeof planningEntry>;
/** Any promise, with everything that one of the three kinds may have. */
export type FilePromise = Output & Commitment;
export type FileCondition = z.output<typeof condition>;
export type Figures = z.output<typeof figures>;
