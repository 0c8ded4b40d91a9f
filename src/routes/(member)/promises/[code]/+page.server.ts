// One promise with its evidence; conditions in words are ticked here, tasks given.
import { showPromise } from '#modules/plan/server/operations/show-promise.ts';
import { tickCondition, untickCondition } from '#modules/plan/server/operations/tick-condition.ts';
import { addTask } from '#modules/tasks/server/operations/add-task.ts';
import { finishTask } from '#modules/tasks/server/operations/finish-task.ts';
import { listTasksAbout } from '#modules/tasks/server/operations/list-tasks.ts';
import { act, type ActionEvent } from '#platform/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const shown = await showPromise(locals.caller, { code: params.code, page: url.searchParams.get('page') ?? 1 });
	return {
		shown,
		tasks: await listTasksAbout(locals.caller, { kind: 'promise', id: shown.promise.id })
	};
};

/** The page of the promise again, at one of its parts. */
const back = (part: string, { params }: ActionEvent & { params: { code: string } }) => ({
	then: () => `/promises/${params.code}#${part}`
});

export const actions: Actions = {
	addTask: (event) => act(event, addTask, { form: 'task', ...back('tasks', event) }),
	finishTask: (event) => act(event, finishTask, back('tasks', event)),
	tick: (event) =>
		act(event, tickCondition, {
			with: { code: event.params.code },
			form: `tick-${event.url.searchParams.get('condition')}`,
			then: () => `/promises/${event.params.code}#conditions`
		}),
	untick: (event) =>
		act(event, untickCondition, {
			with: { code: event.params.code },
			then: () => `/promises/${event.params.code}#conditions`
		})
};
