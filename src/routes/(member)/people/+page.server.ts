// People of members and of the association.
import { listPeople } from '#modules/members/server/operations-people.ts';
import { mayKeepRegister } from '#modules/members/rules.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
	...(await listPeople(locals.caller, Object.fromEntries(url.searchParams))),
	q: url.searchParams.get('q') ?? '',
	mayAdd: mayKeepRegister(locals.caller.actor)
});
