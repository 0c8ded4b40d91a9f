// The public account at a glance.
import { showAccount } from '#modules/plan/server/operations/show-account.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({ account: await showAccount(locals.caller, {}) });
