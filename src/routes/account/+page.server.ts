// Where I am signed in, and signing out there.
import { endAllOwnSessions, endOwnSession, listOwnSessions } from '#modules/access/server/operations.ts';
import { dayIn } from '#platform/clock.ts';
import { act } from '#platform/server/action.ts';
import { DEFAULT_TIME_ZONE } from '#platform/server/association.ts';
import { dayText, momentText } from '#platform/dates.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { caller, association, session } = locals;
	const sessions = await listOwnSessions(caller, {});
	const timeZone = association?.timeZone ?? DEFAULT_TIME_ZONE;
	return {
		sessions: sessions.map(({ id, browser, signedInAt, lastUsedAt }) => ({
			id,
			browser,
			since: momentText(signedInAt, caller.locale, timeZone),
			// Known to the day only.
			last: dayText(dayIn(timeZone, lastUsedAt), caller.locale),
			isThis: id === session?.id
		}))
	};
};

export const actions: Actions = {
	end: (event) => act(event, endOwnSession, { then: () => '/account' }),
	everywhere: (event) => act(event, endAllOwnSessions, { then: () => '/sign-in' })
};
