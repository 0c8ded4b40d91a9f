// A plan as one keeps it: adopt it, name a version, and find what to change.
import { adoptPlan } from '#modules/plan/server/operations/adopt-plan.ts';
import { showPlan } from '#modules/plan/server/operations/show-plan.ts';
import { nameVersion } from '#modules/plan/server/operations/versions.ts';
import { act } from '#platform/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({ shown: await showPlan(locals.caller, params) });

export const actions: Actions = {
	adopt: (event) =>
		act(event, adoptPlan, { with: event.params, form: 'adopt', then: () => `/plans/${event.params.plan}` }),
	version: (event) =>
		act(event, nameVersion, { with: event.params, form: 'version', then: () => `/plans/${event.params.plan}#versions` })
};
