// Change one thing of the plan; what stands below it is found and moved here too.
import { error } from '@sveltejs/kit';
import { isEditable } from '#modules/plan/editable.ts';
import { changeThing, moveThing, removeThing, withdrawActivity } from '#modules/plan/server/operations/change-thing.ts';
import { showThing } from '#modules/plan/server/operations/show-things.ts';
import { act } from '#platform/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params: { plan, place, name } }) => {
	if (!isEditable(place)) error(404);
	return { shown: await showThing(locals.caller, { plan, place, name }) };
};

type Params = { plan: string; place: string; name: string };
const here = ({ plan, place, name }: Params) => `/plans/${plan}/${place}/${name}`;

export const actions: Actions = {
	save: (event) => act(event, changeThing, { with: event.params, form: 'form', then: () => here(event.params) }),
	remove: (event) =>
		act(event, removeThing, { with: event.params, form: 'remove', then: () => `/plans/${event.params.plan}` }),
	withdraw: (event) =>
		act(event, withdrawActivity, { with: event.params, form: 'withdraw', then: () => here(event.params) }),
	move: (event) => act(event, moveThing, { with: { plan: event.params.plan }, then: () => here(event.params) })
};
