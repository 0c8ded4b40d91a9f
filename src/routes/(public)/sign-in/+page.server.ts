// Ask for a link; in the example also: be a persona.
import { examplePersonas } from '#modules/members/personas.ts';
import { returnPath } from '#modules/access/inputs.ts';
import { listPersonas, requestLink } from '#modules/access/server/operations.ts';
import { act } from '#platform/server/action.ts';
import { linksPerClient } from '#platform/server/limits.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { caller, association } = locals;
	const found = association?.isExample ? await listPersonas(caller, {}) : [];
	const personas = found.map(({ key, name }) => ({
		key,
		name,
		role: examplePersonas[key].role[caller.locale],
		comesTo: examplePersonas[key].comesTo[caller.locale]
	}));
	const to = returnPath.safeParse(url.searchParams.get('to'));
	return { personas, isSent: url.searchParams.has('sent'), to: to.success ? to.data : '' };
};

export const actions: Actions = {
	default: (event) => act(event, requestLink, { limit: linksPerClient, then: () => '/sign-in?sent' })
};
