// Tasks to look at: one's own and those of one's groups, those about a record, and one with what became of it.
import { refKey } from '#platform/record.ts';
import { read, type Caller } from '#platform/server/operation.ts';
import { recordBehind } from '#platform/server/records.ts';
import * as inputs from '../../inputs.ts';
import * as rules from '../../rules.ts';
import { assigneesFor } from '../assignees.ts';
import { taskCases } from '../cases.ts';
import { changesOf, listedTask, taskCounts, taskPage, tasksOf, visibleTask } from '../queries.ts';

const withMay = <Task extends rules.TaskCase>({ actor }: Pick<Caller, 'actor'>, task: Task) => ({
	...task,
	mayKeep: rules.mayKeepTask(actor, task)
});

export const listTasks = read({
	name: 'tasks.listTasks',
	input: inputs.list,
	may: rules.mayGiveSomeTask,
	run: async ({ input: { show, page }, ...caller }) => {
		const found = await taskPage(caller, show, page);
		return {
			...found,
			rows: found.rows.map((task) => withMay(caller, task)),
			show,
			counts: await taskCounts(caller.db, caller.actor),
			today: caller.clock.today()
		};
	}
});

/** Open ones first, and then what was done and dropped. Whoever may see none and give none is not told that there are any. */
export const listTasksAbout = read({
	name: 'tasks.listTasksAbout',
	input: inputs.about,
	subject: recordBehind,
	may: () => true,
	cases: { '': { kind: 'promise', id: '', title: {}, href: '' } },
	run: async ({ input, ...caller }) => {
		const mayGive = rules.mayGiveSomeTask(caller.actor);
		return {
			about: input,
			tasks: ((await tasksOf(caller, [input])).get(refKey(input)) ?? []).map((task) => withMay(caller, task)),
			assignees: mayGive ? await assigneesFor(caller.db, caller.actor, caller.clock.today()) : [],
			today: caller.clock.today(),
			may: { give: mayGive }
		};
	}
});

export const listAssignees = read({
	name: 'tasks.listAssignees',
	input: inputs.nothing,
	may: rules.mayGiveSomeTask,
	run: ({ db, actor, clock }) => assigneesFor(db, actor, clock.today())
});

export const showTask = read({
	name: 'tasks.showTask',
	input: inputs.taskId,
	subject: ({ db, actor }, { taskId }) => visibleTask(db, actor, taskId),
	may: rules.maySeeTask,
	cases: taskCases,
	run: async ({ subject, input: _input, ...caller }) => {
		const mayKeep = rules.mayKeepTask(caller.actor, subject);
		return {
			task: { ...(await listedTask(caller, subject.id)), note: subject.note },
			changes: await changesOf(caller.db, subject.id),
			isLate: rules.isLate(subject, caller.clock.today()),
			today: caller.clock.today(),
			assignees: mayKeep ? await assigneesFor(caller.db, caller.actor, caller.clock.today()) : [],
			may: { keep: mayKeep }
		};
	}
});
