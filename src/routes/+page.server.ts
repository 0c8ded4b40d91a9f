// The front page: the public account at a glance.
import { showAccount } from '#modules/plan/server/operations/show-account.ts';
import { NotFound } from '#platform/errors.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	try {
		return { account: await showAccount(locals.caller, {}) };
	} catch (error) {
		// Without a plan, or with one that is not public, the front page still says where one is.
		if (error instanceof NotFound) return { account: undefined };
		throw error;
	}
};
