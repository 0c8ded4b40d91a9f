// All series that the reader may see.
import { mayKeepSeries, mayPlanSomewhere } from '#modules/agenda/rules.ts';
import { listSeries } from '#modules/agenda/server/operations/open-series.ts';
import { listEvents } from '#modules/agenda/server/operations/show-event.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { caller } }) => ({
	series: await listSeries(caller, {}),
	toRoundOff: mayPlanSomewhere(caller.actor) ? (await listEvents(caller, { show: 'to-round-off' })).total : undefined,
	may: { open: mayKeepSeries(caller.actor) }
});
