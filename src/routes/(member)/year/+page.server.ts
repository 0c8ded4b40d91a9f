// The year: every promise with its strip, narrowed down by what the address asks.
import { showYear } from '#modules/plan/server/operations/show-year.ts';
import { unsent } from '#platform/unsent.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
	year: unsent(await showYear(locals.caller, Object.fromEntries(url.searchParams)))
});
