// This week, for who is looking; for the bureau with what is suggested.
import { mayTakeIn } from '#modules/intake/rules.ts';
import { listSuggestions } from '#modules/intake/server/operations/decide-suggestions.ts';
import { showWeek } from '#modules/plan/server/operations/show-week.ts';
import type { PageServerLoad } from './$types';

/** As many as can be decided on in passing. */
const fewSuggestions = 5;

export const load: PageServerLoad = async ({ locals: { caller } }) => ({
	week: await showWeek(caller, {}),
	suggested: mayTakeIn(caller.actor) ? await listSuggestions(caller, { size: fewSuggestions }) : null
});
