// The public account of one table of the plan.
import { showAccount } from '#modules/plan/server/operations/show-account.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	account: await showAccount(locals.caller, { section: params.section })
});
