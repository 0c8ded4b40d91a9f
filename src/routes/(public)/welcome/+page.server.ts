// The first run: only in a database without an association. Whoever founds it is signed in at once.
import { redirect } from '@sveltejs/kit';
import { foundAssociation } from '#modules/access/server/operations-first-run.ts';
import { localizeHref } from '#paraglide/runtime.js';
import { act } from '#platform/server/action.ts';
import { DEFAULT_TIME_ZONE } from '#platform/server/association.ts';
import { signInNow } from '#platform/server/auth.ts';
import { linksPerClient } from '#platform/server/limits.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, setHeaders }) => {
	if (locals.association) redirect(303, localizeHref('/', { locale: locals.caller.locale }));
	setHeaders({ 'cache-control': 'no-store' });
	return { timeZone: DEFAULT_TIME_ZONE, timeZones: Intl.supportedValuesOf('timeZone') };
};

export const actions: Actions = {
	default: (event) =>
		act(event, foundAssociation, {
			limit: linksPerClient,
			then: async ({ personId }) => {
				const { caller, setCookies } = event.locals;
				setCookies.push(...(await signInNow(caller.db, personId, event.request.headers)));
				return '/welcome/next';
			}
		})
};
