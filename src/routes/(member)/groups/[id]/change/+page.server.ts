// Change a group.
import { changeGroup, showGroup } from '#modules/groups/server/operations.ts';
import { Forbidden } from '#platform/errors.ts';
import { act } from '#platform/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { group, may } = await showGroup(locals.caller, { groupId: params.id });
	if (!may.keep) throw new Forbidden();
	return { group };
};

export const actions: Actions = {
	default: (event) =>
		act(event, changeGroup, { with: { groupId: event.params.id }, then: () => `/groups/${event.params.id}` })
};
