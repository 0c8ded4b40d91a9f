// Open a channel.
import { openChannel } from '#modules/channels/server/operations.ts';
import { mayOpenChannel } from '#modules/channels/rules.ts';
import { Forbidden } from '#platform/errors.ts';
import { act } from '#platform/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	if (!mayOpenChannel(locals.caller.actor)) throw new Forbidden();
};

export const actions: Actions = {
	default: (event) => act(event, openChannel, { then: ({ id }) => `/channels/${id}` })
};
