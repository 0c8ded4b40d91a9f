// A new promise: an output or ambition under its activity, or a commitment of the text.
import { addPromise } from '#modules/plan/server/operations/change-promise.ts';
import { previewTarget } from '#modules/plan/server/operations/preview-target.ts';
import { showPromiseForm } from '#modules/plan/server/operations/show-promise-form.ts';
import { act, look } from '#platform/server/action.ts';
import { promiseKinds } from '#modules/plan/plan-file-words.ts';
import type { Actions, PageServerLoad } from './$types';

const kindIn = (url: URL) => promiseKinds.find((kind) => kind === url.searchParams.get('kind')) ?? 'output';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	shown: await showPromiseForm(locals.caller, {
		plan: params.plan,
		kind: kindIn(url),
		activity: url.searchParams.get('activity') ?? '',
		notation: url.searchParams.has('notation')
	}),
	notation: url.searchParams.has('notation')
});

export const actions: Actions = {
	save: (event) =>
		act(event, addPromise, {
			with: { ...event.params, kind: kindIn(event.url) },
			form: 'form',
			then: ({ code }) => `/promises/${code}`
		}),
	show: (event) => look(event, previewTarget, { with: event.params, form: 'form' })
};
