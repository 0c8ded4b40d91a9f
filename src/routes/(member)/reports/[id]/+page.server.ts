// One report, and what becomes of it: owners reminded, frozen, concluded, dropped.
import { addOutcome, withdrawOutcome } from '#modules/reports/server/operations/conclude.ts';
import { freezeReport } from '#modules/reports/server/operations/freeze-report.ts';
import { dropReport } from '#modules/reports/server/operations/prepare-report.ts';
import { showReport } from '#modules/reports/server/operations/show-report.ts';
import { remindOwners } from '#modules/reports/server/operations/write-comments.ts';
import { mayGiveSomeTask } from '#modules/tasks/rules.ts';
import { addTask } from '#modules/tasks/server/operations/add-task.ts';
import { listAssignees } from '#modules/tasks/server/operations/list-tasks.ts';
import { sayConflict } from '#platform/issues.ts';
import { act, type ActionEvent } from '#platform/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const shown = await showReport(locals.caller, { reportId: params.id });
	const refusal = shown.cannot.freeze;
	const gives = shown.may.conclude && mayGiveSomeTask(locals.caller.actor);
	const assignees = gives ? await listAssignees(locals.caller, {}) : [];
	const onlySlipping = url.searchParams.get('show') === 'slipping';
	return { shown, onlySlipping, assignees, because: refusal && sayConflict(refusal, locals.caller.locale) };
};

type Event = ActionEvent & { params: { id: string } };

/** The page of the report again, at the part that it was about. */
const back = (form: string, part: string, { params }: Event) => ({
	form,
	with: { reportId: params.id },
	then: () => `/reports/${params.id}${part}`
});

export const actions: Actions = {
	remind: (event) => act(event, remindOwners, back('remind', '#owners', event)),
	freeze: (event) => act(event, freezeReport, back('freeze-form', '', event)),
	drop: (event) => act(event, dropReport, { ...back('drop', '', event), then: () => '/reports' }),
	conclude: (event) => act(event, addOutcome, back('conclude', '#outcomes', event)),
	task: (event) =>
		act(event, addTask, {
			form: `task-${event.url.searchParams.get('outcome')}`,
			then: () => `/reports/${event.params.id}#outcomes`
		}),
	withdraw: (event) =>
		act(event, withdrawOutcome, { form: 'withdraw', then: () => `/reports/${event.params.id}#outcomes` })
};
