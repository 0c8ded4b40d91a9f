// From an entry of a calendar to what it would be here: a meeting, a visit, a mailing; and how sure that is.
import type { CalendarEntry } from './calendar-entry.ts';
import { recognise } from './recognise.ts';
import { meetingOf, modeOf, organisationOf, whoseMeeting, type Things } from './things.ts';
import { shortened, type Draft } from './suggestion.ts';

const visiting =
	/\b(bezoek\w*|werkbezoek\w*|kennismaking\w*|kennismaken|langs bij|op de koffie bij|visit\w*|introduction with)\b/i;
const calling = /\b(bellen|belafspraak|telefonisch\w*|phone call|call with|call met)\b/i;
const talking = /\b(overleg met|gesprek met|afspraak met|in gesprek|meeting with|talk with|conversation with)\b/i;
const sending =
	/\b(verzend\w*|versture?n?|verstuurt?|uitsturen|de deur uit|mailing\w*|nieuwsbrief|nieuwsbrieven|newsletter|monitor|editie|send out|goes out|mail out)\b/i;

type Common = Pick<Draft, 'externalId' | 'happenedOn' | 'isCancelled'> & { title: { nl: string } };

function contactDraft(entry: CalendarEntry, common: Common, things: Things): Draft<'contact'> | undefined {
	const byAddress = organisationOf([...entry.attendees, ...(entry.organiser ? [entry.organiser] : [])], things);
	const byName = recognise(`${entry.title} ${entry.place}`, things.organisations);
	const organisationId = byAddress ?? byName?.id;
	const isVisit = visiting.test(entry.title);
	const isCall = calling.test(entry.title);
	if (!organisationId || !(isVisit || isCall || talking.test(entry.title))) return undefined;
	const mode = modeOf(`${entry.title} ${entry.place}`);
	const means = isCall ? 'call' : mode === 'online' ? 'online' : 'visit';
	const isCertain = byAddress !== undefined || byName?.isCertain === true;
	return {
		...common,
		deed: 'contact',
		payload: { organisationId, means, contactedOn: entry.startsOn, subject: { nl: shortened(common.title.nl) } },
		isSure: isCertain && (isVisit || isCall)
	};
}

function issueDraft(entry: CalendarEntry, common: Common, things: Things): Draft<'issue'> | undefined {
	const channel = sending.test(entry.title) ? recognise(entry.title, things.channels) : undefined;
	if (!channel) return undefined;
	const state = entry.startsOn <= things.today ? 'sent' : 'planned';
	return {
		...common,
		deed: 'issue',
		payload: {
			channelId: channel.id,
			title: common.title,
			sentOn: entry.startsOn,
			state,
			...(entry.url && { link: entry.url })
		},
		isSure: channel.isCertain
	};
}

function eventDraft(entry: CalendarEntry, common: Common, calendar: string, things: Things): Draft<'event'> {
	const whose = meetingOf([entry.title, entry.categories.join(' '), calendar], things);
	const { startsOn, endsOn, startTime, endTime, place } = entry;
	return {
		...common,
		deed: 'event',
		payload: {
			title: common.title,
			startsOn,
			endsOn,
			mode: modeOf(`${entry.title} ${place} ${entry.description.slice(0, 500)}`),
			state: endsOn <= things.today ? 'done' : 'planned',
			host: 'ours',
			...(startTime && { startTime }),
			...(endTime && { endTime }),
			...(place && !/^https?:/.test(place) && { place }),
			...whoseMeeting(whose)
		},
		isSure: whose?.isCertain === true && entry.title !== ''
	};
}

/** What an entry would be; undefined for what is private or says nothing. `calendar` is what the calendar calls itself. */
export function draftOfEntry(entry: CalendarEntry, calendar: string, things: Things): Draft | undefined {
	if (entry.isPrivate || entry.title === '') return undefined;
	const common: Common = {
		externalId: entry.externalId,
		happenedOn: entry.startsOn,
		isCancelled: entry.isCancelled,
		title: { nl: entry.title }
	};
	const contact = contactDraft(entry, common, things);
	// A meeting of a group with its name in the title is that, whoever comes.
	if (contact && (visiting.test(entry.title) || !meetingOf([entry.title], things)?.isCertain)) return contact;
	return issueDraft(entry, common, things) ?? eventDraft(entry, common, calendar, things);
}
