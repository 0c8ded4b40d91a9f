// What a plan file names: organisations, groups, programmes, series, documents and the like, triggers, calendars, named periods.
import { z } from 'zod';
import { termKinds } from '#modules/deliverables/words.ts';
import { groupKinds } from '#modules/groups/inputs.ts';
import { day, key, webAddress } from '#platform/input.ts';
import {
	code,
	codes,
	keys,
	mapping,
	plainWindows,
	plainWord,
	sdgs,
	sourced,
	statements,
	text
} from './plan-file-blocks.ts';
import { triggerKinds, triggerStates } from './plan-file-words.ts';

export const organisation = mapping({
	key,
	name: text(300),
	abbreviation: plainWord.optional(),
	/** Its part in the plan. */
	role: text(1000).optional(),
	note: text().optional(),
	...sourced
});

export const group = mapping({
	key,
	name: text(300),
	kind: z.enum(groupKinds),
	/** What the plan itself calls it, where that is more precise than the kind. */
	called: text(200).optional(),
	aliases: z.array(plainWord).max(50).optional(),
	description: text().optional(),
	size: z.number().int().min(1).max(10_000).optional(),
	core_task: key.optional(),
	shared_with: keys,
	parent: key.optional(),
	themes: codes,
	partners: keys,
	/** How it stood when the plan began: active, inactive. */
	status_at_start: plainWord.optional(),
	...sourced
});

export const programme = mapping({
	key,
	name: text(300),
	kind: plainWord,
	description: text().optional(),
	core_task: key.optional(),
	shared_with: keys,
	parent: key.optional(),
	/** Key of the organisation that pays for it. */
	funder: key.optional(),
	obligation: text().optional(),
	partners: keys,
	theme: text(300).optional(),
	windows: plainWindows,
	stages: z.array(plainWord).max(50).optional(),
	facts: z
		.array(
			mapping({
				key,
				value: z.union([z.string().max(500), z.number(), z.boolean()]).optional(),
				text: text().optional()
			})
		)
		.max(50)
		.optional(),
	...sourced
});

/** What every named record has; beside it what its own module keeps of it. */
const record = {
	key,
	name: text(300),
	description: text().optional(),
	programme: key.optional(),
	note: text().optional(),
	...sourced
};

export const question = mapping(record);
export const series = mapping({ ...record, group: key.optional() });
export const event = mapping({
	...record,
	series: key.optional(),
	group: key.optional(),
	organisation: key.optional()
});
export const channel = mapping({
	...record,
	kind: z.enum(['newsletter', 'monitor', 'mailing', 'feed']),
	group: key.optional()
});
export const document = mapping({ ...record, group: key.optional(), organisation: key.optional() });
export const milestone = mapping({ ...record, group: key.optional() });
export const measurement = mapping({ ...record, unit: text(100).optional() });
/** An agreement, certificate, exemption or mandate that holds for a time. */
export const term = mapping({
	...record,
	kind: z.enum(termKinds),
	/** Key of the organisation that gave it, or with which it was agreed. */
	organisation: key.optional(),
	/** The same in words. */
	supplier: plainWord.optional(),
	form: text(500).optional(),
	ends_on: day.optional(),
	precision: text(200).optional()
});

export const trigger = mapping({
	key,
	kind: z.enum(triggerKinds),
	label: text(300),
	/** How it will be known. */
	resolves: text(1000).optional(),
	/** A file that says nothing about the state leaves it as it is. */
	state: z.enum(triggerStates).optional(),
	on: day.optional(),
	by: z.uuid().optional(),
	why: z.string().trim().min(1).max(2000).optional()
});

export const period = mapping({
	key,
	starts_on: day,
	ends_on: day,
	precision: plainWord.optional(),
	label: text(300).optional()
});

export const calendar = mapping({
	key,
	label: text(300),
	ranges: z
		.array(mapping({ starts_on: day, ends_on: day, label: text(300).optional() }))
		.max(500)
		.optional()
});

export const planSource = mapping({
	code,
	kind: plainWord,
	text: text(1000),
	findings: statements,
	follow_up: text().optional(),
	/** Codes of the themes that it brought up. */
	themes: codes,
	...sourced
});

export const priority = mapping({
	code,
	title: text(500),
	...sourced,
	goals: codes,
	sdgs,
	partners: keys,
	/** Codes of the sources that it came from. */
	sources: codes,
	points: statements
});

export const coreTask = mapping({
	code,
	key,
	title: text(300),
	/** Not a core task, but what cuts across them or serves the association itself. */
	across: z.boolean().optional(),
	note: text().optional(),
	...sourced
});

export const ambiguity = mapping({
	code,
	issue: text(),
	reading: text(),
	confidence: text(300).optional(),
	...sourced
});

export const link = mapping({ url: webAddress, about: text(500), ...sourced });
