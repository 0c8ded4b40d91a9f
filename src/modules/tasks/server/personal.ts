// What tasks keep on a person, how it is handed over, and how it is erased.
import { eq, sql } from 'drizzle-orm';
import { rows } from '#platform/server/database.ts';
import type { PersonalRecord } from '#platform/server/module.ts';
import { task, taskChange } from './schema.ts';

export const personal: readonly PersonalRecord[] = [
	{
		name: { nl: 'Taken', en: 'Tasks' },
		purpose: {
			nl: 'Weten wie wat doet voor welke dag, en wie het gedaan heeft (gerechtvaardigd belang, AVG art. 6 lid 1 f).',
			en: 'Knowing who does what by which day, and who did it (legitimate interest, GDPR art. 6(1)(f)).'
		},
		stays: {
			nl: 'De taak en wat ervan werd, zonder naam. Wat nog openstond, gaat naar de groep of het bureau.',
			en: 'The task and what became of it, without a name. What was still open goes to the group or the bureau.'
		},
		columns: ['task.for_person_id', 'task.made_by_id', 'task.settled_by_id', 'task_change.by_person_id'],
		words: {
			what: { nl: 'taak', en: 'task' },
			dueOn: { nl: 'uiterlijk', en: 'due' },
			state: { nl: 'stand', en: 'state' },
			settledOn: { nl: 'afgehandeld op', en: 'settled on' },
			forThem: { nl: 'voor jou', en: 'for you' },
			madeByThem: { nl: 'door jou gemaakt', en: 'made by you' },
			settledByThem: { nl: 'door jou afgehandeld', en: 'settled by you' }
		},
		codes: {
			state: {
				open: { nl: 'nog open', en: 'still open' },
				done: { nl: 'gedaan', en: 'done' },
				dropped: { nl: 'vervallen', en: 'dropped' }
			}
		},
		export: (db, personId) =>
			rows(
				db,
				sql`select t.what, t.note, t.due_on as "dueOn", t.state, t.settled_on as "settledOn",
						t.for_person_id = ${personId} as "forThem", t.made_by_id = ${personId} as "madeByThem",
						t.settled_by_id = ${personId} as "settledByThem"
					from task t where ${personId}::uuid in (t.for_person_id, t.made_by_id, t.settled_by_id)
						or exists (select from task_change c where c.task_id = t.id and c.by_person_id = ${personId})
					order by t.due_on, t.id`
			),
		erase: async (db, personId) => {
			await db
				.update(task)
				.set({ forPersonId: null, forRole: sql`case when ${task.forGroupId} is null then 'bureau' end` })
				.where(eq(task.forPersonId, personId));
			await db.update(task).set({ madeById: null }).where(eq(task.madeById, personId));
			await db.update(task).set({ settledById: null }).where(eq(task.settledById, personId));
			await db.update(taskChange).set({ byPersonId: null }).where(eq(taskChange.byPersonId, personId));
		}
	}
];
