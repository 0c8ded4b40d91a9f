// Tables of the deliverables: documents, milestones, decisions, terms and their periods, measurements, and what became of them.
import { sql } from 'drizzle-orm';
import {
	check,
	date,
	index,
	integer,
	jsonb,
	numeric,
	pgTable,
	text,
	timestamp,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import { event } from '#modules/agenda/server/schema.ts';
import { group } from '#modules/groups/server/schema.ts';
import { organisation, person } from '#modules/members/server/schema.ts';
import type { Localized } from '#platform/localized.ts';
import {
	decisionOutcomes,
	decisionStates,
	deliverableChanges,
	deliverableVisibilities,
	documentStates,
	milestoneStates,
	plainVisibilities,
	termKinds
} from '../words.ts';

const named = () => ({
	id: uuid().primaryKey(),
	/** What files and targets call it; only where they refer to this one. */
	key: text().unique(),
	title: jsonb().$type<Localized>().notNull(),
	description: jsonb().$type<Localized>()
});

const tags = () => text().array().notNull().default([]);
const ofGroup = () => uuid().references(() => group.id);
const ofOrganisation = () => uuid().references(() => organisation.id);

/** An agreement, certificate, exemption or mandate; when it holds stands in its periods. */
export const term = pgTable(
	'term',
	{
		...named(),
		kind: text({ enum: termKinds }).notNull(),
		/** Who holds it; null: the association itself. */
		holderId: ofOrganisation(),
		/** Who gave it, or with whom it was agreed. */
		counterpartId: ofOrganisation(),
		tags: tags(),
		link: text(),
		visibility: text({ enum: plainVisibilities }).notNull().default('members')
	},
	(table) => [
		index().on(table.kind),
		index().on(table.holderId),
		index().on(table.counterpartId),
		index().using('gin', table.tags)
	]
);

/**
 * A period in which a term holds; a renewal is the next one. Periods of one term may not overlap, or it would count twice
 * (exclusion constraint, in the migration).
 */
export const termPeriod = pgTable(
	'term_period',
	{
		id: uuid().primaryKey(),
		termId: uuid()
			.notNull()
			.references(() => term.id),
		startsOn: date().notNull(),
		/** Null: until further notice. */
		endsOn: date(),
		/** Norm or version, in words: "Partos 9001:2018". */
		norm: jsonb().$type<Localized>(),
		note: text()
	},
	(table) => [
		uniqueIndex().on(table.termId, table.startsOn),
		index().on(table.endsOn),
		check('term_period_days', sql`${table.endsOn} >= ${table.startsOn}`)
	]
);

export const document = pgTable(
	'document',
	{
		...named(),
		/** What it is, in words: "policy note", "evaluation". */
		kind: jsonb().$type<Localized>(),
		/** The event that it reports on, or the term that it evaluates. */
		eventId: uuid().references(() => event.id),
		termId: uuid().references(() => term.id),
		groupId: ofGroup(),
		organisationId: ofOrganisation(),
		tags: tags(),
		link: text(),
		dueOn: date(),
		deliveredOn: date(),
		state: text({ enum: documentStates }).notNull().default('planned'),
		visibility: text({ enum: deliverableVisibilities }).notNull().default('members')
	},
	(table) => [
		index('document_day').on(sql`coalesce(${table.deliveredOn}, ${table.dueOn})`),
		index().on(table.eventId),
		index().on(table.termId),
		index().on(table.groupId),
		index().on(table.organisationId),
		index().using('gin', table.tags),
		check('document_about_one', sql`num_nonnulls(${table.eventId}, ${table.termId}) <= 1`),
		check('document_delivered_on_a_day', sql`(${table.state} = 'delivered') = (${table.deliveredOn} is not null)`),
		check('document_of_a_group', sql`${table.visibility} <> 'group' or ${table.groupId} is not null`)
	]
);

export const milestone = pgTable(
	'milestone',
	{
		...named(),
		groupId: ofGroup(),
		tags: tags(),
		link: text(),
		dueOn: date(),
		reachedOn: date(),
		state: text({ enum: milestoneStates }).notNull().default('planned'),
		visibility: text({ enum: deliverableVisibilities }).notNull().default('members')
	},
	(table) => [
		index('milestone_day').on(sql`coalesce(${table.reachedOn}, ${table.dueOn})`),
		index().on(table.groupId),
		index().using('gin', table.tags),
		check('milestone_reached_on_a_day', sql`(${table.state} = 'reached') = (${table.reachedOn} is not null)`),
		check('milestone_of_a_group', sql`${table.visibility} <> 'group' or ${table.groupId} is not null`)
	]
);

/** A question that promises may wait for, and its answer. */
export const decision = pgTable(
	'decision',
	{
		...named(),
		/** Who decides; null: the bureau. */
		groupId: ofGroup(),
		dueOn: date(),
		decidedOn: date(),
		outcome: text({ enum: decisionOutcomes }),
		reasons: text(),
		state: text({ enum: decisionStates }).notNull().default('open'),
		visibility: text({ enum: deliverableVisibilities }).notNull().default('members')
	},
	(table) => [
		index('decision_day').on(sql`coalesce(${table.decidedOn}, ${table.dueOn})`),
		index().on(table.groupId),
		check(
			'decision_taken_with_outcome',
			sql`(${table.state} = 'taken') = (num_nonnulls(${table.decidedOn}, ${table.outcome}, ${table.reasons}) = 3)
				and (${table.state} = 'taken' or num_nonnulls(${table.decidedOn}, ${table.outcome}, ${table.reasons}) = 0)`
		),
		check('decision_of_a_group', sql`${table.visibility} <> 'group' or ${table.groupId} is not null`)
	]
);

/** Something that is measured now and then: satisfaction with the newsletter, tonnes of CO2. */
export const measuredThing = pgTable('measured_thing', {
	...named(),
	unit: jsonb().$type<Localized>(),
	visibility: text({ enum: plainVisibilities }).notNull().default('members')
});

export const measurement = pgTable(
	'measurement',
	{
		id: uuid().primaryKey(),
		measuredThingId: uuid()
			.notNull()
			.references(() => measuredThing.id),
		value: numeric({ mode: 'number' }).notNull(),
		measuredOn: date().notNull(),
		/** At which organisation, when it was taken at one. */
		organisationId: ofOrganisation(),
		/** Where the value comes from: a report, a meter, a survey. */
		source: text().notNull(),
		/** How many answers it rests on, when people were asked. */
		answers: integer()
	},
	(table) => [
		index().on(table.measuredThingId, table.measuredOn),
		index().on(table.organisationId),
		check('measurement_answers', sql`${table.answers} >= 0`)
	]
);

/** What became of a deliverable: who, when, why. The record itself keeps how it stands now. */
export const deliverableChange = pgTable(
	'deliverable_change',
	{
		id: uuid().primaryKey(),
		documentId: uuid().references(() => document.id),
		milestoneId: uuid().references(() => milestone.id),
		decisionId: uuid().references(() => decision.id),
		termId: uuid().references(() => term.id),
		kind: text({ enum: deliverableChanges }).notNull(),
		at: timestamp({ withTimezone: true, mode: 'date' }).notNull().defaultNow(),
		byPersonId: uuid().references(() => person.id),
		/** The day before and after, of something that was put off or ended. */
		fromOn: date(),
		toOn: date(),
		why: text()
	},
	(table) => [
		index().on(table.documentId),
		index().on(table.milestoneId),
		index().on(table.decisionId),
		index().on(table.termId),
		index().on(table.byPersonId),
		check(
			'deliverable_change_of_one',
			sql`num_nonnulls(${table.documentId}, ${table.milestoneId}, ${table.decisionId}, ${table.termId}) = 1`
		),
		check(
			'deliverable_change_with_reason',
			sql`${table.why} is not null or ${table.kind} not in ('ended', 'postponed', 'withdrawn', 'reopened')`
		)
	]
);
