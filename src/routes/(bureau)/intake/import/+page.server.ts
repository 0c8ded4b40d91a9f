// Facts from a file: tried first, with row and column of everything that is wrong; then taken in, all of it or nothing.
import { mayTakeIn } from '#modules/intake/rules.ts';
import { takeFactFile, tryFactFile } from '#modules/intake/server/operations/import-facts.ts';
import { Forbidden } from '#platform/errors.ts';
import { sayIssue } from '#platform/issues.ts';
import { act } from '#platform/server/action.ts';
import { mostFindings, placeOf } from '#platform/table.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	if (!mayTakeIn(locals.caller.actor)) throw new Forbidden();
};

export const actions: Actions = {
	try: (event) => {
		const { locale } = event.locals.caller;
		return act(event, tryFactFile, {
			form: 'try',
			tell: ({ report, issues, fileId }) => ({
				what: 'tried' as const,
				report,
				fileId,
				problems: issues.map((issue) => ({ ...placeOf(issue.path), message: sayIssue(issue, locale) })),
				isCut: issues.length >= mostFindings
			})
		});
	},
	take: (event) => act(event, takeFactFile, { form: 'take', tell: (report) => ({ what: 'taken' as const, report }) })
};
