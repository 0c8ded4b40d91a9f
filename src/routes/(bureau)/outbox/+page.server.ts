// Mail that has not gone out, for administrators.
import { showOutbox } from '#modules/access/server/operations.ts';
import { DEFAULT_TIME_ZONE } from '#platform/server/association.ts';
import { momentText } from '#platform/dates.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { caller, association } = locals;
	const outbox = await showOutbox(caller, { page: url.searchParams.get('page') ?? undefined });
	const timeZone = association?.timeZone ?? DEFAULT_TIME_ZONE;
	return {
		...outbox,
		mails: outbox.mails.map((mail) => ({ ...mail, queued: momentText(mail.queuedAt, caller.locale, timeZone) }))
	};
};
