// Tables of what people say of a promise: judged readings, and overrulings of the computed status.
import { sql } from 'drizzle-orm';
import { check, date, index, numeric, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { person } from '#modules/members/server/schema.ts';
import { overrulingStatuses, verdicts } from '../targets/judged.ts';
import { promise } from './schema.ts';

const ofPromise = () =>
	uuid()
		.notNull()
		.references(() => promise.id, { onDelete: 'cascade' });
const byPerson = () => uuid().references(() => person.id);

/** How a promise stood on a day according to a person, where nothing can be counted. */
export const judgedReading = pgTable(
	'judged_reading',
	{
		id: uuid().primaryKey(),
		promiseId: ofPromise(),
		judgedOn: date().notNull(),
		value: numeric({ mode: 'number' }),
		verdict: text({ enum: verdicts }),
		/** Where it can be seen: a document, a link, minutes. */
		source: text().notNull(),
		reason: text().notNull(),
		byPersonId: byPerson(),
		recordedOn: date().notNull(),
		withdrawnOn: date(),
		withdrawnById: byPerson(),
		withdrawnWhy: text()
	},
	(table) => [
		index().on(table.promiseId, table.judgedOn),
		index().on(table.byPersonId),
		index().on(table.withdrawnById),
		check('judged_reading_says_something', sql`num_nonnulls(${table.value}, ${table.verdict}) >= 1`),
		check('judged_reading_withdrawn', sql`(${table.withdrawnOn} is null) = (${table.withdrawnWhy} is null)`)
	]
);

/** A status that a person put in the place of the computed one, from a day until a day or until lifted. */
export const overruling = pgTable(
	'overruling',
	{
		id: uuid().primaryKey(),
		promiseId: ofPromise(),
		status: text({ enum: overrulingStatuses }).notNull(),
		why: text().notNull(),
		startsOn: date().notNull(),
		endsOn: date(),
		byPersonId: byPerson(),
		/** From this day on it does not stand any more. */
		liftedOn: date(),
		liftedById: byPerson()
	},
	(table) => [
		index().on(table.promiseId),
		index().on(table.byPersonId),
		index().on(table.liftedById),
		// One at a time: the next lifts the one before.
		uniqueIndex('overruling_standing')
			.on(table.promiseId)
			.where(sql`${table.liftedOn} is null`),
		check('overruling_period', sql`${table.endsOn} >= ${table.startsOn}`),
		check('overruling_lifted_after_it_began', sql`${table.liftedOn} >= ${table.startsOn}`)
	]
);
