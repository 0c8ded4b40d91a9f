// Tables of what a plan names: where it came from, its priorities, programmes, groups, organisations, records, periods and calendars.
import { sql } from 'drizzle-orm';
import { check, date, index, integer, jsonb, pgTable, text, unique, uuid, type AnyPgColumn } from 'drizzle-orm/pg-core';
import { event, series } from '#modules/agenda/server/schema.ts';
import { channel } from '#modules/channels/server/schema.ts';
import { document, measuredThing, milestone, term } from '#modules/deliverables/server/schema.ts';
import { group } from '#modules/groups/server/schema.ts';
import { organisation } from '#modules/members/server/schema.ts';
import type { Localized } from '#platform/localized.ts';
import { recordKinds, type SourceLines } from '../plan-file-words.ts';
import { coreTask, plan } from './schema.ts';

const source = () => jsonb().$type<SourceLines>();
/** What the plan file says beside the columns; the schema of the file tells its shape. */
const details = () => jsonb().$type<Record<string, unknown>>().notNull();

const inPlan = () => ({
	id: uuid().primaryKey(),
	planId: uuid()
		.notNull()
		.references(() => plan.id, { onDelete: 'cascade' }),
	position: integer().notNull()
});

/** What fed the plan: a member survey, an exploration of the future, the assembly. */
export const planSource = pgTable(
	'plan_source',
	{
		...inPlan(),
		code: text().notNull(),
		kind: text().notNull(),
		text: jsonb().$type<Localized>().notNull(),
		/** Findings and what followed from them. */
		details: details(),
		source: source()
	},
	(table) => [unique().on(table.planId, table.code)]
);

/** An accent of this year. */
export const priority = pgTable(
	'priority',
	{
		...inPlan(),
		code: text().notNull(),
		title: jsonb().$type<Localized>().notNull(),
		points: jsonb().$type<unknown[]>().notNull(),
		source: source()
	},
	(table) => [unique().on(table.planId, table.code)]
);

export const programme = pgTable(
	'programme',
	{
		...inPlan(),
		key: text().notNull(),
		name: jsonb().$type<Localized>().notNull(),
		kind: text().notNull(),
		coreTaskId: uuid().references(() => coreTask.id),
		parentId: uuid().references((): AnyPgColumn => programme.id),
		/** Who pays for it. */
		funderId: uuid().references(() => organisation.id),
		details: details(),
		source: source()
	},
	(table) => [unique().on(table.planId, table.key), index().on(table.parentId), index().on(table.funderId)]
);

/** A group that the plan names; the group itself is a record of its own module. */
export const planGroup = pgTable(
	'plan_group',
	{
		...inPlan(),
		groupId: uuid()
			.notNull()
			.references(() => group.id),
		parentId: uuid().references((): AnyPgColumn => planGroup.id),
		coreTaskId: uuid().references(() => coreTask.id),
		details: details(),
		source: source()
	},
	(table) => [unique().on(table.planId, table.groupId), index().on(table.groupId), index().on(table.parentId)]
);

/** An organisation that the plan names, and its part in it. */
export const planOrganisation = pgTable(
	'plan_organisation',
	{
		...inPlan(),
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		details: details(),
		source: source()
	},
	(table) => [unique().on(table.planId, table.organisationId), index().on(table.organisationId)]
);

/**
 * Series, events, channels, documents, milestones, terms, measurements and questions that the plan names. Each is a record of its own
 * module, made when the plan names it first; a module that comes later (questions) adds its column here and in `target_reference`.
 */
export const planRecord = pgTable(
	'plan_record',
	{
		...inPlan(),
		refersTo: text({ enum: recordKinds }).notNull(),
		/** Only of what has no record of its own yet; otherwise the record tells. */
		key: text(),
		name: jsonb().$type<Localized>(),
		seriesId: uuid().references(() => series.id),
		eventId: uuid().references(() => event.id),
		channelId: uuid().references(() => channel.id),
		documentId: uuid().references(() => document.id),
		milestoneId: uuid().references(() => milestone.id),
		termId: uuid().references(() => term.id),
		measuredThingId: uuid().references(() => measuredThing.id),
		programmeId: uuid().references(() => programme.id),
		details: details(),
		source: source()
	},
	(table) => [
		unique().on(table.planId, table.refersTo, table.key),
		unique().on(table.planId, table.seriesId),
		unique().on(table.planId, table.eventId),
		unique().on(table.planId, table.channelId),
		unique().on(table.planId, table.documentId),
		unique().on(table.planId, table.milestoneId),
		unique().on(table.planId, table.termId),
		unique().on(table.planId, table.measuredThingId),
		index().on(table.programmeId),
		check(
			'plan_record_is_one_thing',
			sql`num_nonnulls(${table.seriesId}, ${table.eventId}, ${table.channelId}, ${table.documentId}, ${table.milestoneId},
				${table.termId}, ${table.measuredThingId}) = case when ${table.key} is null then 1 else 0 end`
		)
	]
);

/** A period that the plan has a name for: spring, the second quarter, Budget Day. */
export const period = pgTable(
	'period',
	{
		...inPlan(),
		key: text().notNull(),
		startsOn: date().notNull(),
		endsOn: date().notNull(),
		precision: text(),
		label: jsonb().$type<Localized>()
	},
	(table) => [unique().on(table.planId, table.key), check('period_days', sql`${table.endsOn} >= ${table.startsOn}`)]
);

/** Named days that a rhythm may leave out: recess, holidays. */
export const calendar = pgTable(
	'calendar',
	{ ...inPlan(), key: text().notNull(), label: jsonb().$type<Localized>().notNull() },
	(table) => [unique().on(table.planId, table.key)]
);

export const calendarRange = pgTable(
	'calendar_range',
	{
		id: uuid().primaryKey(),
		calendarId: uuid()
			.notNull()
			.references(() => calendar.id, { onDelete: 'cascade' }),
		position: integer().notNull(),
		startsOn: date().notNull(),
		endsOn: date().notNull(),
		label: jsonb().$type<Localized>()
	},
	(table) => [index().on(table.calendarId), check('calendar_range_days', sql`${table.endsOn} >= ${table.startsOn}`)]
);
