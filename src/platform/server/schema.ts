// Tables of the platform itself: the association, the audit trail, who is signed in, mail that waits, limits.
import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, jsonb, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
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
		givenUpAt: at()
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
