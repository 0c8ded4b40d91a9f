// The plans that are here; the only one opens at once.
import { redirect } from '@sveltejs/kit';
import { listPlans } from '#modules/plan/server/operations/list-plans.ts';
import { localizeHref } from '#paraglide/runtime.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { caller } }) => {
	const plans = await listPlans(caller, {});
	const [only, ...others] = plans;
	if (only && others.length === 0) redirect(303, localizeHref(`/plans/${only.key}`, { locale: caller.locale }));
	return { plans };
};
