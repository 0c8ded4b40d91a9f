// A new goal, activity, theme, trigger: whatever stands around the promises.
import { error } from '@sveltejs/kit';
import { isEditable } from '#modules/plan/editable.ts';
import { addThing } from '#modules/plan/server/operations/change-thing.ts';
import { showThing } from '#modules/plan/server/operations/show-things.ts';
import { act } from '#platform/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params: { plan, place }, url }) => {
	if (!isEditable(place)) error(404);
	return { shown: await showThing(locals.caller, { plan, place, parent: url.searchParams.get('parent') ?? '' }) };
};

export const actions: Actions = {
	save: (event) =>
		act(event, addThing, {
			with: { ...event.params, parent: event.url.searchParams.get('parent') ?? '' },
			form: 'form',
			then: ({ place, name }) => `/plans/${event.params.plan}/${place}/${name}`
		})
};
