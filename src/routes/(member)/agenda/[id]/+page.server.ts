// One event, and what becomes of it: closed, moved, cancelled, opened again.
import { cancelEvent, closeEvent, moveEvent, reopenEvent } from '#modules/agenda/server/operations/close-event.ts';
import { recordRegistrations } from '#modules/agenda/server/operations/record-attendance.ts';
import { showEvent } from '#modules/agenda/server/operations/show-event.ts';
import { listDocuments } from '#modules/deliverables/server/operations/deliver-document.ts';
import { momentText } from '#platform/dates.ts';
import { act, type ActionEvent } from '#platform/server/action.ts';
import { DEFAULT_TIME_ZONE } from '#platform/server/association.ts';
import { aroundActions, aroundRecord } from '../../../around-record.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { caller, association } = locals;
	const shown = await showEvent(caller, { eventId: params.id });
	const timeZone = association?.timeZone ?? DEFAULT_TIME_ZONE;
	return {
		...shown,
		changes: shown.changes.map(({ at, ...change }) => ({ ...change, when: momentText(at, caller.locale, timeZone) })),
		reports: (await listDocuments(caller, { eventId: params.id })).rows.map(({ id, title }) => ({ id, title })),
		around: await aroundRecord(locals, { kind: 'event', id: params.id }),
		today: caller.clock.today()
	};
};

type Event = ActionEvent & { params: { id: string } };

/** The page of the event again, whichever form it was. */
const back = (form: string, { params }: Event) => ({
	form,
	with: { eventId: params.id },
	then: () => `/agenda/${params.id}`
});

export const actions: Actions = {
	...aroundActions<{ id: string }>(({ id }) => `/agenda/${id}`),
	close: (event) => act(event, closeEvent, back('close', event)),
	move: (event) => act(event, moveEvent, back('move', event)),
	cancel: (event) => act(event, cancelEvent, back('cancel', event)),
	reopen: (event) => act(event, reopenEvent, back('reopen', event)),
	registrations: (event) => act(event, recordRegistrations, back('registrations', event))
};
