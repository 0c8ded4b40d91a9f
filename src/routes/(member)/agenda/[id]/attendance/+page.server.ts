// Record who was at an event: found by name, or as numbers.
import { findPeople, recordAttendance, removeAttendance } from '#modules/agenda/server/operations/record-attendance.ts';
import { showEvent } from '#modules/agenda/server/operations/show-event.ts';
import { Forbidden } from '#platform/errors.ts';
import { sayConflict } from '#platform/issues.ts';
import { act, type ActionEvent } from '#platform/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { event, attendance, attended, cannot } = await showEvent(locals.caller, { eventId: params.id });
	if (attendance === null) throw new Forbidden();
	/** Why nothing can be recorded now, as a sentence. */
	const because = cannot.attendance && sayConflict(cannot.attendance, locals.caller.locale);
	const q = url.searchParams.get('q')?.trim() ?? '';
	const found = q && !because ? await findPeople(locals.caller, { eventId: params.id, q: q.slice(0, 100) }) : null;
	return { event, attendance, attended, because, q, found };
};

type Event = ActionEvent & { params: { id: string }; url: URL };

/** Stays on the page, with what was searched for, so that the next person is one press away. */
const back = (form: string, { params, url }: Event) => {
	const q = url.searchParams.get('q');
	return { form, then: () => `/agenda/${params.id}/attendance${q ? `?q=${encodeURIComponent(q)}` : ''}` };
};

export const actions: Actions = {
	people: (event) => act(event, recordAttendance, { ...back('people', event), with: { eventId: event.params.id } }),
	numbers: (event) => act(event, recordAttendance, { ...back('numbers', event), with: { eventId: event.params.id } }),
	remove: (event) => act(event, removeAttendance, back('remove', event))
};
