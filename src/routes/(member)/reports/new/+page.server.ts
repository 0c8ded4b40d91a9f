// Set up a report.
import { listReportChoices, prepareReport } from '#modules/reports/server/operations/prepare-report.ts';
import { act } from '#platform/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({ choices: await listReportChoices(locals.caller, {}) });

export const actions: Actions = {
	default: (event) => act(event, prepareReport, { then: ({ id }) => `/reports/${id}` })
};
