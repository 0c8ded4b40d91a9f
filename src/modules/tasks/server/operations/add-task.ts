// Give somebody a task, and change what was asked.
import { eq } from 'drizzle-orm';
import { invalid } from '#platform/errors.ts';
import type { Localized } from '#platform/localized.ts';
import { newId } from '#platform/server/id.ts';
import { operation, type Caller } from '#platform/server/operation.ts';
import { recordBehind } from '#platform/server/records.ts';
import * as inputs from '../../inputs.ts';
import * as rules from '../../rules.ts';
import { assigneeText } from '../../words.ts';
import { checkAssignee } from '../assignees.ts';
import { assigneeCases, taskCases } from '../cases.ts';
import { refuse, remember } from '../changes.ts';
import { visibleTask } from '../queries.ts';
import { task } from '../schema.ts';

export const aboutTask = (subject: { id: string }) => ({ kind: 'task', id: subject.id });

const inWords = (what: string | Localized, { locale }: Caller): Localized =>
	typeof what === 'string' ? { [locale]: what } : what;

/** As the person who acts; other modules call it through the door. The record it is about must be one that they may see. */
export const addTask = operation({
	name: 'tasks.addTask',
	input: inputs.task,
	subject: (_caller, { to }) => to,
	may: rules.mayGiveTask,
	cases: assigneeCases,
	about: (_subject, result: { id: string }) => aboutTask(result),
	run: async ({ input: { what, about, to, ...rest }, subject: _subject, ...caller }) => {
		const { db, actor, clock } = caller;
		await checkAssignee(caller, to);
		if (about && !(await recordBehind(caller, about))) throw invalid('about', 'unknown');
		const id = newId();
		await db.insert(task).values({
			id,
			...rest,
			...to,
			what: inWords(what, caller),
			aboutKind: about?.kind ?? null,
			aboutId: about?.id ?? null,
			madeById: actor.personId,
			madeOn: clock.today()
		});
		return { id };
	}
});

export const changeTask = operation({
	name: 'tasks.changeTask',
	input: inputs.taskChange,
	subject: ({ db, actor }, { taskId }) => visibleTask(db, actor, taskId),
	may: rules.mayKeepTask,
	cases: taskCases,
	about: aboutTask,
	run: async ({ subject, input: { what, note, dueOn, to, why }, ...caller }) => {
		refuse(rules.cannotSettle(subject.state));
		const isHandedOver = assigneeText(subject) !== assigneeText(to);
		if (isHandedOver) await checkAssignee(caller, to);
		const text = typeof what === 'string' ? { ...subject.what, [caller.locale]: what } : what;
		await caller.db
			.update(task)
			.set({ what: text, note: note ?? null, dueOn, ...to })
			.where(eq(task.id, subject.id));
		const reason = why ?? null;
		if (dueOn !== subject.dueOn)
			await remember(caller, { taskId: subject.id, kind: 'moved', fromOn: subject.dueOn, toOn: dueOn, why: reason });
		if (isHandedOver) await remember(caller, { taskId: subject.id, kind: 'handed-over', why: reason });
	}
});
