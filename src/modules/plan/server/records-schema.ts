// Tables of what a plan names: where it came from, its priorities, programmes, groups, organisations, records, periods and calendars.
import { sql } from 'drizzle-orm';
import { check, date, index, integer, jsonb, pgTable, text, unique, uuid, type AnyPgColumn } from 'drizzle-orm/pg-core';
import { channel } from '#modules/channels/server/schema.ts';
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
 * Series, events, channels, documents, milestones, terms, measurements and questions that the plan names.
 * Where their own module exists, a column refers to its record; a module that comes later adds its column here and in `target_reference`.
 */
export const planRecord = pgTable(
	'plan_record',
	{
		...inPlan(),
		refersTo: text({ enum: recordKinds }).notNull(),
		key: text().notNull(),
		name: jsonb().$type<Localized>().notNull(),
		/** Whose series, channel, document … it is. */
		groupId: uuid().references(() => group.id),
		organisationId: uuid().references(() => organisation.id),
		programmeId: uuid().references(() => programme.id),
		channelId: uuid().references(() => channel.id),
		details: details(),
		source: source()
	},
	(table) => [
		unique().on(table.planId, table.refersTo, table.key),
		index().on(table.groupId),
		index().on(table.organisationId),
		index().on(table.programmeId),
		index().on(table.channelId),
		check('plan_record_is_one_thing', sql`${table.channelId} is null or ${table.refersTo} = 'channel'`)
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
