// Add a group.
import { addGroup } from '#modules/groups/server/operations.ts';
import { mayKeepGroups } from '#modules/groups/rules.ts';
import { Forbidden } from '#platform/errors.ts';
import { act } from '#platform/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	if (!mayKeepGroups(locals.caller.actor)) throw new Forbidden();
};

export const actions: Actions = {
	default: (event) => act(event, addGroup, { then: ({ id }) => `/groups/${id}` })
};
