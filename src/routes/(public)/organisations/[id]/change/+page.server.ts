// Change what is known of an organisation: the bureau, or its own representative.
import { changeOrganisation, showOrganisation } from '#modules/members/server/operations.ts';
import { mayEditOrganisation } from '#modules/members/rules.ts';
import { Forbidden } from '#platform/errors.ts';
import { act } from '#platform/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { organisation } = await showOrganisation(locals.caller, { organisationId: params.id });
	if (!mayEditOrganisation(locals.caller.actor, organisation)) throw new Forbidden();
	return { organisation };
};

export const actions: Actions = {
	default: (event) =>
		act(event, changeOrganisation, {
			with: { organisationId: event.params.id },
			then: () => `/organisations/${event.params.id}`
		})
};
