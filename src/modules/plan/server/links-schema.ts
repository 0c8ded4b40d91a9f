// Tables that tie the plan together: promises to goals, value strategies, themes, SDGs, priorities, organisations, groups, programmes,
// terms, planning cells and each other; and targets to the records they refer to.
import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, unique, uuid, type AnyPgColumn } from 'drizzle-orm/pg-core';
import { event, series } from '#modules/agenda/server/schema.ts';
import { channel } from '#modules/channels/server/schema.ts';
import { decision, document, measuredThing, milestone, term } from '#modules/deliverables/server/schema.ts';
import { group } from '#modules/groups/server/schema.ts';
import { organisation } from '#modules/members/server/schema.ts';
import { referenceKinds } from '../plan-file-words.ts';
import { goal, theme, valueStrategy } from './framework-schema.ts';
import { calendar, planGroup, planRecord, planSource, priority, programme } from './records-schema.ts';
import { ambiguity, planningEntry, promise, trigger } from './schema.ts';

/** A column to a row without which the link has no sense. */
const part = (column: () => AnyPgColumn) => uuid().notNull().references(column, { onDelete: 'cascade' });
/** A column to a row that may not disappear while something is linked to it. */
const kept = (column: () => AnyPgColumn) => uuid().notNull().references(column);
const position = () => integer().notNull();
const sdgExists = (name: string, column: AnyPgColumn) => check(name, sql`${column} between 1 and 17`);

export const promiseGoal = pgTable(
	'promise_goal',
	{ promiseId: part(() => promise.id), goalId: kept(() => goal.id), position: position() },
	(table) => [primaryKey({ columns: [table.promiseId, table.goalId] }), index().on(table.goalId)]
);

export const promiseValueStrategy = pgTable(
	'promise_value_strategy',
	{ promiseId: part(() => promise.id), valueStrategyId: kept(() => valueStrategy.id), position: position() },
	(table) => [primaryKey({ columns: [table.promiseId, table.valueStrategyId] }), index().on(table.valueStrategyId)]
);

/** Themes and learning questions. */
export const promiseTheme = pgTable(
	'promise_theme',
	{ promiseId: part(() => promise.id), themeId: kept(() => theme.id), position: position() },
	(table) => [primaryKey({ columns: [table.promiseId, table.themeId] }), index().on(table.themeId)]
);

export const promiseSdg = pgTable(
	'promise_sdg',
	{ promiseId: part(() => promise.id), sdg: integer().notNull(), position: position() },
	(table) => [
		primaryKey({ columns: [table.promiseId, table.sdg] }),
		index().on(table.sdg),
		sdgExists('promise_sdg_exists', table.sdg)
	]
);

export const promisePriority = pgTable(
	'promise_priority',
	{ promiseId: part(() => promise.id), priorityId: kept(() => priority.id), position: position() },
	(table) => [primaryKey({ columns: [table.promiseId, table.priorityId] }), index().on(table.priorityId)]
);

/** Partners work along; co-owners answer for it together with the owner. */
export const promiseOrganisation = pgTable(
	'promise_organisation',
	{
		promiseId: part(() => promise.id),
		organisationId: kept(() => organisation.id),
		role: text({ enum: ['partner', 'co-owner'] }).notNull(),
		position: position()
	},
	(table) => [
		primaryKey({ columns: [table.promiseId, table.organisationId, table.role] }),
		index().on(table.organisationId)
	]
);

/** Groups that it is about or for; co-owners answer for it together with the owner. */
export const promiseGroup = pgTable(
	'promise_group',
	{
		promiseId: part(() => promise.id),
		groupId: kept(() => group.id),
		role: text({ enum: ['concerned', 'co-owner'] }).notNull(),
		position: position()
	},
	(table) => [primaryKey({ columns: [table.promiseId, table.groupId, table.role] }), index().on(table.groupId)]
);

export const promiseProgramme = pgTable(
	'promise_programme',
	{ promiseId: part(() => promise.id), programmeId: kept(() => programme.id), position: position() },
	(table) => [primaryKey({ columns: [table.promiseId, table.programmeId] }), index().on(table.programmeId)]
);

/** Agreements, certificates and exemptions that a promise is about, by their row in the plan's own list. */
export const promiseTerm = pgTable(
	'promise_term',
	{ promiseId: part(() => promise.id), planRecordId: kept(() => planRecord.id), position: position() },
	(table) => [primaryKey({ columns: [table.promiseId, table.planRecordId] }), index().on(table.planRecordId)]
);

/** How the text was read where it can be read in two ways. */
export const promiseAmbiguity = pgTable(
	'promise_ambiguity',
	{ promiseId: part(() => promise.id), ambiguityId: kept(() => ambiguity.id), position: position() },
	(table) => [primaryKey({ columns: [table.promiseId, table.ambiguityId] }), index().on(table.ambiguityId)]
);

/** `serves` an output tied to an ambition · `same-as` a commitment that says what an output already promises. */
export const promiseTie = pgTable(
	'promise_tie',
	{
		promiseId: part(() => promise.id),
		otherId: part(() => promise.id),
		kind: text({ enum: ['serves', 'same-as'] }).notNull(),
		position: position()
	},
	(table) => [
		primaryKey({ columns: [table.promiseId, table.otherId, table.kind] }),
		index().on(table.otherId),
		check('promise_tie_not_to_itself', sql`${table.promiseId} <> ${table.otherId}`)
	]
);

/** Which promises a planning cell dates; `candidate`: it may have been this one. */
export const planningEntryPromise = pgTable(
	'planning_entry_promise',
	{
		planningEntryId: part(() => planningEntry.id),
		promiseId: part(() => promise.id),
		kind: text({ enum: ['applies', 'candidate'] }).notNull(),
		position: position()
	},
	(table) => [primaryKey({ columns: [table.planningEntryId, table.promiseId] }), index().on(table.promiseId)]
);

/**
 * What a target refers to by key, with the record behind the key, so that renaming or merging the record cannot break the target.
 * Written whenever a target is written (`target-references.ts`), never by hand.
 */
export const targetReference = pgTable(
	'target_reference',
	{
		id: uuid().primaryKey(),
		promiseId: part(() => promise.id),
		refersTo: text({ enum: referenceKinds }).notNull(),
		/** The key as it stands in the target. */
		key: text().notNull(),
		groupId: uuid().references(() => group.id),
		organisationId: uuid().references(() => organisation.id),
		seriesId: uuid().references(() => series.id),
		eventId: uuid().references(() => event.id),
		channelId: uuid().references(() => channel.id),
		documentId: uuid().references(() => document.id),
		milestoneId: uuid().references(() => milestone.id),
		termId: uuid().references(() => term.id),
		measuredThingId: uuid().references(() => measuredThing.id),
		decisionId: uuid().references(() => decision.id),
		triggerId: uuid().references(() => trigger.id),
		/** What has no record of its own yet. */
		planRecordId: uuid().references(() => planRecord.id)
	},
	(table) => [
		unique().on(table.promiseId, table.refersTo, table.key),
		index().on(table.groupId),
		index().on(table.organisationId),
		index().on(table.seriesId),
		index().on(table.eventId),
		index().on(table.channelId),
		index().on(table.documentId),
		index().on(table.milestoneId),
		index().on(table.termId),
		index().on(table.measuredThingId),
		index().on(table.decisionId),
		index().on(table.triggerId),
		index().on(table.planRecordId),
		check(
			'target_reference_is_one_thing',
			sql`num_nonnulls(${table.groupId}, ${table.organisationId}, ${table.seriesId}, ${table.eventId}, ${table.channelId},
				${table.documentId}, ${table.milestoneId}, ${table.termId}, ${table.measuredThingId}, ${table.decisionId},
				${table.triggerId}, ${table.planRecordId}) = 1`
		)
	]
);

/** Calendars that a target leaves out, so that none in use disappears. */
export const targetCalendar = pgTable(
	'target_calendar',
	{ promiseId: part(() => promise.id), calendarId: kept(() => calendar.id) },
	(table) => [primaryKey({ columns: [table.promiseId, table.calendarId] }), index().on(table.calendarId)]
);

export const sourceTheme = pgTable(
	'source_theme',
	{ planSourceId: part(() => planSource.id), themeId: kept(() => theme.id), position: position() },
	(table) => [primaryKey({ columns: [table.planSourceId, table.themeId] }), index().on(table.themeId)]
);

/** Which sources a priority came from. */
export const prioritySource = pgTable(
	'priority_source',
	{ priorityId: part(() => priority.id), planSourceId: kept(() => planSource.id), position: position() },
	(table) => [primaryKey({ columns: [table.priorityId, table.planSourceId] }), index().on(table.planSourceId)]
);

export const priorityGoal = pgTable(
	'priority_goal',
	{ priorityId: part(() => priority.id), goalId: kept(() => goal.id), position: position() },
	(table) => [primaryKey({ columns: [table.priorityId, table.goalId] }), index().on(table.goalId)]
);

export const prioritySdg = pgTable(
	'priority_sdg',
	{ priorityId: part(() => priority.id), sdg: integer().notNull(), position: position() },
	(table) => [primaryKey({ columns: [table.priorityId, table.sdg] }), sdgExists('priority_sdg_exists', table.sdg)]
);

export const priorityOrganisation = pgTable(
	'priority_organisation',
	{ priorityId: part(() => priority.id), organisationId: kept(() => organisation.id), position: position() },
	(table) => [primaryKey({ columns: [table.priorityId, table.organisationId] }), index().on(table.organisationId)]
);

export const planGroupTheme = pgTable(
	'plan_group_theme',
	{ planGroupId: part(() => planGroup.id), themeId: kept(() => theme.id), position: position() },
	(table) => [primaryKey({ columns: [table.planGroupId, table.themeId] }), index().on(table.themeId)]
);

export const planGroupOrganisation = pgTable(
	'plan_group_organisation',
	{ planGroupId: part(() => planGroup.id), organisationId: kept(() => organisation.id), position: position() },
	(table) => [primaryKey({ columns: [table.planGroupId, table.organisationId] }), index().on(table.organisationId)]
);

export const programmeOrganisation = pgTable(
	'programme_organisation',
	{ programmeId: part(() => programme.id), organisationId: kept(() => organisation.id), position: position() },
	(table) => [primaryKey({ columns: [table.programmeId, table.organisationId] }), index().on(table.organisationId)]
);
