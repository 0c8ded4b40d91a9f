// Tables of tasks, and of what became of them.
import { sql } from 'drizzle-orm';
import { check, date, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { group } from '#modules/groups/server/schema.ts';
import { person } from '#modules/members/server/schema.ts';
import type { Localized } from '#platform/localized.ts';
import { taskChanges, taskRoles, taskStates } from '../words.ts';

export const task = pgTable(
	'task',
	{
		id: uuid().primaryKey(),
		what: jsonb().$type<Localized>().notNull(),
		note: text(),
		/** The record that it is about, by the kind under which its module publishes it. */
		aboutKind: text(),
		aboutId: uuid(),
		forPersonId: uuid().references(() => person.id),
		forGroupId: uuid().references(() => group.id),
		forRole: text({ enum: taskRoles }),
		dueOn: date().notNull(),
		madeById: uuid().references(() => person.id),
		madeOn: date().notNull(),
		state: text({ enum: taskStates }).notNull().default('open'),
		settledOn: date(),
		settledById: uuid().references(() => person.id)
	},
	(table) => [
		index().on(table.aboutId),
		index().on(table.forPersonId, table.dueOn),
		index().on(table.forGroupId),
		index().on(table.madeById),
		index().on(table.settledById),
		index('task_open')
			.on(table.dueOn)
			.where(sql`${table.state} = 'open'`),
		check('task_about_one', sql`(${table.aboutKind} is null) = (${table.aboutId} is null)`),
		check(
			'task_for_somebody',
			sql`num_nonnulls(${table.forPersonId}, ${table.forGroupId}, ${table.forRole}) = 1
				or (${table.forRole} is null and num_nonnulls(${table.forPersonId}, ${table.forGroupId}) = 2)`
		),
		check('task_settled', sql`(${table.state} = 'open') = (${table.settledOn} is null)`)
	]
);

/** What became of a task: who, on which day, why. The task itself keeps how it stands now. */
export const taskChange = pgTable(
	'task_change',
	{
		id: uuid().primaryKey(),
		taskId: uuid()
			.notNull()
			.references(() => task.id, { onDelete: 'cascade' }),
		kind: text({ enum: taskChanges }).notNull(),
		changedOn: date().notNull(),
		byPersonId: uuid().references(() => person.id),
		/** The day before and after, of a task that was put off. */
		fromOn: date(),
		toOn: date(),
		why: text()
	},
	(table) => [
		index().on(table.taskId),
		index().on(table.byPersonId),
		check('task_change_with_reason', sql`${table.why} is not null or ${table.kind} <> 'dropped'`)
	]
);
