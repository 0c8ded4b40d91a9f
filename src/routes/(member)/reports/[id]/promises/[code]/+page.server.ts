// One promise in a frozen report, with the records behind it.
import { showReportLine } from '#modules/reports/server/operations/show-report.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	shown: await showReportLine(locals.caller, {
		reportId: params.id,
		code: params.code,
		page: url.searchParams.get('page') ?? undefined
	}),
	search: url.search
});
