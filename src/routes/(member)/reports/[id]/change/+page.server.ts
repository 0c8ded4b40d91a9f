// Change a report in preparation.
import { changeReport, listReportChoices } from '#modules/reports/server/operations/prepare-report.ts';
import { NotFound } from '#platform/errors.ts';
import { act } from '#platform/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const choices = await listReportChoices(locals.caller, { reportId: params.id });
	const { given } = choices;
	if (!given) throw new NotFound();
	return { choices: { ...choices, given }, id: params.id };
};

export const actions: Actions = {
	default: (event) =>
		act(event, changeReport, { with: { reportId: event.params.id }, then: () => `/reports/${event.params.id}` })
};
