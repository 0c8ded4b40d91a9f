// Change a promise: its form, its sentence before it is saved, and giving it up.
import { changePromise, resumePromise, withdrawPromise } from '#modules/plan/server/operations/change-promise.ts';
import { previewTarget } from '#modules/plan/server/operations/preview-target.ts';
import { showPromiseForm } from '#modules/plan/server/operations/show-promise-form.ts';
import { act, look } from '#platform/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const notation = url.searchParams.has('notation');
	const { caller } = locals;
	const shown = await showPromiseForm(caller, { ...params, notation });
	const { target, windows } = shown.start;
	// As it stands now, so that who changes it sees the sentence change.
	const preview = await previewTarget(caller, { ...params, target, windows });
	return { shown, notation, preview, today: caller.clock.today() };
};

const toPromise = ({ code }: { code: string }) => `/promises/${code}`;

export const actions: Actions = {
	save: (event) => act(event, changePromise, { with: event.params, form: 'form', then: toPromise }),
	show: (event) => look(event, previewTarget, { with: event.params, form: 'form' }),
	withdraw: (event) => act(event, withdrawPromise, { with: event.params, form: 'withdraw', then: toPromise }),
	resume: (event) => act(event, resumePromise, { with: event.params, form: 'resume', then: toPromise })
};
