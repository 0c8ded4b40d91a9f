// The groups that the reader may see, their own first.
import { groupKinds } from '#modules/groups/inputs.ts';
import { mayKeepGroups } from '#modules/groups/rules.ts';
import { listGroups } from '#modules/groups/server/operations.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { q, page, kind } = Object.fromEntries(url.searchParams);
	const known = groupKinds.find((each) => each === kind);
	return {
		...(await listGroups(locals.caller, { q, page, kind: known })),
		q: q ?? '',
		kind: known ?? '',
		mayAdd: mayKeepGroups(locals.caller.actor)
	};
};
