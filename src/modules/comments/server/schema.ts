// The table of comments.
import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { person } from '#modules/members/server/schema.ts';
import { commentVisibilities } from '../rules.ts';

const at = () => timestamp({ withTimezone: true, mode: 'date' });

export const comment = pgTable(
	'comment',
	{
		id: uuid().primaryKey(),
		/** The record that it is about, by the kind under which its module publishes it. */
		aboutKind: text().notNull(),
		aboutId: uuid().notNull(),
		/** Null once withdrawn. */
		text: text(),
		/** The language of whoever wrote it, for who reads it aloud. */
		locale: text({ enum: ['nl', 'en'] }).notNull(),
		visibility: text({ enum: commentVisibilities }).notNull().default('members'),
		byPersonId: uuid().references(() => person.id),
		writtenAt: at().notNull(),
		changedAt: at(),
		withdrawnAt: at(),
		withdrawnById: uuid().references(() => person.id)
	},
	(table) => [
		index().on(table.aboutId, table.writtenAt),
		index().on(table.byPersonId),
		index().on(table.withdrawnById),
		check('comment_withdrawn_says_nothing', sql`(${table.text} is null) = (${table.withdrawnAt} is not null)`)
	]
);
