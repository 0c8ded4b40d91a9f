// A task is done, dropped with a reason, or opened again.
import { eq } from 'drizzle-orm';
import { operation, type Caller } from '#platform/server/operation.ts';
import * as inputs from '../../inputs.ts';
import * as rules from '../../rules.ts';
import type { TaskState } from '../../words.ts';
import { taskCases } from '../cases.ts';
import { refuse, remember } from '../changes.ts';
import { visibleTask } from '../queries.ts';
import { task } from '../schema.ts';
import { aboutTask } from './add-task.ts';

type Settling = Omit<Caller, 'locale'> & { subject: { id: string; state: TaskState } };

async function settle({ subject, ...caller }: Settling, kind: 'done' | 'dropped', why: string | null) {
	refuse(rules.cannotSettle(subject.state));
	const { db, actor, clock } = caller;
	await db
		.update(task)
		.set({ state: kind, settledOn: clock.today(), settledById: actor.personId })
		.where(eq(task.id, subject.id));
	await remember(caller, { taskId: subject.id, kind, why });
}

export const finishTask = operation({
	name: 'tasks.finishTask',
	input: inputs.taskId,
	subject: ({ db, actor }, { taskId }) => visibleTask(db, actor, taskId),
	may: rules.mayKeepTask,
	cases: taskCases,
	about: aboutTask,
	run: (context) => settle(context, 'done', null)
});

export const dropTask = operation({
	name: 'tasks.dropTask',
	input: inputs.taskDrop,
	subject: ({ db, actor }, { taskId }) => visibleTask(db, actor, taskId),
	may: rules.mayKeepTask,
	cases: taskCases,
	about: aboutTask,
	reason: ({ why }) => why,
	run: (context) => settle(context, 'dropped', context.input.why)
});

export const reopenTask = operation({
	name: 'tasks.reopenTask',
	input: inputs.taskReopening,
	subject: ({ db, actor }, { taskId }) => visibleTask(db, actor, taskId),
	may: rules.mayKeepTask,
	cases: taskCases,
	about: aboutTask,
	run: async ({ subject, input: { why = null }, ...caller }) => {
		refuse(rules.cannotReopen(subject.state));
		await caller.db
			.update(task)
			.set({ state: 'open', settledOn: null, settledById: null })
			.where(eq(task.id, subject.id));
		await remember(caller, { taskId: subject.id, kind: 'reopened', why });
	}
});
