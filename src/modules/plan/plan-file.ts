// The plan file: everything that a plan says, in one YAML document. `docs/plan-file.md` explains it, `docs/plan-file.schema.json` is made from it.
import { z } from 'zod';
import { day, key } from '#platform/input.ts';
import { lineRanges, mapping, passage, plainWord, sourced, text } from './plan-file-blocks.ts';
import { framework } from './plan-file-framework.ts';
import { commitment, section } from './plan-file-promises.ts';
import * as records from './plan-file-records.ts';
import { promiseVisibilities } from './plan-file-words.ts';

export const planFileFormat = 'schakel-plan-1';

const association = mapping({
	key,
	name: text(300),
	kind: plainWord.optional(),
	country: z
		.string()
		.regex(/^[A-Z]{2}$/)
		.optional(),
	role: text(500).optional()
});

const plan = mapping({
	key,
	title: text(500),
	year: z.number().int().min(1900).max(2199).optional(),
	starts_on: day,
	ends_on: day,
	/** From this day every change is kept with who, when and why. */
	adopted_on: day.optional(),
	/** Who sees a promise that says nothing about it; `members` when left out. */
	visibility: z.enum(promiseVisibilities).optional(),
	association: association.optional(),
	/** The document that the plan was taken from. */
	source: mapping({
		file: plainWord,
		lines: z.number().int().min(0).optional(),
		language: plainWord.optional(),
		encoding: plainWord.optional(),
		form: text(500).optional(),
		schema_version: z.number().int().optional()
	}).optional(),
	written: mapping({ around: plainWord, ranges: lineRanges.optional(), note: text().optional() }).optional()
});

const chapter = mapping({
	number: z.number().int().min(0).max(1000),
	title: text(500),
	about: text().optional(),
	...sourced,
	texts: z.array(passage).max(500).optional()
});

/** How the plan's words were read: for who checks the file against its source. */
const conventions = mapping({
	notes: z
		.array(mapping({ about: plainWord, text: text() }))
		.max(100)
		.optional(),
	words: z
		.array(mapping({ list: plainWord, word: plainWord, means: text() }))
		.max(500)
		.optional(),
	cadences: z
		.array(
			mapping({
				name: plainWord,
				freq: plainWord.nullable().optional(),
				interval: z.number().int().nullable().optional(),
				nominal_per_year: z.number().int().nullable().optional(),
				note: text().optional()
			})
		)
		.max(100)
		.optional()
});

const list = <Schema extends z.ZodType>(schema: Schema, max = 2000) => z.array(schema).max(max).optional();

export const planFileSchema = mapping({
	format: z.literal(planFileFormat),
	plan,
	framework,
	sources: list(records.planSource),
	priorities: list(records.priority),
	core_tasks: list(records.coreTask),
	sections: list(section),
	commitments: list(commitment),
	organisations: list(records.organisation),
	groups: list(records.group),
	programmes: list(records.programme),
	series: list(records.series),
	events: list(records.event),
	channels: list(records.channel),
	documents: list(records.document),
	milestones: list(records.milestone),
	terms: list(records.term),
	measurements: list(records.measurement),
	questions: list(records.question),
	triggers: list(records.trigger),
	calendars: list(records.calendar),
	periods: list(records.period),
	chapters: list(chapter),
	ambiguities: list(records.ambiguity),
	conventions: conventions.optional(),
	budget: mapping({ available: z.boolean().optional(), note: text().optional(), ...sourced }).optional(),
	links: list(records.link),
	/** How many there are of each, as a check that nothing was lost on the way. */
	counts: z
		.array(mapping({ of: plainWord, number: z.number().int().min(0) }))
		.max(200)
		.optional()
});

export type PlanFile = z.output<typeof planFileSchema>;
export type Organisation = z.output<typeof records.organisation>;
export type Group = z.output<typeof records.group>;
export type Programme = z.output<typeof records.programme>;
export type Series = z.output<typeof records.series>;
export type Event = z.output<typeof records.event>;
export type Channel = z.output<typeof records.channel>;
export type PlanDocument = z.output<typeof records.document>;
export type Milestone = z.output<typeof records.milestone>;
export type Measurement = z.output<typeof records.measurement>;
export type Term = z.output<typeof records.term>;
export type Question = z.output<typeof records.question>;
export type Trigger = z.output<typeof records.trigger>;
