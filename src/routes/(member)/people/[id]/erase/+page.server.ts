// Erase a person, after seeing what is kept and what of it stays.
import { erasePerson, exportPerson } from '#modules/members/server/operations.ts';
import { showPerson } from '#modules/members/server/operations-people.ts';
import { Forbidden } from '#platform/errors.ts';
import { act } from '#platform/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { person, may } = await showPerson(locals.caller, { personId: params.id });
	if (!may.erase) throw new Forbidden();
	const kept = await exportPerson(locals.caller, { personId: params.id });
	return { person, kept: kept.map(({ name, stays, records }) => ({ name, stays, count: records.length })) };
};

export const actions: Actions = {
	default: (event) => act(event, erasePerson, { with: { personId: event.params.id }, then: () => '/people' })
};
