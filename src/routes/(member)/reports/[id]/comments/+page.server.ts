// What an owner is asked to say, and saying it.
import { showComments, writeComments } from '#modules/reports/server/operations/write-comments.ts';
import { act } from '#platform/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	asked: await showComments(locals.caller, {
		reportId: params.id,
		ownerId: url.searchParams.get('owner') ?? undefined
	})
});

export const actions: Actions = {
	default: (event) =>
		act(event, writeComments, {
			form: 'comments',
			with: { reportId: event.params.id },
			then: () => `/reports/${event.params.id}`
		})
};
