// The agenda: what comes, what has been, what is to be rounded off; narrowed down by what the address asks.
import { mayPlanSomewhere } from '#modules/agenda/rules.ts';
import { listOrganisingGroups } from '#modules/agenda/server/operations/list-choices.ts';
import { listSeries } from '#modules/agenda/server/operations/open-series.ts';
import { listEvents } from '#modules/agenda/server/operations/show-event.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { caller } = locals;
	const { asked, ...page } = await listEvents(caller, Object.fromEntries(url.searchParams));
	const mayPlan = mayPlanSomewhere(caller.actor);
	return {
		asked,
		search: url.search,
		today: caller.clock.today(),
		page,
		toRoundOff: mayPlan ? (await listEvents(caller, { show: 'to-round-off' })).total : undefined,
		series: await listSeries(caller, {}),
		groups: await listOrganisingGroups(caller, {}),
		may: { plan: mayPlan }
	};
};
