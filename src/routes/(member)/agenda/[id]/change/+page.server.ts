// Change what is known of an event.
import { listPlanningChoices } from '#modules/agenda/server/operations/list-choices.ts';
import { changeEvent } from '#modules/agenda/server/operations/plan-event.ts';
import { showEvent } from '#modules/agenda/server/operations/show-event.ts';
import { Conflict, Forbidden } from '#platform/errors.ts';
import { act } from '#platform/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { event, groups, organisations, may, cannot } = await showEvent(locals.caller, { eventId: params.id });
	if (!may.run) throw new Forbidden();
	if (cannot.change) throw new Conflict(cannot.change);
	const others = (all: readonly { id: string }[], first: string | null) =>
		all.map(({ id }) => id).filter((id) => id !== first);
	return {
		event: {
			...event,
			alsoGroupIds: others(groups, event.groupId),
			alsoOrganisationIds: others(organisations, event.organisationId)
		},
		choices: await listPlanningChoices(locals.caller, {})
	};
};

export const actions: Actions = {
	default: (event) =>
		act(event, changeEvent, { with: { eventId: event.params.id }, then: () => `/agenda/${event.params.id}` })
};
