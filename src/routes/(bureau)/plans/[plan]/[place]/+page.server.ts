// One list of the plan, in its own order; what there is one of opens as its form.
import { error } from '@sveltejs/kit';
import { isSingle } from '#modules/plan/edit-places.ts';
import { isEditable } from '#modules/plan/editable.ts';
import { changeThing, moveThing } from '#modules/plan/server/operations/change-thing.ts';
import { showList, showThing } from '#modules/plan/server/operations/show-things.ts';
import { act } from '#platform/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { caller }, params: { plan, place } }) => {
	if (isSingle(place)) return { thing: await showThing(caller, { plan, place, name: place }) };
	if (place !== 'commitments' && !isEditable(place)) error(404);
	return { list: await showList(caller, { plan, place }) };
};

export const actions: Actions = {
	save: (event) => {
		const { plan, place } = event.params;
		return act(event, changeThing, { with: { plan, place, name: place }, form: 'form', then: () => `/plans/${plan}` });
	},
	move: (event) =>
		act(event, moveThing, {
			with: { plan: event.params.plan },
			then: () => `/plans/${event.params.plan}/${event.params.place}`
		})
};
