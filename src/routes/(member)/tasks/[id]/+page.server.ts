// One task, and what becomes of it.
import { changeTask } from '#modules/tasks/server/operations/add-task.ts';
import { dropTask, finishTask, reopenTask } from '#modules/tasks/server/operations/finish-task.ts';
import { showTask } from '#modules/tasks/server/operations/list-tasks.ts';
import { act, type ActionEvent } from '#platform/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => showTask(locals.caller, { taskId: params.id });

/** The page of the task again, whichever form it was. */
const back = (form: string, { params }: ActionEvent & { params: { id: string } }) => ({
	form,
	with: { taskId: params.id },
	then: () => `/tasks/${params.id}`
});

export const actions: Actions = {
	finish: (event) => act(event, finishTask, back('finish', event)),
	change: (event) => act(event, changeTask, back('change', event)),
	drop: (event) => act(event, dropTask, back('drop', event)),
	reopen: (event) => act(event, reopenTask, back('reopen', event))
};
