// Mission, overall goal and the other texts of the framework.
import { changeTexts } from '#modules/plan/server/operations/change-thing.ts';
import { showTexts } from '#modules/plan/server/operations/show-things.ts';
import { act } from '#platform/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({ shown: await showTexts(locals.caller, params) });

export const actions: Actions = {
	default: (event) => act(event, changeTexts, { with: event.params, then: () => `/plans/${event.params.plan}` })
};
