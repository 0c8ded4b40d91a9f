// Suggestions: those that are open, those whose source says something else now, and what was decided.
import {
	acceptSuggestions,
	listSuggestions,
	refuseSuggestions,
	reopenSuggestion,
	settleDifference
} from '#modules/intake/server/operations/decide-suggestions.ts';
import { showRecorded } from '#modules/intake/server/operations/record-deed.ts';
import { momentText } from '#platform/dates.ts';
import { act } from '#platform/server/action.ts';
import { DEFAULT_TIME_ZONE } from '#platform/server/association.ts';
import type { Actions, PageServerLoad } from './$types';

const isId = (text: string | null): text is string => text !== null && /^[0-9a-f-]{36}$/.test(text);

export const load: PageServerLoad = async ({ locals: { caller, association }, url }) => {
	const page = url.searchParams.get('page') ?? 1;
	const listed = await listSuggestions(caller, { page });
	const timeZone = association?.timeZone ?? DEFAULT_TIME_ZONE;
	const recorded = url.searchParams.get('recorded');
	return {
		...listed,
		decided: listed.decided.map(({ decidedAt, ...one }) => ({
			...one,
			when: decidedAt ? momentText(decidedAt, caller.locale, timeZone) : ''
		})),
		by: url.searchParams.get('by') === 'source' ? ('source' as const) : ('what' as const),
		recorded: isId(recorded) ? await showRecorded(caller, { recordId: recorded }) : null
	};
};

export const actions: Actions = {
	accept: (event) =>
		act(event, acceptSuggestions, {
			form: 'decide',
			tell: async ({ accepted, failed, recordId }) => ({
				what: 'accepted' as const,
				accepted,
				failed: failed.length,
				/** Of a single one the page says what it counts for. */
				recorded: accepted === 1 && recordId ? await showRecorded(event.locals.caller, { recordId }) : null
			})
		}),
	refuse: (event) =>
		act(event, refuseSuggestions, {
			form: 'decide',
			tell: ({ refused }) => ({ what: 'refused' as const, refused })
		}),
	reopen: (event) => act(event, reopenSuggestion, { form: 'reopen', then: () => '/intake' }),
	settle: (event) => act(event, settleDifference, { form: 'settle', then: () => '/intake' })
};
