// What is kept on me, why, and what stays: readable here, whole in the file.
import { exportPerson } from '#modules/members/server/operations.ts';
import { linesOf } from '#modules/members/personal-words.ts';
import { momentText } from '#platform/dates.ts';
import { Forbidden } from '#platform/errors.ts';
import { DEFAULT_TIME_ZONE } from '#platform/server/association.ts';
import type { PageServerLoad } from './$types';

/** Of each kind on the page; the file has them all. */
const MOST_RECORDS = 50;

export const load: PageServerLoad = async ({ locals }) => {
	const { caller, association } = locals;
	const { personId } = caller.actor;
	if (personId === null) throw new Forbidden();
	const timeZone = association?.timeZone ?? DEFAULT_TIME_ZONE;
	const moment = (at: Date) => momentText(at, caller.locale, timeZone);
	const kept = await exportPerson(caller, { personId });
	return {
		personId,
		kept: kept.map(({ name, purpose, stays, words, codes, records }) => ({
			name: name[caller.locale],
			purpose: purpose[caller.locale],
			stays: stays[caller.locale],
			records: records
				.slice(0, MOST_RECORDS)
				.map((record) => linesOf(record, { locale: caller.locale, moment, words, codes })),
			more: Math.max(0, records.length - MOST_RECORDS)
		}))
	};
};
