// What comes in about series, events, attendance and registrations.
import { z } from 'zod';
import { standings } from '#modules/members/rules.ts';
import {
	count,
	day,
	id,
	ids,
	key,
	line,
	localized,
	localizedParagraph,
	optional,
	tags,
	webAddress
} from '#platform/input.ts';
import { attendanceModes, attendanceRoles, eventHosts, eventVisibilities, modes } from './words.ts';

const time = z
	.string()
	.trim()
	.regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'agenda_issue_time' });
const country = z
	.string()
	.trim()
	.regex(/^[A-Z]{2}$/, { error: 'country' });
const reason = line(500);
const page = z.coerce.number().int().min(1).max(10_000).default(1);

const until = <T extends { startsOn?: string | undefined; endsOn?: string | undefined }>(value: T) =>
	!value.endsOn || !value.startsOn || value.endsOn >= value.startsOn;
const endsBeforeItStarts = { error: 'ends_before_it_starts', path: ['endsOn'] };

const series = z.object({
	name: localized(200),
	groupId: optional(id),
	description: optional(localizedParagraph(4000)),
	visibility: z.enum(eventVisibilities).default('members')
});
export const seriesToOpen = series.extend({ key });
export const seriesChange = series.extend({ seriesId: id });
export const seriesPage = z.object({ seriesId: id, page });

/** So many people, and what is known of them. */
const attendanceNumber = z.object({
	quantity: count.min(1).max(1_000_000),
	role: z.enum(attendanceRoles).default('participant'),
	standing: optional(z.enum(standings)),
	organisationId: optional(id),
	country: optional(country),
	mode: optional(z.enum(attendanceModes))
});
export type AttendanceNumber = z.output<typeof attendanceNumber>;

const isFilled = (row: unknown) =>
	typeof row !== 'object' ||
	row === null ||
	!('quantity' in row) ||
	(row.quantity !== '' && row.quantity !== undefined);

/** Rows of a form in which no number was filled in are left out. */
const numbers = z.preprocess(
	(value) => (Array.isArray(value) ? value.filter(isFilled) : value),
	z.array(attendanceNumber).max(100).default([])
);

const eventContent = z.object({
	title: localized(300),
	seriesId: optional(id),
	/** It counts for this group, and for those that organise along. */
	groupId: optional(id),
	alsoGroupIds: ids,
	organisationId: optional(id),
	alsoOrganisationIds: ids,
	startTime: optional(time),
	endTime: optional(time),
	place: optional(line(200)),
	country: optional(country),
	mode: z.enum(modes).default('physical'),
	host: z.enum(eventHosts).default('ours'),
	description: optional(localizedParagraph(10_000)),
	link: optional(webAddress),
	tags,
	/** Left out: as its series, or for members. */
	visibility: optional(z.enum(eventVisibilities))
});

export const event = eventContent
	.extend({
		key: optional(key),
		startsOn: day,
		endsOn: optional(day),
		/** `done`: it has taken place already, with how many. */
		state: z.enum(['planned', 'done']).default('planned'),
		numbers
	})
	.refine(until, endsBeforeItStarts);
export type NewEvent = z.output<typeof event>;

export const eventChange = eventContent.extend({ eventId: id });
export type EventContent = z.output<typeof eventContent>;

export const eventId = z.object({ eventId: id });

export const eventMove = z
	.object({
		eventId: id,
		startsOn: day,
		endsOn: optional(day),
		startTime: optional(time),
		endTime: optional(time),
		why: optional(reason)
	})
	.refine(until, endsBeforeItStarts);

export const eventWithReason = z.object({ eventId: id, why: reason });
export const eventToClose = z.object({ eventId: id, numbers });

const attendingPerson = z.object({
	personId: id,
	role: z.enum(attendanceRoles).default('participant'),
	country: optional(country),
	mode: optional(z.enum(attendanceModes))
});

export const attendance = z
	.object({ eventId: id, people: z.array(attendingPerson).max(1000).default([]), numbers })
	.refine(({ people, numbers }) => people.length + numbers.length > 0, {
		error: 'agenda_issue_nobody',
		path: ['people']
	});

export const attendanceId = z.object({ attendanceId: id });

export const registrations = z.object({ eventId: id, countedOn: day, total: count.max(10_000_000) });

export const peopleToAdd = z.object({ eventId: id, q: line(100) });

export const eventList = z.object({
	show: z.enum(['upcoming', 'past', 'to-round-off', 'all']).default('upcoming'),
	seriesId: optional(id),
	groupId: optional(id),
	q: optional(line(100)),
	page
});
export type EventFilter = z.output<typeof eventList>;

export const nothing = z.object({});
