// One suggestion: look at it, correct it, accept or refuse it.
import {
	correctSuggestion,
	refuseSuggestions,
	reopenSuggestion,
	showSuggestion
} from '#modules/intake/server/operations/decide-suggestions.ts';
import { listDeedChoices } from '#modules/intake/server/operations/record-deed.ts';
import { deeds, type Deed } from '#modules/intake/deeds.ts';
import { act } from '#platform/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

const deedNamed = (text: string | null): Deed | undefined => deeds.find((deed) => deed === text);

export const load: PageServerLoad = async ({ locals: { caller }, params, url }) => {
	const suggestion = await showSuggestion(caller, { suggestionId: params.id });
	const deed = deedNamed(url.searchParams.get('as')) ?? suggestion.deed;
	return {
		suggestion,
		deed,
		choices: await listDeedChoices(caller, { until: suggestion.happenedOn }),
		today: caller.clock.today()
	};
};

export const actions: Actions = {
	correct: (event) =>
		act(event, correctSuggestion, {
			form: 'correct',
			with: { suggestionId: event.params.id },
			then: ({ id }) => `/intake?recorded=${id}`
		}),
	refuse: (event) =>
		act(event, refuseSuggestions, { form: 'refuse', with: { only: event.params.id }, then: () => '/intake' }),
	reopen: (event) =>
		act(event, reopenSuggestion, {
			form: 'reopen',
			with: { suggestionId: event.params.id },
			then: () => `/intake/${event.params.id}`
		})
};
