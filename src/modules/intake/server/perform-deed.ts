// From an accepted suggestion to the record that it becomes: through the operation of the module that keeps such records.
import { and, eq } from 'drizzle-orm';
import { event } from '#modules/agenda/server/schema.ts';
import { issue } from '#modules/channels/server/schema.ts';
import { invalid } from '#platform/errors.ts';
import { perform } from '#platform/server/module.ts';
import type { Caller } from '#platform/server/operation.ts';
import type { Deed } from '../deeds.ts';
import type { Payload } from '../suggestion.ts';
import { isSettled, numbersOf, recordedAlready, recordedEvent } from './recorded.ts';

export type Performed = { id: string; href: string };

const made = (result: unknown) => (result as { id: string }).id;
const atEvent = (id: string) => ({ id, href: `/agenda/${id}` });

async function performEvent(
	caller: Caller,
	{ eventId: _id, quantity, ...payload }: Payload<'event'>,
	existing: string | undefined
): Promise<Performed> {
	const numbers = quantity === undefined || payload.state === 'planned' ? [] : [{ quantity }];
	if (existing) {
		await perform('agenda.closeEvent', caller, { eventId: existing, numbers });
		return atEvent(existing);
	}
	return atEvent(made(await perform('agenda.planEvent', caller, { ...payload, numbers })));
}

/** Who was there shows that it was held: an event that was only planned is closed by it, one that nobody planned is made. */
async function performAttendance(caller: Caller, payload: Payload<'attendance'>): Promise<Performed> {
	const { people, numbers, eventId: _id, replacesNumbers, ...meeting } = payload;
	const existing = await recordedEvent(caller.db, payload);
	for (const attendanceId of existing ? await numbersOf(caller.db, existing.id) : []) {
		// Added to what was told as a number, the same people would count twice.
		if (!replacesNumbers) throw invalid('replacesNumbers', 'intake_issue_adds_to_numbers');
		await perform('agenda.removeAttendance', caller, { attendanceId });
	}
	const id = existing?.id ?? made(await perform('agenda.planEvent', caller, { ...meeting, state: 'done' }));
	await perform('agenda.recordAttendance', caller, { eventId: id, people, numbers });
	const [held] = await caller.db
		.select({ endsOn: event.endsOn })
		.from(event)
		.where(and(eq(event.id, id), eq(event.state, 'planned')));
	if (held?.endsOn && held.endsOn <= caller.clock.today()) await perform('agenda.closeEvent', caller, { eventId: id });
	return atEvent(id);
}

async function performIssue(
	caller: Caller,
	{ issueId: _id, ...payload }: Payload<'issue'>,
	existing: string | undefined
): Promise<Performed> {
	const at = (id: string) => ({ id, href: `/channels/${payload.channelId}#issue-${id}` });
	if (!existing) return at(made(await perform('channels.recordIssue', caller, payload)));
	const [before] = await caller.db.select().from(issue).where(eq(issue.id, existing));
	await perform('channels.changeIssue', caller, { ...before, ...payload, issueId: existing });
	return at(existing);
}

async function performDocument(
	caller: Caller,
	payload: Payload<'document'>,
	existing: string | undefined
): Promise<Performed> {
	const at = (id: string) => ({ id, href: `/deliverables/document/${id}` });
	const { title, deliveredOn, link } = payload;
	if (!existing) return at(made(await perform('deliverables.addDocument', caller, { title, deliveredOn, link })));
	await perform('deliverables.deliverDocument', caller, { documentId: existing, deliveredOn, link });
	return at(existing);
}

export async function performContact(caller: Caller, payload: Payload<'contact'>): Promise<Performed> {
	const id = made(await perform('members.recordContact', caller, payload));
	return { id, href: hrefOf('contact', id, payload) };
}

const hrefOf = (deed: Deed, id: string, payload: Payload): string => {
	if (deed === 'event') return `/agenda/${id}`;
	if (deed === 'issue') return `/channels/${(payload as Payload<'issue'>).channelId}#issue-${id}`;
	if (deed === 'document') return `/deliverables/document/${id}`;
	return `/organisations/${(payload as Payload<'contact'>).organisationId}`;
};

/**
 * Records the deed. What was recorded already in between stays one record, and what was planned is done now.
 * Throws what the operation throws, and Invalid when something that is needed is missing.
 */
export async function performDeed(caller: Caller, deed: Deed, payload: Payload): Promise<Performed> {
	if (deed === 'attendance') return performAttendance(caller, payload as Payload<'attendance'>);
	const recorded = await recordedAlready(caller.db, deed, payload);
	const happenedOn = dayOf(deed, payload);
	if (recorded && isSettled(recorded, happenedOn, caller.clock.today())) {
		return { id: recorded.id, href: hrefOf(deed, recorded.id, payload) };
	}
	switch (deed) {
		case 'event':
			return performEvent(caller, payload as Payload<'event'>, recorded?.id);
		case 'issue':
			return performIssue(caller, payload as Payload<'issue'>, recorded?.id);
		case 'document':
			return performDocument(caller, payload as Payload<'document'>, recorded?.id);
		case 'contact':
			return performContact(caller, payload as Payload<'contact'>);
	}
}

/** The day on which it happened, or will. */
export function dayOf(deed: Deed, payload: Payload): string {
	if (deed === 'contact') return (payload as Payload<'contact'>).contactedOn;
	if (deed === 'issue') return (payload as Payload<'issue'>).sentOn;
	if (deed === 'document') return (payload as Payload<'document'>).deliveredOn;
	const { startsOn, endsOn } = payload as Payload<'event'>;
	return endsOn ?? startsOn;
}
