// Tables of what became of a plan after it was adopted: its changes, and named versions of the whole file.
import { sql } from 'drizzle-orm';
import { check, date, index, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { person } from '#modules/members/server/schema.ts';
import { plan, promise } from './schema.ts';

const at = () => timestamp({ withTimezone: true, mode: 'date' });

/** One field that changed after adoption. A promise that was lowered stays visible as lowered. */
export const planChange = pgTable(
	'plan_change',
	{
		id: uuid().primaryKey(),
		planId: uuid()
			.notNull()
			.references(() => plan.id, { onDelete: 'cascade' }),
		/** Null when something else than a promise changed. */
		promiseId: uuid().references(() => promise.id),
		/** Code or key of what changed: `P22-PI-MON-O1`, `goals/G1`. */
		subject: text().notNull(),
		field: text().notNull(),
		before: jsonb(),
		after: jsonb(),
		changedAt: at().notNull().defaultNow(),
		changedOn: date().notNull(),
		changedById: uuid().references(() => person.id),
		why: text().notNull()
	},
	(table) => [index().on(table.planId, table.changedAt), index().on(table.promiseId), index().on(table.changedById)]
);

/** A version: the whole plan file as it stood, under the name that somebody gave it or the day on which the plan was adopted. */
export const planVersion = pgTable(
	'plan_version',
	{
		id: uuid().primaryKey(),
		planId: uuid()
			.notNull()
			.references(() => plan.id, { onDelete: 'cascade' }),
		name: text(),
		adoptedOn: date(),
		file: text().notNull(),
		madeAt: at().notNull().defaultNow(),
		madeOn: date().notNull(),
		madeById: uuid().references(() => person.id)
	},
	(table) => [
		unique().on(table.planId, table.name),
		index().on(table.madeById),
		check('plan_version_is_called', sql`num_nonnulls(${table.name}, ${table.adoptedOn}) = 1`)
	]
);
