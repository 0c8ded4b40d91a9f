// Tables of members: organisations and their ties, people, affiliations, memberships, contacts.
import { sql } from 'drizzle-orm';
import { check, date, index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Localized } from '#platform/localized.ts';

export const organisation = pgTable(
	'organisation',
	{
		id: uuid().primaryKey(),
		/** What files call it: `gdn`. */
		key: text().notNull().unique(),
		name: jsonb().$type<Localized>().notNull(),
		shortName: text(),
		country: text(),
		website: text(),
		description: jsonb().$type<Localized>()
	},
	(table) => [index('organisation_name').on(sql`(${table.name}->>'nl')`)]
);

/** A tie between two organisations for a period: part of a consortium, southern partner, supplier. */
export const organisationTie = pgTable(
	'organisation_tie',
	{
		id: uuid().primaryKey(),
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		kind: text({ enum: ['partner-of-member', 'part-of', 'supplier-of', 'funder-of'] }).notNull(),
		otherOrganisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		startsOn: date(),
		endsOn: date()
	},
	(table) => [
		index().on(table.organisationId),
		index().on(table.otherOrganisationId),
		check('organisation_tie_not_to_itself', sql`${table.organisationId} <> ${table.otherOrganisationId}`),
		check('organisation_tie_period', sql`${table.endsOn} >= ${table.startsOn}`)
	]
);

export const person = pgTable('person', {
	id: uuid().primaryKey(),
	givenName: text().notNull(),
	familyName: text().notNull(),
	/** Null once erased. */
	email: text().unique(),
	phone: text(),
	locale: text({ enum: ['nl', 'en'] })
		.notNull()
		.default('nl'),
	erasedAt: timestamp({ withTimezone: true })
});

/** A person's role at an organisation for a period. */
export const affiliation = pgTable(
	'affiliation',
	{
		id: uuid().primaryKey(),
		personId: uuid()
			.notNull()
			.references(() => person.id),
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		role: text({ enum: ['representative', 'staff'] }).notNull(),
		/** What they do there: "director", "lobbyist". */
		function: jsonb().$type<Localized>(),
		startsOn: date().notNull(),
		endsOn: date()
	},
	(table) => [
		index().on(table.personId),
		index().on(table.organisationId),
		check('affiliation_period', sql`${table.endsOn} >= ${table.startsOn}`)
	]
);

/** A role given by the association itself, for a period. */
export const associationRole = pgTable(
	'association_role',
	{
		id: uuid().primaryKey(),
		personId: uuid()
			.notNull()
			.references(() => person.id),
		role: text({ enum: ['administrator', 'bureau', 'board'] }).notNull(),
		function: jsonb().$type<Localized>(),
		startsOn: date().notNull(),
		endsOn: date()
	},
	(table) => [index().on(table.personId), check('association_role_period', sql`${table.endsOn} >= ${table.startsOn}`)]
);

/** An organisation's membership for a period; periods of one organisation may not overlap (exclusion constraint, in the migration). */
export const membership = pgTable(
	'membership',
	{
		id: uuid().primaryKey(),
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		startsOn: date().notNull(),
		endsOn: date()
	},
	(table) => [
		// The standing of an organisation on a day is asked for every fact it has a part in: answered from the index alone.
		index('membership_days').on(table.organisationId, table.startsOn, table.endsOn),
		check('membership_period', sql`${table.endsOn} >= ${table.startsOn}`)
	]
);

/** A visit, call or mail with an organisation. */
export const contact = pgTable(
	'contact',
	{
		id: uuid().primaryKey(),
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		means: text({ enum: ['visit', 'call', 'online', 'mail'] }).notNull(),
		contactedOn: date().notNull(),
		personId: uuid().references(() => person.id),
		byPersonId: uuid().references(() => person.id),
		subject: jsonb().$type<Localized>().notNull(),
		note: text()
	},
	(table) => [
		index().on(table.organisationId, table.contactedOn),
		index().on(table.contactedOn),
		index().on(table.personId),
		index().on(table.byPersonId)
	]
);
