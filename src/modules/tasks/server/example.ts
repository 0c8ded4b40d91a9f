// Tasks of the example year: what the bureau, the board and a group still have to do, and what was done.
import { z } from 'zod';
import { day, key, line } from '#platform/input.ts';
import { rows, sql, type Database } from '#platform/server/database.ts';
import type { Caller } from '#platform/server/operation.ts';
import type { Story } from '#platform/server/story.ts';
import { assigneeText, taskRoles } from '../words.ts';
import { addTask } from './operations/add-task.ts';
import { dropTask, finishTask } from './operations/finish-task.ts';

const file = 'tasks.yaml';
const told = z.array(
	z.strictObject({
		nl: line(),
		en: line(),
		promise: line().optional(),
		event: key.optional(),
		by: line(),
		on: day,
		due: day,
		person: line().optional(),
		group: key.optional(),
		role: z.enum(taskRoles).optional(),
		done: day.optional(),
		dropped: day.optional(),
		why: line(500).optional()
	})
);
type Told = z.output<typeof told>[number];

async function idBehind(db: Database, query: ReturnType<typeof sql>, what: string): Promise<string> {
	const [found] = await rows<{ id: string }>(db, query);
	if (!found) throw new Error(`${file}: there is no ${what}`);
	return found.id;
}

const recordOf = async (db: Database, { promise, event }: Told) => {
	if (promise)
		return { kind: 'promise', id: await idBehind(db, sql`select id from promise where code = ${promise}`, promise) };
	return event && { kind: 'event', id: await idBehind(db, sql`select id from event where key = ${event}`, event) };
};

export async function example({ db }: Caller, story: Story): Promise<void> {
	for (const one of story.read(file, told)) {
		const forGroupId =
			one.group && (await idBehind(db, sql`select id from "group" where key = ${one.group}`, one.group));
		const forPersonId = one.person && story.personId(one.person);
		const to = assigneeText({
			...(one.role ? { forRole: one.role } : {}),
			...(forGroupId ? { forGroupId } : {}),
			...(forPersonId ? { forPersonId } : {})
		});
		const what = { nl: one.nl, en: one.en };
		const about = await recordOf(db, one);
		const { id: taskId } = await addTask(await story.as(one.by, one.on), { what, dueOn: one.due, to, about });
		const settledBy = one.person ?? one.by;
		if (one.done) await finishTask(await story.as(settledBy, one.done), { taskId });
		if (one.dropped && one.why) await dropTask(await story.as(settledBy, one.dropped), { taskId, why: one.why });
	}
}
