// Open a series.
import { mayKeepSeries } from '#modules/agenda/rules.ts';
import { listPlanningChoices } from '#modules/agenda/server/operations/list-choices.ts';
import { openSeries } from '#modules/agenda/server/operations/open-series.ts';
import { Forbidden } from '#platform/errors.ts';
import { act } from '#platform/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	if (!mayKeepSeries(locals.caller.actor)) throw new Forbidden();
	const { allGroups } = await listPlanningChoices(locals.caller, {});
	return { groups: allGroups };
};

export const actions: Actions = {
	default: (event) => act(event, openSeries, { then: ({ id }) => `/series/${id}` })
};
