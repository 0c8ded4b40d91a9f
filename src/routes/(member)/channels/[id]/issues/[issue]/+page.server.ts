// Change or withdraw an issue that was recorded.
import { changeIssue, showIssue, withdrawIssue } from '#modules/channels/server/operations.ts';
import { act } from '#platform/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	...(await showIssue(locals.caller, { issueId: params.issue })),
	today: locals.caller.clock.today()
});

export const actions: Actions = {
	change: (event) =>
		act(event, changeIssue, {
			form: 'change',
			with: { issueId: event.params.issue },
			then: () => `/channels/${event.params.id}#issue-${event.params.issue}`
		}),
	withdraw: (event) =>
		act(event, withdrawIssue, {
			form: 'withdraw',
			with: { issueId: event.params.issue },
			then: () => `/channels/${event.params.id}`
		})
};
