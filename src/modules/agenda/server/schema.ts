// Tables of the agenda: series, events and what became of them, who attended, how many registered.
import { sql } from 'drizzle-orm';
import {
	check,
	date,
	index,
	integer,
	jsonb,
	pgTable,
	text,
	time,
	timestamp,
	unique,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import { group } from '#modules/groups/server/schema.ts';
import { standings } from '#modules/members/rules.ts';
import { organisation, person } from '#modules/members/server/schema.ts';
import type { Localized } from '#platform/localized.ts';
import {
	attendanceModes,
	attendanceRoles,
	eventChanges,
	eventHosts,
	eventStates,
	eventVisibilities,
	modes
} from '../words.ts';

/** The row of events that a plan speaks of: the meetings of a working group, a yearly festival. */
export const series = pgTable(
	'series',
	{
		id: uuid().primaryKey(),
		/** What files and targets call it: `lobby-network`. */
		key: text().notNull().unique(),
		name: jsonb().$type<Localized>().notNull(),
		/** The group that meets, when it is one group's. */
		groupId: uuid().references(() => group.id),
		description: jsonb().$type<Localized>(),
		visibility: text({ enum: eventVisibilities }).notNull().default('members')
	},
	(table) => [
		index().on(table.groupId),
		check('series_of_a_group', sql`${table.visibility} <> 'group' or ${table.groupId} is not null`)
	]
);

export const event = pgTable(
	'event',
	{
		id: uuid().primaryKey(),
		/** Only where files or targets refer to this one event: `innovation-festival`. */
		key: text().unique(),
		seriesId: uuid().references(() => series.id),
		title: jsonb().$type<Localized>().notNull(),
		/** Null while a plan names the event and nobody has chosen the day. */
		startsOn: date(),
		endsOn: date(),
		/** By the clock of the association's own time zone. */
		startTime: time({ precision: 0 }),
		endTime: time({ precision: 0 }),
		place: text(),
		country: text(),
		mode: text({ enum: modes }).notNull().default('physical'),
		host: text({ enum: eventHosts }).notNull().default('ours'),
		state: text({ enum: eventStates }).notNull().default('planned'),
		/** The group that organises it. */
		groupId: uuid().references(() => group.id),
		/**
		 * Groups that organise along: it counts for each of them. In the row itself, so that an index finds the meetings of a
		 * group; a trigger stands in for the foreign key that a list cannot have.
		 */
		alsoGroupIds: uuid().array().notNull().default([]),
		/** Of ours: with whom. Of others: whose it was. More of them stand in `event_organiser`. */
		organisationId: uuid().references(() => organisation.id),
		description: jsonb().$type<Localized>(),
		link: text(),
		tags: text().array().notNull().default([]),
		visibility: text({ enum: eventVisibilities }).notNull().default('members')
	},
	(table) => [
		index().on(table.seriesId, table.startsOn),
		index().on(table.groupId, table.startsOn),
		index().on(table.organisationId),
		index().on(table.startsOn),
		index().using('gin', table.tags),
		index().using('gin', table.alsoGroupIds),
		// What has passed and was never closed: few, and asked for on every visit.
		index('event_open')
			.on(table.endsOn)
			.where(sql`${table.state} = 'planned'`),
		check(
			'event_days',
			sql`(${table.startsOn} is null) = (${table.endsOn} is null) and ${table.endsOn} >= ${table.startsOn}`
		),
		check('event_done_on_a_day', sql`${table.state} <> 'done' or ${table.startsOn} is not null`),
		check('event_of_a_group', sql`${table.visibility} <> 'group' or ${table.groupId} is not null`),
		check('event_also_others', sql`not coalesce(${table.groupId} = any (${table.alsoGroupIds}), false)`)
	]
);

/** Organisations that organise along with the first. */
export const eventOrganiser = pgTable(
	'event_organiser',
	{
		id: uuid().primaryKey(),
		eventId: uuid()
			.notNull()
			.references(() => event.id, { onDelete: 'cascade' }),
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id)
	},
	(table) => [unique().on(table.eventId, table.organisationId), index().on(table.organisationId)]
);

/** What became of an event: who, when, why. The event itself keeps how it stands now. */
export const eventChange = pgTable(
	'event_change',
	{
		id: uuid().primaryKey(),
		eventId: uuid()
			.notNull()
			.references(() => event.id, { onDelete: 'cascade' }),
		kind: text({ enum: eventChanges }).notNull(),
		at: timestamp({ withTimezone: true, mode: 'date' }).notNull().defaultNow(),
		byPersonId: uuid().references(() => person.id),
		/** The first day before and after, of an event that moved. */
		fromOn: date(),
		toOn: date(),
		why: text()
	},
	(table) => [
		index().on(table.eventId, table.at),
		index().on(table.byPersonId),
		// Closing needs no reason, nor does choosing the first day of an event that had none.
		check(
			'event_change_with_reason',
			sql`${table.why} is not null or ${table.kind} = 'done' or (${table.kind} = 'moved' and ${table.fromOn} is null)`
		)
	]
);

/** One person by name, or a number of people of whom only this much is known. */
export const attendance = pgTable(
	'attendance',
	{
		id: uuid().primaryKey(),
		eventId: uuid()
			.notNull()
			.references(() => event.id, { onDelete: 'cascade' }),
		personId: uuid().references(() => person.id),
		/** Where a named person worked on that day; for a number, where they all came from, if it was one organisation. */
		organisationId: uuid().references(() => organisation.id),
		/** Of a number only; of a named person it follows from the organisation and the day. */
		standing: text({ enum: standings }),
		/** From which country; null: that of the organisation. */
		country: text(),
		role: text({ enum: attendanceRoles }).notNull().default('participant'),
		/** When it differs within the event; null: as the event was. */
		mode: text({ enum: attendanceModes }),
		/** How many; null for a named person. */
		quantity: integer()
	},
	(table) => [
		index().on(table.eventId),
		index().on(table.personId),
		index().on(table.organisationId),
		uniqueIndex('attendance_once').on(table.eventId, table.personId, table.role),
		check('attendance_name_or_number', sql`num_nonnulls(${table.personId}, ${table.quantity}) = 1`),
		check('attendance_quantity', sql`${table.quantity} > 0`),
		check('attendance_standing_of_number', sql`${table.personId} is null or ${table.standing} is null`)
	]
);

/** How many had registered by the end of a day, as the ticket shop or the list said. */
export const registrationCount = pgTable(
	'registration_count',
	{
		id: uuid().primaryKey(),
		eventId: uuid()
			.notNull()
			.references(() => event.id, { onDelete: 'cascade' }),
		countedOn: date().notNull(),
		total: integer().notNull()
	},
	(table) => [
		unique('registration_count_once_a_day').on(table.eventId, table.countedOn),
		index().on(table.countedOn),
		check('registration_count_total', sql`${table.total} >= 0`)
	]
);
