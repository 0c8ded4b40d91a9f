// One promise with its evidence; conditions in words are ticked here.
import { showPromise } from '#modules/plan/server/operations/show-promise.ts';
import { tickCondition, untickCondition } from '#modules/plan/server/operations/tick-condition.ts';
import { act } from '#platform/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	shown: await showPromise(locals.caller, { code: params.code, page: url.searchParams.get('page') ?? 1 })
});

export const actions: Actions = {
	tick: (event) =>
		act(event, tickCondition, {
			with: { code: event.params.code },
			form: `tick-${event.url.searchParams.get('condition')}`,
			then: () => `/promises/${event.params.code}#conditions`
		}),
	untick: (event) =>
		act(event, untickCondition, {
			with: { code: event.params.code },
			then: () => `/promises/${event.params.code}#conditions`
		})
};
