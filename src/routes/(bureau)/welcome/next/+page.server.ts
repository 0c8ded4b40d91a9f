// What goes into a new association: the plan, the organisations, the people; and how far that has come.
import { mayKeepRegister } from '#modules/members/rules.ts';
import { listOrganisations } from '#modules/members/server/operations.ts';
import { listPeople } from '#modules/members/server/operations-people.ts';
import { listPlans } from '#modules/plan/server/operations/list-plans.ts';
import { Forbidden } from '#platform/errors.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { caller } = locals;
	if (!mayKeepRegister(caller.actor)) throw new Forbidden();
	const [plans, organisations, people] = await Promise.all([
		listPlans(caller, {}),
		listOrganisations(caller, { show: 'all' }),
		listPeople(caller, {})
	]);
	return { plans: plans.length, organisations: organisations.total, people: people.total };
};
