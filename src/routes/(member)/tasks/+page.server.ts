// Tasks: one's own, those of one's groups and the bureau, those of others, and what was settled.
import { addTask } from '#modules/tasks/server/operations/add-task.ts';
import { finishTask } from '#modules/tasks/server/operations/finish-task.ts';
import { listAssignees, listTasks } from '#modules/tasks/server/operations/list-tasks.ts';
import { taskLists } from '#modules/tasks/words.ts';
import { act } from '#platform/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { show, page } = Object.fromEntries(url.searchParams);
	return {
		list: await listTasks(locals.caller, { show: taskLists.find((one) => one === show), page }),
		assignees: await listAssignees(locals.caller, {})
	};
};

export const actions: Actions = {
	add: (event) => act(event, addTask, { form: 'task', then: ({ id }) => `/tasks/${id}` }),
	finish: (event) => act(event, finishTask, { then: () => `/tasks` })
};
