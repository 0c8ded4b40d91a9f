// One activity of the plan, with its promises.
import { showScope } from '#modules/plan/server/operations/show-scope.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	scope: await showScope(locals.caller, { kind: 'activity', code: params.code })
});
