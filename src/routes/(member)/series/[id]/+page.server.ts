// One series with its events.
import { showSeries } from '#modules/agenda/server/operations/open-series.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	...(await showSeries(locals.caller, { seriesId: params.id, page: url.searchParams.get('page') ?? 1 })),
	search: url.search,
	today: locals.caller.clock.today()
});
