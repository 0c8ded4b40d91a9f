// Tables of the platform itself: the association, the audit trail, who is signed in, mail that waits, limits.
import { sql } from 'drizzle-orm';
import {
	boolean,
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
import type { Localized } from '#platform/localized.ts';

const at = () => timestamp({ withTimezone: true, mode: 'date' });

/** One row: the association that this database is for. */
export const association = pgTable(
	'association',
	{
		one: boolean().primaryKey().default(true),
		name: jsonb().$type<Localized>().notNull(),
		timeZone: text().notNull().default('Europe/Amsterdam'),
		/** Only in the example: the day that everything is read on. */
		pinnedToday: date(),
		isExample: boolean().notNull().default(false),
		foundedAt: at().notNull().defaultNow()
	},
	(table) => [check('association_one_row', sql`${table.one}`)]
);

/** What was done, by whom, when. Never holds what was typed: personal data must be erasable. */
export const auditLine = pgTable(
	'audit_line',
	{
		id: uuid().primaryKey(),
		at: at().notNull().defaultNow(),
		operation: text().notNull(),
		actorKind: text({ enum: ['person', 'visitor', 'system'] }).notNull(),
		/** No foreign key: the line must outlive the person, whose id says nothing once erased. */
		actorId: uuid(),
		subjectKind: text(),
		subjectId: uuid(),
		reason: text()
	},
	(table) => [index().on(table.subjectId, table.at), index().on(table.actorId)]
);

/** A mail that must go out, kept until it did; without SMTP administrators read it here. */
export const outgoingMail = pgTable(
	'outgoing_mail',
	{
		id: uuid().primaryKey(),
		queuedAt: at().notNull().defaultNow(),
		sentAt: at(),
		recipient: text().notNull(),
		subject: text().notNull(),
		body: text().notNull(),
		attempts: integer().notNull().default(0),
		lastError: text(),
		/** After this moment it makes no sense to send it: a sign-in link that no longer works. */
		expiresAt: at(),
		/** When we stopped trying: the receiving side refused it for good, or it took too long. */
		givenUpAt: at(),
		/** It waited in a backup that was put back, and may have gone out since: a person lets it go or drops it. */
		heldAt: at()
	},
	(table) => [index().on(table.sentAt, table.queuedAt)]
);

/** Attempts per key (an address, a connection) in a window of time. */
export const attempt = pgTable(
	'attempt',
	{
		key: text().notNull(),
		windowStartsAt: at().notNull(),
		count: integer().notNull()
	},
	(table) => [uniqueIndex().on(table.key, table.windowStartsAt)]
);

/**
 * A fact from outside: a ticket shop, a mailing tool, a spreadsheet. It stands in the view of its kind beside the records of
 * the module that owns the kind. What it refers to (organisation, person, group, series) are foreign keys, made in a
 * migration: the platform's tables cannot name a module's.
 */
export const reportedFact = pgTable(
	'reported_fact',
	{
		id: uuid().primaryKey(),
		kind: text().notNull(),
		/** Who or what told it: `ticket-shop`. */
		source: text().notNull(),
		/** What the source calls it; never changes, so that telling it again is not telling it twice. */
		externalId: text().notNull(),
		startsOn: date().notNull(),
		endsOn: date(),
		state: text({ enum: ['planned', 'done'] })
			.notNull()
			.default('done'),
		organisationId: uuid(),
		personId: uuid(),
		groupId: uuid(),
		/** Of what is joint: the groups that it counts for as well. */
		alsoGroupIds: uuid().array().notNull().default([]),
		seriesId: uuid(),
		/** What it is about; of which table depends on the kind. */
		subjectId: uuid(),
		standing: text({ enum: ['member', 'partner-of-member', 'other'] }),
		role: text(),
		country: text(),
		mode: text(),
		tags: text().array().notNull().default([]),
		quantity: numeric({ mode: 'number' }),
		/** How many answers the quantity is the mean of. */
		answers: integer(),
		title: jsonb().$type<Localized>().notNull(),
		visibility: text({ enum: ['public', 'members', 'organisation', 'group', 'bureau'] }).notNull(),
		/** The record of ours that it takes the place of. */
		replacesId: uuid(),
		reportedAt: at().notNull().defaultNow(),
		/** It does not count any more; kept, because someone may have to answer for it. */
		withdrawnAt: at()
	},
	(table) => [
		uniqueIndex('reported_fact_once').on(table.source, table.externalId),
		index('reported_fact_day').on(table.kind, table.startsOn),
		index('reported_fact_series').on(table.kind, table.seriesId, table.startsOn),
		index('reported_fact_subject').on(table.kind, table.subjectId, table.startsOn),
		index('reported_fact_group').on(table.kind, table.groupId, table.startsOn),
		index('reported_fact_organisation').on(table.kind, table.organisationId, table.startsOn),
		index('reported_fact_person').on(table.personId),
		index('reported_fact_also_groups').using('gin', table.alsoGroupIds),
		index('reported_fact_tags').using('gin', table.tags),
		index('reported_fact_as').on(table.kind, sql`coalesce(${table.replacesId}, ${table.id})`),
		uniqueIndex('reported_fact_replaces')
			.on(table.replacesId)
			.where(sql`${table.replacesId} is not null and ${table.withdrawnAt} is null`),
		check('reported_fact_days', sql`${table.endsOn} >= ${table.startsOn}`),
		check('reported_fact_answers', sql`${table.answers} >= 0`),
		check('reported_fact_country', sql`${table.country} ~ '^[A-Z]{2}$'`),
		check('reported_fact_of_whom', sql`${table.visibility} <> 'organisation' or ${table.organisationId} is not null`),
		check('reported_fact_of_a_group', sql`${table.visibility} <> 'group' or ${table.groupId} is not null`),
		check('reported_fact_also_others', sql`not coalesce(${table.groupId} = any (${table.alsoGroupIds}), false)`),
		// Who was where is the bureau's; a fact with a name is never for everyone.
		check('reported_fact_with_a_name', sql`${table.personId} is null or ${table.visibility} = 'bureau'`)
	]
);
