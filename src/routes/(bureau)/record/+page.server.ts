// Record what happened: choose what; and after that, what it counts for.
import { mayTakeIn } from '#modules/intake/rules.ts';
import { showRecorded } from '#modules/intake/server/operations/record-deed.ts';
import { Forbidden } from '#platform/errors.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { caller }, url }) => {
	if (!mayTakeIn(caller.actor)) throw new Forbidden();
	const recordId = url.searchParams.get('recorded');
	const isId = recordId !== null && /^[0-9a-f-]{36}$/.test(recordId);
	return { recorded: isId ? await showRecorded(caller, { recordId }) : null };
};
