// Tables of the strategic framework of a period: what plans are made from, and what their promises are linked to.
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
	unique,
	uuid,
	type AnyPgColumn
} from 'drizzle-orm/pg-core';
import type { Localized } from '#platform/localized.ts';
import type { SourceLines } from '../plan-file-words.ts';

const source = () => jsonb().$type<SourceLines>();

export const framework = pgTable(
	'framework',
	{
		id: uuid().primaryKey(),
		key: text().notNull().unique(),
		title: jsonb().$type<Localized>().notNull(),
		startsOn: date(),
		endsOn: date(),
		/** Mission, overall goal, orientation, decision framework: texts as the plan file has them. */
		texts: jsonb().$type<Record<string, unknown>>().notNull(),
		source: source()
	},
	(table) => [check('framework_period', sql`${table.endsOn} >= ${table.startsOn}`)]
);

const inFramework = () => ({
	id: uuid().primaryKey(),
	frameworkId: uuid()
		.notNull()
		.references(() => framework.id),
	position: integer().notNull(),
	/** As the plan writes it: `G1`, `LQ3.4`. */
	code: text().notNull()
});

export const goal = pgTable(
	'goal',
	{
		...inFramework(),
		key: text().notNull(),
		name: jsonb().$type<Localized>().notNull(),
		text: jsonb().$type<Localized>(),
		source: source()
	},
	(table) => [unique().on(table.frameworkId, table.code), unique().on(table.frameworkId, table.key)]
);

export const valueStrategy = pgTable(
	'value_strategy',
	{
		...inFramework(),
		key: text().notNull(),
		name: jsonb().$type<Localized>().notNull(),
		text: jsonb().$type<Localized>(),
		source: source()
	},
	(table) => [unique().on(table.frameworkId, table.code), unique().on(table.frameworkId, table.key)]
);

/** What proposals are scored on. */
export const criterion = pgTable(
	'criterion',
	{
		...inFramework(),
		valueStrategyId: uuid()
			.notNull()
			.references(() => valueStrategy.id),
		text: jsonb().$type<Localized>().notNull(),
		source: source()
	},
	(table) => [unique().on(table.frameworkId, table.code), index().on(table.valueStrategyId)]
);

/** A tree: a set of themes (learning, lobby, future …), its themes, and the questions of a theme. */
export const theme = pgTable(
	'theme',
	{
		...inFramework(),
		kind: text({ enum: ['set', 'theme', 'question'] }).notNull(),
		parentId: uuid().references((): AnyPgColumn => theme.id),
		/** The name of a set or theme; of a question its short label, when it has one. */
		name: jsonb().$type<Localized>(),
		text: jsonb().$type<Localized>(),
		/** The main question of its theme. */
		main: boolean().notNull().default(false),
		note: jsonb().$type<Localized>(),
		source: source()
	},
	(table) => [
		unique().on(table.frameworkId, table.code),
		index().on(table.parentId),
		check('theme_sets_are_roots', sql`(${table.kind} = 'set') = (${table.parentId} is null)`),
		check('theme_says_something', sql`num_nonnulls(${table.name}, ${table.text}) > 0`)
	]
);

export const themeGoal = pgTable(
	'theme_goal',
	{
		themeId: uuid()
			.notNull()
			.references(() => theme.id, { onDelete: 'cascade' }),
		goalId: uuid()
			.notNull()
			.references(() => goal.id),
		position: integer().notNull()
	},
	(table) => [primaryKey({ columns: [table.themeId, table.goalId] }), index().on(table.goalId)]
);

export const themeSdg = pgTable(
	'theme_sdg',
	{
		themeId: uuid()
			.notNull()
			.references(() => theme.id, { onDelete: 'cascade' }),
		sdg: integer().notNull(),
		position: integer().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.themeId, table.sdg] }),
		check('theme_sdg_exists', sql`${table.sdg} between 1 and 17`)
	]
);
