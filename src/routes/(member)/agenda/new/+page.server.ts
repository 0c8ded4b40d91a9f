// Plan an event, or record one that has been.
import { listPlanningChoices } from '#modules/agenda/server/operations/list-choices.ts';
import { planEvent } from '#modules/agenda/server/operations/plan-event.ts';
import { act } from '#platform/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
	choices: await listPlanningChoices(locals.caller, {}),
	given: { seriesId: url.searchParams.get('series'), groupId: url.searchParams.get('group') },
	today: locals.caller.clock.today()
});

export const actions: Actions = {
	default: (event) => act(event, planEvent, { then: ({ id }) => `/agenda/${id}` })
};
