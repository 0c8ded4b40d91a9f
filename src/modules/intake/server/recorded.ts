// Whether something that is suggested was recorded already: then it is not suggested, and accepting it makes no second record.
import { and, eq, isNotNull, ne } from 'drizzle-orm';
import { attendance, event } from '#modules/agenda/server/schema.ts';
import { issue } from '#modules/channels/server/schema.ts';
import { document } from '#modules/deliverables/server/schema.ts';
import { contact } from '#modules/members/server/schema.ts';
import type { Day } from '#platform/day.ts';
import type { Database } from '#platform/server/database.ts';
import { isAlike } from '../recognise.ts';
import type { Deed } from '../deeds.ts';
import type { DraftPayload } from '../suggestion.ts';

/** A record that is there, and whether it is still only planned. */
export type Recorded = { id: string; isPlanned: boolean };

type Meeting = Pick<DraftPayload<'event'>, 'eventId' | 'title' | 'startsOn' | 'seriesId' | 'groupId'>;

/** The event of the agenda that this is: the one named, or the only one of that day that it can be. */
export async function recordedEvent(
	db: Database,
	{ eventId, title, startsOn, seriesId, groupId }: Meeting
): Promise<Recorded | undefined> {
	const there = await db
		.select()
		.from(event)
		.where(and(eventId ? eq(event.id, eventId) : eq(event.startsOn, startsOn ?? ''), ne(event.state, 'cancelled')));
	const own = [title?.nl, title?.en].filter((each) => each !== undefined).join(' ');
	const fits = there.filter(
		(each) =>
			eventId !== undefined ||
			(seriesId !== undefined && each.seriesId === seriesId) ||
			(groupId !== undefined && (each.groupId === groupId || each.alsoGroupIds.includes(groupId))) ||
			[each.title.nl, each.title.en].some((name) => name !== undefined && isAlike(name, own))
	);
	const [first, second] = fits;
	return first && !second ? { id: first.id, isPlanned: first.state === 'planned' } : undefined;
}

async function recordedIssue(
	db: Database,
	{ issueId, channelId, sentOn }: DraftPayload<'issue'>
): Promise<Recorded | undefined> {
	if (!channelId || !sentOn) return undefined;
	const there = await db
		.select()
		.from(issue)
		.where(issueId ? eq(issue.id, issueId) : and(eq(issue.channelId, channelId), eq(issue.sentOn, sentOn)));
	return there.length === 1 ? { id: there[0]!.id, isPlanned: there[0]!.state === 'planned' } : undefined;
}

async function recordedContact(
	db: Database,
	{ organisationId, contactedOn }: DraftPayload<'contact'>
): Promise<Recorded | undefined> {
	if (!organisationId || !contactedOn) return undefined;
	const [there] = await db
		.select({ id: contact.id })
		.from(contact)
		.where(and(eq(contact.organisationId, organisationId), eq(contact.contactedOn, contactedOn)));
	return there && { id: there.id, isPlanned: false };
}

async function recordedDocument(db: Database, { documentId }: DraftPayload<'document'>): Promise<Recorded | undefined> {
	if (!documentId) return undefined;
	const [there] = await db.select().from(document).where(eq(document.id, documentId));
	return there && { id: there.id, isPlanned: there.state === 'planned' };
}

/** The record that is there already; undefined when there is none, and for attendance, which adds to its event. */
export async function recordedAlready(db: Database, deed: Deed, payload: DraftPayload): Promise<Recorded | undefined> {
	switch (deed) {
		case 'event':
			return recordedEvent(db, payload as DraftPayload<'event'>);
		case 'issue':
			return recordedIssue(db, payload as DraftPayload<'issue'>);
		case 'contact':
			return recordedContact(db, payload as DraftPayload<'contact'>);
		case 'document':
			return recordedDocument(db, payload as DraftPayload<'document'>);
		case 'attendance':
			return undefined;
	}
}

/** What was told of a meeting as numbers of people, not by name. */
export async function numbersOf(db: Database, eventId: string): Promise<string[]> {
	const numbers = await db
		.select({ id: attendance.id })
		.from(attendance)
		.where(and(eq(attendance.eventId, eventId), isNotNull(attendance.quantity)));
	return numbers.map(({ id }) => id);
}

/** Nothing is left to do about it: it is recorded, and not as something that was to come and now has. */
export const isSettled = (recorded: Recorded | undefined, happenedOn: Day, today: Day) =>
	recorded !== undefined && !(recorded.isPlanned && happenedOn <= today);
