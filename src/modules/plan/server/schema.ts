// Tables of the plan: its activities and promises, when they are due, and what they wait for.
// Beside it: `framework-schema.ts` (goals, value strategies, themes), `records-schema.ts` (what the plan names), `links-schema.ts`,
// `history-schema.ts`.
import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	date,
	index,
	integer,
	jsonb,
	pgTable,
	text,
	unique,
	uuid,
	type AnyPgColumn
} from 'drizzle-orm/pg-core';
import { decision } from '#modules/deliverables/server/schema.ts';
import { person } from '#modules/members/server/schema.ts';
import type { Localized } from '#platform/localized.ts';
import {
	linkBases,
	promiseKinds,
	promiseVisibilities,
	standings,
	triggerKinds,
	triggerStates,
	type SourceLines
} from '../plan-file-words.ts';
import type { Target } from '../targets/target.ts';
import { framework } from './framework-schema.ts';

const source = () => jsonb().$type<SourceLines>();

export const plan = pgTable(
	'plan',
	{
		id: uuid().primaryKey(),
		key: text().notNull().unique(),
		frameworkId: uuid()
			.notNull()
			.references(() => framework.id),
		title: jsonb().$type<Localized>().notNull(),
		startsOn: date().notNull(),
		endsOn: date().notNull(),
		/** From this day every change is kept with who, when and why. */
		adoptedOn: date(),
		adoptedById: uuid().references(() => person.id),
		/** Who sees a promise that says nothing about it. */
		visibility: text({ enum: promiseVisibilities }).notNull().default('members'),
		/** Texts as the plan file has them: whose it is, where it came from, how it was read, links, budget note. */
		about: jsonb().$type<Record<string, unknown>>().notNull()
	},
	(table) => [check('plan_period', sql`${table.endsOn} >= ${table.startsOn}`)]
);

const inPlan = () => ({
	id: uuid().primaryKey(),
	planId: uuid()
		.notNull()
		.references(() => plan.id, { onDelete: 'cascade' }),
	position: integer().notNull()
});

/** The running text, chapter by chapter. */
export const chapter = pgTable(
	'chapter',
	{
		...inPlan(),
		number: integer().notNull(),
		title: jsonb().$type<Localized>().notNull(),
		about: jsonb().$type<Localized>(),
		texts: jsonb().$type<unknown[]>().notNull(),
		source: source()
	},
	(table) => [unique().on(table.planId, table.number)]
);

/** A place where the plan can be read in two ways, and how it was read. */
export const ambiguity = pgTable(
	'ambiguity',
	{
		...inPlan(),
		code: text().notNull(),
		issue: jsonb().$type<Localized>().notNull(),
		reading: jsonb().$type<Localized>().notNull(),
		confidence: jsonb().$type<Localized>(),
		source: source()
	},
	(table) => [unique().on(table.planId, table.code)]
);

export const coreTask = pgTable(
	'core_task',
	{
		...inPlan(),
		code: text().notNull(),
		key: text().notNull(),
		title: jsonb().$type<Localized>().notNull(),
		/** Not a core task, but what cuts across them or serves the association itself. */
		across: boolean().notNull().default(false),
		note: jsonb().$type<Localized>(),
		source: source()
	},
	(table) => [unique().on(table.planId, table.code), unique().on(table.planId, table.key)]
);

/** A table of the activity plan: a core task has one or more. */
export const section = pgTable(
	'section',
	{
		...inPlan(),
		code: text().notNull(),
		title: jsonb().$type<Localized>().notNull(),
		coreTaskId: uuid()
			.notNull()
			.references(() => coreTask.id),
		source: source()
	},
	(table) => [unique().on(table.planId, table.code), index().on(table.coreTaskId)]
);

/** A row of the activity plan. */
export const activity = pgTable(
	'activity',
	{
		...inPlan(),
		code: text().notNull(),
		sectionId: uuid()
			.notNull()
			.references(() => section.id),
		title: jsonb().$type<Localized>().notNull(),
		/** What stands under the title in smaller type. */
		addition: jsonb().$type<Localized>(),
		source: source()
	},
	(table) => [unique().on(table.planId, table.code), index().on(table.sectionId)]
);

/** What promises wait for: something that happens outside, or a decision of the association's own. */
export const trigger = pgTable(
	'trigger',
	{
		...inPlan(),
		key: text().notNull(),
		kind: text({ enum: triggerKinds }).notNull(),
		label: jsonb().$type<Localized>().notNull(),
		/** Of a decision: its record, which tells how it stands. */
		decisionId: uuid().references(() => decision.id),
		/** How it will be known that it happened. */
		resolves: jsonb().$type<Localized>(),
		state: text({ enum: triggerStates }).notNull().default('open'),
		/** The day it fired or was decided against. */
		stateOn: date(),
		stateById: uuid().references(() => person.id),
		why: text()
	},
	(table) => [
		unique().on(table.planId, table.key),
		index().on(table.decisionId),
		check('trigger_decision', sql`(${table.kind} = 'decision') = (${table.decisionId} is not null)`),
		check('trigger_day', sql`(${table.state} = 'open') = (${table.stateOn} is null)`)
	]
);

/** An output, an ambition, or a commitment that stands only in the text. */
export const promise = pgTable(
	'promise',
	{
		...inPlan(),
		code: text().notNull(),
		kind: text({ enum: promiseKinds }).notNull(),
		/** Null only for commitments that follow no activity. */
		activityId: uuid().references(() => activity.id),
		/** The output that this one is a part of. */
		parentId: uuid().references((): AnyPgColumn => promise.id),
		/** Only where no activity tells it. */
		coreTaskId: uuid().references(() => coreTask.id),
		title: jsonb().$type<Localized>().notNull(),
		standsIn: text({ enum: standings }).notNull(),
		/** The plan's own figures as they stand, also where they disagree with each other. */
		figures: jsonb().$type<Record<string, unknown>>(),
		target: jsonb().$type<Target>(),
		/** What the windows were read from; a word that the plan's conventions explain. */
		windowBasis: text(),
		triggerId: uuid().references(() => trigger.id),
		linkBasis: text({ enum: linkBases }),
		ownerPersonId: uuid().references(() => person.id),
		ownerRole: jsonb().$type<Localized>(),
		visibility: text({ enum: promiseVisibilities }).notNull(),
		note: jsonb().$type<Localized>(),
		source: source(),
		/** Given up after adoption: it leaves the totals and stays in sight. */
		withdrawnOn: date(),
		withdrawnWhy: text()
	},
	(table) => [
		unique().on(table.planId, table.code),
		index().on(table.activityId),
		index().on(table.parentId),
		index().on(table.ownerPersonId),
		index().on(table.triggerId),
		check('promise_has_activity', sql`${table.kind} = 'commitment' or ${table.activityId} is not null`),
		check('promise_not_part_of_itself', sql`${table.parentId} <> ${table.id}`),
		check('promise_withdrawn_with_reason', sql`(${table.withdrawnOn} is null) = (${table.withdrawnWhy} is null)`)
	]
);

/** A period in which a promise is due. */
export const promiseWindow = pgTable(
	'promise_window',
	{
		id: uuid().primaryKey(),
		promiseId: uuid()
			.notNull()
			.references(() => promise.id, { onDelete: 'cascade' }),
		position: integer().notNull(),
		key: text().notNull(),
		startsOn: date().notNull(),
		endsOn: date().notNull(),
		/** How exactly the plan says it: day, month, quarter, season, approx … */
		precision: text(),
		label: jsonb().$type<Localized>(),
		/** Days after the end in which it still counts. */
		slackDays: integer().notNull().default(0)
	},
	(table) => [
		unique().on(table.promiseId, table.key),
		check('promise_window_period', sql`${table.endsOn} >= ${table.startsOn}`),
		check('promise_window_slack', sql`${table.slackDays} between 0 and 366`)
	]
);

/** What the plan says only in words: a person ticks it, with a source. */
export const conditionInWords = pgTable(
	'condition_in_words',
	{
		id: uuid().primaryKey(),
		promiseId: uuid()
			.notNull()
			.references(() => promise.id, { onDelete: 'cascade' }),
		position: integer().notNull(),
		text: jsonb().$type<Localized>().notNull(),
		metOn: date(),
		metById: uuid().references(() => person.id),
		/** Where it can be seen: a link, a document, minutes. */
		metSource: text()
	},
	(table) => [
		index().on(table.promiseId),
		index().on(table.metById),
		check('condition_met_with_source', sql`(${table.metOn} is null) = (${table.metSource} is null)`)
	]
);

/** A planning cell of an activity. */
export const planningEntry = pgTable(
	'planning_entry',
	{
		...inPlan(),
		code: text().notNull(),
		activityId: uuid()
			.notNull()
			.references(() => activity.id),
		text: jsonb().$type<Localized>().notNull(),
		figures: jsonb().$type<Record<string, unknown>>(),
		triggerId: uuid().references(() => trigger.id),
		/** How sure it is which promises the cell belongs to, where that was not plain. */
		confidence: jsonb().$type<Localized>(),
		source: source()
	},
	(table) => [unique().on(table.planId, table.code), index().on(table.activityId)]
);

export const planningEntryWindow = pgTable(
	'planning_entry_window',
	{
		id: uuid().primaryKey(),
		planningEntryId: uuid()
			.notNull()
			.references(() => planningEntry.id, { onDelete: 'cascade' }),
		position: integer().notNull(),
		key: text().notNull(),
		startsOn: date().notNull(),
		endsOn: date().notNull(),
		precision: text(),
		label: jsonb().$type<Localized>()
	},
	(table) => [
		unique().on(table.planningEntryId, table.key),
		check('planning_entry_window_period', sql`${table.endsOn} >= ${table.startsOn}`)
	]
);
