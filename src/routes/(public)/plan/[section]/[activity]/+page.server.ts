// The public account of one activity.
import { showAccount } from '#modules/plan/server/operations/show-account.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	account: await showAccount(locals.caller, { section: params.section, activity: params.activity })
});
