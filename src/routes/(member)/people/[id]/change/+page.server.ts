// Change a person's name and how to reach them: themselves, or the bureau.
import { changePerson, showPerson } from '#modules/members/server/operations-people.ts';
import { Forbidden } from '#platform/errors.ts';
import { act } from '#platform/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { person, address, may } = await showPerson(locals.caller, { personId: params.id });
	if (!may.change || !address) throw new Forbidden();
	return { person: { ...person, ...address }, isSelf: locals.caller.actor.personId === person.id };
};

export const actions: Actions = {
	default: (event) =>
		act(event, changePerson, { with: { personId: event.params.id }, then: () => `/people/${event.params.id}` })
};
