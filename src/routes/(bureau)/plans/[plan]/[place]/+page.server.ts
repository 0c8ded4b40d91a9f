// One list of the plan, in its own order.
import { error } from '@sveltejs/kit';
import { isEditable } from '#modules/plan/editable.ts';
import { moveThing } from '#modules/plan/server/operations/change-thing.ts';
import { showList } from '#modules/plan/server/operations/show-things.ts';
import { act } from '#platform/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params: { plan, place } }) => {
	if (place !== 'commitments' && !isEditable(place)) error(404);
	return { shown: await showList(locals.caller, { plan, place }) };
};

export const actions: Actions = {
	move: (event) =>
		act(event, moveThing, {
			with: { plan: event.params.plan },
			then: () => `/plans/${event.params.plan}/${event.params.place}`
		})
};
