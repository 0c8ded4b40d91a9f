// A fact that was told from outside: what a number rests on where no record of our own does.
import { showFact } from '#modules/intake/server/operations/import-facts.ts';
import { momentText } from '#platform/dates.ts';
import { DEFAULT_TIME_ZONE } from '#platform/server/association.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { caller, association } = locals;
	const { fact, kind, corrections } = await showFact(caller, { factId: params.id });
	const moment = (at: Date) => momentText(at, caller.locale, association?.timeZone ?? DEFAULT_TIME_ZONE);
	const { reportedAt, withdrawnAt, ...told } = fact;
	return {
		fact: { ...told, kind, reported: moment(reportedAt), withdrawn: withdrawnAt && moment(withdrawnAt) },
		corrections: corrections.map(({ id, at, reason }) => ({ id, when: moment(at), reason }))
	};
};
