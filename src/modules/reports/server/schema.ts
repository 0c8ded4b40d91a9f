// Tables of reports: what each is about and for whom, what owners say in it, what was frozen, and what the group concluded.
import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	date,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	timestamp,
	unique,
	uuid,
	type AnyPgColumn
} from 'drizzle-orm/pg-core';
import { group } from '#modules/groups/server/schema.ts';
import { organisation, person } from '#modules/members/server/schema.ts';
import { planScopeKinds, type ScopePart, type ScopeRow } from '#modules/plan/plan-scope.ts';
import { plan, promise } from '#modules/plan/server/schema.ts';
import type { Localized } from '#platform/localized.ts';
import { askChoices, changeKinds, outcomeKinds, readers } from '../words.ts';

export const report = pgTable(
	'report',
	{
		id: uuid().primaryKey(),
		/** What files and commands call it: `plan-2022-08-31`. */
		key: text().notNull().unique(),
		planId: uuid()
			.notNull()
			.references(() => plan.id),
		title: jsonb().$type<Localized>().notNull(),
		scopeKind: text({ enum: planScopeKinds }).notNull(),
		/** Codes of the plan: one, several for activities, none for the whole plan. */
		scopeCodes: text().array().notNull().default([]),
		reader: text({ enum: readers }).notNull(),
		/** The group that it goes to and that concludes; the funder that it is for. */
		groupId: uuid().references(() => group.id),
		organisationId: uuid().references(() => organisation.id),
		/** The day that everything in it is read on. */
		closesOn: date().notNull(),
		/** What owners are asked about; reports of before one could choose asked about everything. */
		asks: text({ enum: askChoices }).notNull().default('everything'),
		/** Owners are asked for their comments until this day. */
		commentsBefore: date(),
		intro: jsonb().$type<Localized>(),
		/** From this day it stands as it is. */
		frozenOn: date(),
		/** What "since the last report" looks back at. */
		previousId: uuid().references((): AnyPgColumn => report.id)
	},
	(table) => [
		index().on(table.planId),
		index().on(table.groupId),
		index().on(table.organisationId),
		index().on(table.previousId),
		check('report_group', sql`${table.reader} <> 'group' or ${table.groupId} is not null`),
		check('report_funder', sql`(${table.reader} = 'funder') = (${table.organisationId} is not null)`),
		check('report_scope', sql`(${table.scopeKind} = 'plan') = (cardinality(${table.scopeCodes}) = 0)`),
		check('report_frozen_after_closing', sql`${table.frozenOn} >= ${table.closesOn}`)
	]
);

const ofReport = () =>
	uuid()
		.notNull()
		.references(() => report.id, { onDelete: 'cascade' });

/** What an owner is asked to say about a promise, and what they said. */
export const reportComment = pgTable(
	'report_comment',
	{
		id: uuid().primaryKey(),
		reportId: ofReport(),
		promiseId: uuid()
			.notNull()
			.references(() => promise.id, { onDelete: 'cascade' }),
		askedId: uuid().references(() => person.id),
		remindedOn: date(),
		text: jsonb().$type<Localized>(),
		/** The rule's own sentence says enough. */
		agreed: boolean().notNull().default(false),
		writtenOn: date(),
		writtenById: uuid().references(() => person.id)
	},
	(table) => [
		unique().on(table.reportId, table.promiseId),
		index().on(table.promiseId),
		index().on(table.askedId),
		index().on(table.writtenById),
		check('report_comment_written', sql`(${table.writtenOn} is null) = (${table.text} is null and not ${table.agreed})`)
	]
);

type Both = Required<Localized>;

/** How a promise stood in the report before this one. */
export type PreviousLine = Pick<ScopeRow, 'status'> & { value: number | null; reading: Both };

/** A promise as it was frozen: everything that is shown of it, in both languages, and no name. */
export const reportLine = pgTable(
	'report_line',
	{
		id: uuid().primaryKey(),
		reportId: ofReport(),
		position: integer().notNull(),
		promiseId: uuid().references(() => promise.id, { onDelete: 'set null' }),
		code: text().notNull(),
		kind: text({ enum: ['output', 'ambition', 'commitment'] }).notNull(),
		title: jsonb().$type<Localized>().notNull(),
		coreTask: jsonb().$type<ScopeRow['coreTask']>(),
		section: jsonb().$type<ScopeRow['section']>(),
		activity: jsonb().$type<ScopeRow['activity']>(),
		target: jsonb().$type<ScopeRow['target']>(),
		windows: jsonb().$type<ScopeRow['windows']>().notNull(),
		sentence: jsonb().$type<Both>(),
		reading: jsonb().$type<Both>().notNull(),
		why: jsonb().$type<Both>().notNull(),
		status: text().$type<ScopeRow['status']>().notNull(),
		/** What was computed, when a person overruled it. */
		computed: text().$type<ScopeRow['computed']>(),
		isJudged: boolean().notNull().default(false),
		openConditions: integer().notNull(),
		parts: jsonb().$type<ScopePart[]>().notNull(),
		strip: jsonb().$type<ScopeRow['strip']>().notNull(),
		/** With the sealed ones, of which only the number is kept. */
		evidenceCount: integer().notNull(),
		previous: jsonb().$type<PreviousLine>(),
		comment: jsonb().$type<Localized>(),
		commentById: uuid().references(() => person.id)
	},
	(table) => [unique().on(table.reportId, table.code), index().on(table.promiseId), index().on(table.commentById)]
);

/** The records that a frozen line rests on: no name and no title, so that a person can be erased and the figures stay. */
export const reportEvidence = pgTable(
	'report_evidence',
	{
		lineId: uuid()
			.notNull()
			.references(() => reportLine.id, { onDelete: 'cascade' }),
		kind: text().notNull(),
		/** Of the record that published the fact; it may be gone. */
		factId: uuid().notNull(),
		on: date().notNull(),
		organisationId: uuid().references(() => organisation.id),
		/** Changes with the record's own days or number. */
		key: text().notNull()
	},
	(table) => [primaryKey({ columns: [table.lineId, table.kind, table.factId] }), index().on(table.organisationId)]
);

/** What the group that the report goes to concluded, and what it recommends. */
export const reportOutcome = pgTable(
	'report_outcome',
	{
		id: uuid().primaryKey(),
		reportId: ofReport(),
		position: integer().notNull(),
		kind: text({ enum: outcomeKinds }).notNull(),
		text: jsonb().$type<Localized>().notNull(),
		/** The day the group met. */
		concludedOn: date().notNull(),
		writtenById: uuid().references(() => person.id),
		/** It no longer stands, and stays in sight. */
		withdrawnOn: date()
	},
	(table) => [index().on(table.reportId), index().on(table.writtenById)]
);

export const reportChange = pgTable(
	'report_change',
	{
		id: uuid().primaryKey(),
		reportId: ofReport(),
		kind: text({ enum: changeKinds }).notNull(),
		on: date().notNull(),
		at: timestamp({ withTimezone: true }).notNull(),
		byPersonId: uuid().references(() => person.id),
		/** Who were reminded, as a number. */
		number: integer()
	},
	(table) => [index().on(table.reportId), index().on(table.byPersonId)]
);
