// One channel: what went out, and recording what did.
import { closeChannel, recordIssue, showChannel } from '#modules/channels/server/operations.ts';
import { act } from '#platform/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	...(await showChannel(locals.caller, { channelId: params.id })),
	today: locals.caller.clock.today()
});

export const actions: Actions = {
	record: (event) =>
		act(event, recordIssue, {
			form: 'record',
			with: { channelId: event.params.id },
			then: ({ id }) => `/channels/${event.params.id}#issue-${id}`
		}),
	close: (event) =>
		act(event, closeChannel, {
			form: 'close',
			with: { channelId: event.params.id },
			then: () => `/channels/${event.params.id}`
		})
};
