// Tables of channels: newsletters and monitors, and the issues that went out.
import { date, index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { group } from '#modules/groups/server/schema.ts';
import type { Localized } from '#platform/localized.ts';

export const channel = pgTable('channel', {
	id: uuid().primaryKey(),
	/** What files and targets call it: `political-monitor`. */
	key: text().notNull().unique(),
	name: jsonb().$type<Localized>().notNull(),
	kind: text({ enum: ['newsletter', 'monitor', 'mailing', 'feed'] }).notNull(),
	description: jsonb().$type<Localized>(),
	/** The group it is for, when it is for one group. */
	groupId: uuid().references(() => group.id),
	visibility: text({ enum: ['public', 'members', 'group', 'bureau'] })
		.notNull()
		.default('members'),
	closedAt: timestamp({ withTimezone: true })
});

/** One newsletter or monitor that went out, or that is planned to. */
export const issue = pgTable(
	'issue',
	{
		id: uuid().primaryKey(),
		channelId: uuid()
			.notNull()
			.references(() => channel.id),
		title: jsonb().$type<Localized>().notNull(),
		sentOn: date().notNull(),
		state: text({ enum: ['planned', 'sent'] }).notNull(),
		recipients: integer(),
		link: text(),
		tags: text().array().notNull().default([])
	},
	(table) => [index().on(table.channelId, table.sentOn)]
);
