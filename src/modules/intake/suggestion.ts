// What can be suggested, what its record needs, and how a suggestion stands.
import { z } from 'zod';
import { eventHosts, modes } from '#modules/agenda/words.ts';
import { count, day, id, ids, line, localized, optional, paragraph, webAddress } from '#platform/input.ts';
import type { Day } from '#platform/day.ts';
import type { Localized } from '#platform/localized.ts';
import type { Deed } from './deeds.ts';

export const suggestionStates = ['open', 'accepted', 'refused'] as const;

export const means = ['visit', 'call', 'online', 'mail'] as const;

const time = z
	.string()
	.trim()
	.regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'intake_issue_time' });

const ofWhat = {
	title: localized(300),
	seriesId: optional(id),
	groupId: optional(id),
	/** Of a joint meeting the other groups. */
	alsoGroupIds: ids,
	mode: z.enum(modes).default('physical')
};

/** What the operation that records a deed needs; what the source did not tell may be missing until somebody fills it in. */
export const payloads = {
	event: z.object({
		...ofWhat,
		/** An event of the agenda that took place: it is closed. */
		eventId: optional(id),
		startsOn: day,
		endsOn: optional(day),
		startTime: optional(time),
		endTime: optional(time),
		place: optional(line(200)),
		state: z.enum(['planned', 'done']),
		host: z.enum(eventHosts).default('ours'),
		organisationId: optional(id),
		/** How many came, of one that took place. */
		quantity: optional(count.min(1).max(1_000_000))
	}),
	attendance: z.object({
		...ofWhat,
		/** The event of the agenda that it was; one is made when there is none. */
		eventId: optional(id),
		startsOn: day,
		people: z
			.array(z.object({ personId: id, role: z.enum(['participant', 'speaker', 'organiser']) }))
			.max(1000)
			.default([]),
		/** Those whom nobody knows by address, by where they came from as far as known. */
		numbers: z
			.array(z.object({ quantity: count.min(1).max(1_000_000), organisationId: optional(id) }))
			.max(200)
			.default([]),
		/** What the meeting has as a number goes: this tells who they were. */
		replacesNumbers: z.preprocess((value) => value === true || value === 'true', z.boolean())
	}),
	contact: z.object({
		organisationId: id,
		means: z.enum(means),
		contactedOn: day,
		personId: optional(id),
		subject: localized(200),
		note: optional(paragraph(4000))
	}),
	issue: z.object({
		channelId: id,
		/** A planned issue of the channel that went out. */
		issueId: optional(id),
		title: localized(300),
		sentOn: day,
		state: z.enum(['planned', 'sent']),
		recipients: optional(count.max(100_000_000)),
		link: optional(webAddress)
	}),
	document: z.object({
		/** A document that was planned; a new one is made when there is none. */
		documentId: optional(id),
		title: localized(300),
		deliveredOn: day,
		link: optional(webAddress)
	})
} as const;

export type Payload<D extends Deed = Deed> = z.output<(typeof payloads)[D]>;
/** As a source tells it: ids may be missing. */
export type DraftPayload<D extends Deed = Deed> = Partial<Payload<D>>;

/** A suggestion before it is kept. */
export type Draft<D extends Deed = Deed> = {
	/** What the source calls it; never changes. */
	externalId: string;
	deed: D;
	payload: DraftPayload<D>;
	happenedOn: Day;
	title: Localized;
	/** Everything needed is known, and nothing was guessed. */
	isSure: boolean;
	/** The source takes it back. */
	isCancelled: boolean;
};

/** Of a contact the subject is shorter than other titles may be. */
export const shortened = (title: string) => (title.length > 200 ? `${title.slice(0, 199)}…` : title);

type Told = Partial<Payload<'event'> & Payload<'attendance'> & Payload<'issue'>>;

const peopleIn = ({ people = [], numbers = [] }: Told) =>
	people.length + numbers.reduce((sum, { quantity }) => sum + quantity, 0);

/** What the source said, whatever we made of it, to see whether it says something else now. */
export function printOf({ payload, happenedOn, title, isCancelled }: Draft): string {
	const told = payload as Told;
	const { endsOn = null, startTime = null, endTime = null, place = null, recipients = null, link = null } = told;
	return JSON.stringify([
		title,
		happenedOn,
		endsOn,
		startTime,
		endTime,
		place,
		recipients,
		link,
		peopleIn(told),
		isCancelled
	]);
}

/** How many people an attendance list tells of. */
export const attendedBy = (payload: DraftPayload) => peopleIn(payload as Told);

/** What can be recorded only once its day has come. */
const onlyAfter: ReadonlySet<Deed> = new Set(['attendance', 'contact', 'document']);

/** Shown from its day on; what may be planned is shown before. */
export const isShownOn = (deed: Deed, happenedOn: Day, today: Day) => !onlyAfter.has(deed) || happenedOn <= today;
