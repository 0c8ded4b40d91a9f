// Search: what was asked, and what was found.
import { findRecords } from '#modules/search/server/operations.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { q, kind, page } = Object.fromEntries(url.searchParams);
	// An address that nobody made by hand never has these.
	const known = kind !== undefined && /^[a-z-]{1,40}$/.test(kind) ? kind : undefined;
	return { shown: await findRecords(locals.caller, { q: q?.slice(0, 200), kind: known, page }) };
};
