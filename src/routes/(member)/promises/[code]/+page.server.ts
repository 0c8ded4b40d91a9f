// One promise with its evidence; conditions in words are ticked here; tasks and comments stand below it.
import { showHistory } from '#modules/plan/server/operations/show-history.ts';
import { showPromise } from '#modules/plan/server/operations/show-promise.ts';
import { tickCondition, untickCondition } from '#modules/plan/server/operations/tick-condition.ts';
import { act } from '#platform/server/action.ts';
import { aroundActions, aroundRecord } from '../../../around-record.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const shown = await showPromise(locals.caller, { code: params.code, page: url.searchParams.get('page') ?? 1 });
	return {
		shown,
		history: shown.may.history ? await showHistory(locals.caller, { code: params.code }) : [],
		around: await aroundRecord(locals, { kind: 'promise', id: shown.promise.id })
	};
};

export const actions: Actions = {
	...aroundActions<{ code: string }>(({ code }) => `/promises/${code}`),
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
