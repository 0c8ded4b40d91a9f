// Add an organisation.
import { addOrganisation } from '#modules/members/server/operations.ts';
import { mayKeepRegister } from '#modules/members/rules.ts';
import { Forbidden } from '#platform/errors.ts';
import { act } from '#platform/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	if (!mayKeepRegister(locals.caller.actor)) throw new Forbidden();
};

export const actions: Actions = {
	default: (event) => act(event, addOrganisation, { then: ({ id }) => `/organisations/${id}` })
};
