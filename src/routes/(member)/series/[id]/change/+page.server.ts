// Change a series.
import { listPlanningChoices } from '#modules/agenda/server/operations/list-choices.ts';
import { changeSeries, showSeries } from '#modules/agenda/server/operations/open-series.ts';
import { Forbidden } from '#platform/errors.ts';
import { act } from '#platform/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { series, may } = await showSeries(locals.caller, { seriesId: params.id });
	if (!may.change) throw new Forbidden();
	const { allGroups } = await listPlanningChoices(locals.caller, {});
	return { series, groups: allGroups };
};

export const actions: Actions = {
	default: (event) =>
		act(event, changeSeries, { with: { seriesId: event.params.id }, then: () => `/series/${event.params.id}` })
};
