// From an attendance list to who was there, and from a list of newsletters to what went out; and how sure that is.
import type { Day } from '#platform/day.ts';
import type { AttendanceList, Attendee } from './attendance-list.ts';
import type { SentMailing } from './mailing-list.ts';
import { domainOf, ofDomain, recognise, wordsOf } from './recognise.ts';
import type { Draft } from './suggestion.ts';
import { meetingOf, whoseMeeting, type Things } from './things.ts';

type Counted = {
	people: { personId: string; role: 'participant' | 'organiser' }[];
	numbers: { quantity: number; organisationId?: string }[];
};

/** People by their address, others by the organisation of their domain; their names go no further than here. */
function countAttendees(attendees: readonly Attendee[], { people, domains }: Things): Counted {
	const known: Counted['people'] = [];
	const others = new Map<string | undefined, number>();
	for (const { email, role } of attendees) {
		const personId = email && people.get(email);
		if (personId) {
			known.push({ personId, role });
			continue;
		}
		const domain = email && domainOf(email);
		const organisationId = domain ? ofDomain(domain, domains) : undefined;
		others.set(organisationId, (others.get(organisationId) ?? 0) + 1);
	}
	const numbers = [...others].map(([organisationId, quantity]) => ({
		quantity,
		...(organisationId && { organisationId })
	}));
	return { people: known, numbers };
}

/** What the person who brings the list adds: which meeting it was, and when. */
export type ToldOfMeeting = { title: string | undefined; heldOn: Day | undefined; eventId: string | undefined };

/** Who was at a meeting; undefined when neither the list nor who brings it says when that was. */
export function draftOfAttendance(
	list: AttendanceList,
	told: ToldOfMeeting,
	things: Things
): Draft<'attendance'> | undefined {
	const heldOn = told.heldOn ?? list.heldOn;
	const title = told.title ?? list.title;
	if (!heldOn || (!title && !told.eventId)) return undefined;
	const whose = title ? meetingOf([title], things) : undefined;
	const { people, numbers } = countAttendees(list.attendees, things);
	return {
		externalId: `${heldOn} ${title ? wordsOf(title).join(' ') : told.eventId}`.slice(0, 200),
		deed: 'attendance',
		payload: {
			title: { nl: title ?? '' },
			startsOn: heldOn,
			mode: 'online',
			people,
			numbers,
			...(told.eventId && { eventId: told.eventId }),
			...whoseMeeting(whose)
		},
		happenedOn: heldOn,
		title: { nl: title ?? '' },
		isSure: told.eventId !== undefined || whose?.isCertain === true,
		isCancelled: false
	};
}

/** A newsletter that went out, by the channel that its list or its title speaks of. */
export function draftOfMailing(mailing: SentMailing, things: Things): Draft<'issue'> {
	const { title, sentOn, recipients, link } = mailing;
	const byTitle = recognise(title, things.channels);
	const byList = mailing.list === '' ? undefined : recognise(mailing.list, things.channels);
	const channel = byTitle?.isCertain ? byTitle : (byList ?? byTitle);
	return {
		externalId: mailing.id ?? `${sentOn} ${title}`.slice(0, 200),
		deed: 'issue',
		payload: {
			title: { nl: title },
			sentOn,
			state: sentOn <= things.today ? 'sent' : 'planned',
			...(channel && { channelId: channel.id }),
			...(recipients !== undefined && { recipients }),
			...(link && { link })
		},
		happenedOn: sentOn,
		title: { nl: title },
		isSure: channel?.isCertain === true && sentOn <= things.today,
		isCancelled: false
	};
}
