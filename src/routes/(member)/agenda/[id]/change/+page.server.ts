// Change what is known of an event.
import { listPlanningChoices } from '#modules/agenda/server/operations/list-choices.ts';
import { changeEvent } from '#modules/agenda/server/operations/plan-event.ts';
import { showEvent } from '#modules/agenda/server/operations/show-event.ts';
import { Conflict, Forbidden } from '#platform/errors.ts';
import { act } from '#platform/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { event, organisations, may, cannot } = await showEvent(locals.caller, { eventId: params.id });
	if (!may.run) throw new Forbidden();
	if (cannot.change) throw new Conflict(cannot.change);
	return {
		event: {
			...event,
			alsoOrganisationIds: organisations.map(({ id }) => id).filter((id) => id !== event.organisationId)
		},
		choices: await listPlanningChoices(locals.caller, {})
	};
};

export const actions: Actions = {
	default: (event) =>
		act(event, changeEvent, { with: { eventId: event.params.id }, then: () => `/agenda/${event.params.id}` })
};
