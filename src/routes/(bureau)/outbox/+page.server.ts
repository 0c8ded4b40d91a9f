// Mail that has not gone out, for administrators; what a restored backup holds back goes out or is dropped.
import { showOutbox } from '#modules/access/server/operations.ts';
import { dropMail, releaseMail } from '#modules/access/server/operations-held-mail.ts';
import { act } from '#platform/server/action.ts';
import { DEFAULT_TIME_ZONE } from '#platform/server/association.ts';
import { momentText } from '#platform/dates.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { caller, association } = locals;
	const outbox = await showOutbox(caller, { page: url.searchParams.get('page') ?? undefined });
	const timeZone = association?.timeZone ?? DEFAULT_TIME_ZONE;
	return {
		...outbox,
		mails: outbox.mails.map((mail) => ({ ...mail, queued: momentText(mail.queuedAt, caller.locale, timeZone) }))
	};
};

/** One mail, or all that is held. */
const about = (deed: string, { url }: { url: URL }) => {
	const mailId = url.searchParams.get('mail') ?? undefined;
	return { form: `${deed}-${mailId ?? 'all'}`, with: { mailId }, then: () => '/outbox' };
};

export const actions: Actions = {
	release: (event) => act(event, releaseMail, about('release', event)),
	drop: (event) => act(event, dropMail, about('drop', event))
};
