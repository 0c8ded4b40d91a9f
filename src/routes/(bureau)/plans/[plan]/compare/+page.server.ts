// What changed between two versions of a plan, or since one of them.
import { compareVersions } from '#modules/plan/server/operations/versions.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	shown: await compareVersions(locals.caller, {
		...params,
		from: url.searchParams.get('from') ?? undefined,
		to: url.searchParams.get('to') ?? undefined
	})
});
