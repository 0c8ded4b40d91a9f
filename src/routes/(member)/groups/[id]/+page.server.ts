// One group: who is in it, for who may see that; its lead and the bureau add people and end their places.
import { addGroupMember, changeGroupRole, endGroupMembership, showGroup } from '#modules/groups/server/operations.ts';
import { act, type ActionEvent } from '#platform/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const find = url.searchParams.get('find') ?? '';
	return {
		...(await showGroup(locals.caller, { groupId: params.id, find })),
		find,
		myId: locals.caller.actor.personId,
		today: locals.caller.clock.today()
	};
};

type Event = ActionEvent & { params: { id: string }; url: URL };

const here = (event: Event) => () => `/groups/${event.params.id}#people`;
const form = (event: Event) => `seat-${event.url.searchParams.get('of')}`;

export const actions: Actions = {
	join: (event) => act(event, addGroupMember, { form: 'join', with: { groupId: event.params.id }, then: here(event) }),
	role: (event) => act(event, changeGroupRole, { form: form(event), then: here(event) }),
	// Whoever leaves a group that only its people see, sees it no longer.
	end: (event) => act(event, endGroupMembership, { form: form(event), then: here(event) })
};
