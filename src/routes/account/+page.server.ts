// Where I am signed in, and signing out there.
import { endAllOwnSessions, endOwnSession, listOwnSessions } from '#modules/access/server/operations.ts';
import { act } from '#platform/server/action.ts';
import { DEFAULT_TIME_ZONE } from '#platform/server/association.ts';
import { momentText } from '#platform/ui/dates.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { caller, association, session } = locals;
	const sessions = await listOwnSessions(caller, {});
	const text = (moment: Date) => momentText(moment, caller.locale, association?.timeZone ?? DEFAULT_TIME_ZONE);
	return {
		sessions: sessions.map(({ id, browser, signedInAt, lastUsedAt }) => ({
			id,
			browser,
			since: text(signedInAt),
			last: text(lastUsedAt),
			isThis: id === session?.id
		}))
	};
};

export const actions: Actions = {
	end: (event) => act(event, endOwnSession, { then: () => '/account' }),
	everywhere: (event) => act(event, endAllOwnSessions, { then: () => '/sign-in' })
};
