// Record one thing that happened.
import { listDeedChoices, recordDeed } from '#modules/intake/server/operations/record-deed.ts';
import { deeds, type Deed } from '#modules/intake/deeds.ts';
import { NotFound } from '#platform/errors.ts';
import { act } from '#platform/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

const deedNamed = (text: string): Deed => {
	const found = deeds.find((deed) => deed === text);
	if (!found) throw new NotFound();
	return found;
};

/** Where the form was opened for something: an organisation, a series, a channel. */
const about = ['organisationId', 'seriesId', 'groupId', 'channelId', 'documentId', 'eventId'];

export const load: PageServerLoad = async ({ locals: { caller }, params, url }) => ({
	deed: deedNamed(params.deed),
	choices: await listDeedChoices(caller, {}),
	given: Object.fromEntries(
		about.flatMap((name) => (url.searchParams.has(name) ? [[name, url.searchParams.get(name)]] : []))
	),
	today: caller.clock.today()
});

export const actions: Actions = {
	default: (event) =>
		act(event, recordDeed, {
			with: { deed: deedNamed(event.params.deed) },
			then: ({ id }) => `/record?recorded=${id}`
		})
};
