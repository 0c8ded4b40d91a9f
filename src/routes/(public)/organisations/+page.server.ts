// Who is a member; for those inside also partners and others.
import { listOrganisations } from '#modules/members/server/operations.ts';
import { mayKeepRegister, maySeePeople } from '#modules/members/rules.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { actor } = locals.caller;
	const asked = Object.fromEntries(url.searchParams);
	return {
		...(await listOrganisations(locals.caller, { ...asked, show: asked.show === 'all' ? 'all' : 'members' })),
		q: asked.q ?? '',
		show: asked.show === 'all' && maySeePeople(actor) ? ('all' as const) : ('members' as const),
		may: { add: mayKeepRegister(actor), seeAll: maySeePeople(actor) }
	};
};
