// One promise with its evidence; conditions in words are ticked here; tasks and comments stand below it.
import { judgePromise, withdrawJudgement } from '#modules/plan/server/operations/judge-promise.ts';
import { liftOverruling, overrulePromise } from '#modules/plan/server/operations/overrule-promise.ts';
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

/** The page of the promise again, at one of its parts, whichever form it was. */
const at = (part: string, form: string, { params: { code } }: { params: { code: string } }) => ({
	form,
	with: { code },
	then: () => `/promises/${code}#${part}`
});

export const actions: Actions = {
	...aroundActions<{ code: string }>(({ code }) => `/promises/${code}`),
	judge: (event) => act(event, judgePromise, at('judged', 'judge', event)),
	withdrawJudgement: (event) =>
		act(event, withdrawJudgement, at('judged', `judged-${event.url.searchParams.get('judgement')}`, event)),
	overrule: (event) => act(event, overrulePromise, at('overruled', 'overrule', event)),
	liftOverruling: (event) => act(event, liftOverruling, at('overruled', 'lift', event)),
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
