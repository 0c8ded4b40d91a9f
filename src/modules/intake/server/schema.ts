// Tables of intake: calendars that are read, files that wait for a decision, and what is suggested.
import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	customType,
	date,
	index,
	jsonb,
	pgTable,
	text,
	timestamp,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import { person } from '#modules/members/server/schema.ts';
import type { Day } from '#platform/day.ts';
import type { Localized } from '#platform/localized.ts';
import { deeds } from '../deeds.ts';
import { suggestionStates } from '../suggestion.ts';

const at = () => timestamp({ withTimezone: true, mode: 'date' });
const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

export type SaysNow = { title: Localized; happenedOn: Day; isCancelled: boolean };

/** A calendar on the internet that is read again and again. */
export const calendarSource = pgTable('calendar_source', {
	id: uuid().primaryKey(),
	name: text().notNull(),
	url: text().notNull().unique(),
	addedById: uuid().references(() => person.id),
	addedAt: at().notNull().defaultNow(),
	/** What the other side calls the state of the file, to ask only for what is newer. */
	etag: text(),
	lastReadAt: at(),
	/** Why the last reading failed, as a message key; null when it did not. */
	problem: text(),
	/** Not read any more. */
	stoppedAt: at()
});

/** A file with facts between being tried and being taken in; gone after a day. */
export const factFile = pgTable('fact_file', {
	id: uuid().primaryKey(),
	name: text().notNull(),
	source: text(),
	days: text({ enum: ['day-first', 'month-first'] }),
	content: bytes().notNull(),
	addedById: uuid().references(() => person.id),
	addedAt: at().notNull().defaultNow()
});

/** Something that probably happened, for somebody to accept, correct or refuse. It counts for nothing until then. */
export const suggestion = pgTable(
	'suggestion',
	{
		id: uuid().primaryKey(),
		/** `calendar`, `attendance`, `mail`, `mailing`: what kind of thing told it. */
		source: text().notNull(),
		/** Which one: the name of the calendar, the file, the sender. */
		told: text().notNull(),
		calendarSourceId: uuid().references(() => calendarSource.id),
		/** What the source calls it; never changes, so that the same source again suggests nothing twice. */
		externalId: text().notNull(),
		deed: text({ enum: deeds }).notNull(),
		/** What the operation that records it will be given; gone once accepted, when the record itself says it. */
		payload: jsonb().$type<Record<string, unknown>>(),
		/** What the source said, to see whether it says something else now. */
		print: text().notNull(),
		happenedOn: date().notNull(),
		title: jsonb().$type<Localized>().notNull(),
		/** Everything needed is known, and nothing was guessed. */
		isSure: boolean().notNull(),
		state: text({ enum: suggestionStates }).notNull().default('open'),
		suggestedAt: at().notNull().defaultNow(),
		decidedAt: at(),
		decidedById: uuid().references(() => person.id),
		/** The record that it became. */
		recordId: uuid(),
		recordHref: text(),
		/** What the source says now, of one that was accepted and was told otherwise since; null once somebody has seen to it. */
		saysNow: jsonb().$type<SaysNow>()
	},
	(table) => [
		uniqueIndex('suggestion_once').on(table.source, table.externalId),
		index('suggestion_open')
			.on(table.happenedOn)
			.where(sql`${table.state} = 'open'`),
		index().on(table.state, table.decidedAt),
		index().on(table.decidedById),
		index().on(table.calendarSourceId),
		check('suggestion_decided', sql`(${table.state} = 'open') = (${table.decidedAt} is null)`),
		check(
			'suggestion_payload',
			sql`case ${table.state} when 'open' then ${table.payload} is not null when 'accepted' then ${table.payload} is null else true end`
		)
	]
);
