// Tables of groups: people from several organisations who meet.
import { sql } from 'drizzle-orm';
import { check, date, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { person } from '#modules/members/server/schema.ts';
import type { Localized } from '#platform/localized.ts';

export const group = pgTable('group', {
	id: uuid().primaryKey(),
	/** What files call it: `wg-integrity`. */
	key: text().notNull().unique(),
	name: jsonb().$type<Localized>().notNull(),
	kind: text({
		enum: [
			'platform',
			'network',
			'working-group',
			'community',
			'advisory-group',
			'steering-group',
			'committee',
			'board',
			'body',
			'hub'
		]
	}).notNull(),
	description: jsonb().$type<Localized>(),
	visibility: text({ enum: ['public', 'members', 'bureau'] })
		.notNull()
		.default('members'),
	/** How many people it should have, when it has a fixed size. */
	size: integer()
});

export const groupMembership = pgTable(
	'group_membership',
	{
		id: uuid().primaryKey(),
		groupId: uuid()
			.notNull()
			.references(() => group.id),
		personId: uuid()
			.notNull()
			.references(() => person.id),
		role: text({ enum: ['lead', 'member'] })
			.notNull()
			.default('member'),
		startsOn: date().notNull(),
		endsOn: date()
	},
	(table) => [
		index().on(table.groupId),
		index().on(table.personId),
		check('group_membership_period', sql`${table.endsOn} >= ${table.startsOn}`)
	]
);
