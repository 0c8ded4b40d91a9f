// What comes in from outside, and what is decided about it.
import { z } from 'zod';
import { dayOrders } from '#platform/cells.ts';
import { day, id, line, optional, paragraph } from '#platform/input.ts';
import { deeds } from './deeds.ts';

/** 50,000 rows are some 8 MB; a file of ten times that is not a spreadsheet that somebody made. */
export const mostFileBytes = 50_000_000;
export const mostFactRows = 250_000;

export const factFile = z.object({
	file: z.file().max(mostFileBytes),
	/** For rows that name no source themselves. */
	source: optional(line(60)),
	/** How days such as 3/4/2022 are written in the file. */
	days: optional(z.enum(dayOrders))
});

export const factFileId = z.object({ fileId: id });

/** One or several, as a form sends them. */
const several = <T extends z.ZodType>(one: T, most: number) =>
	z.preprocess(
		(value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
		z.array(one).max(most)
	);

/** Calendars, lists and mails are small; twenty at once is a busy week. */
export const mostDroppedBytes = 10_000_000;
/** All of them together, as one form sends them. */
export const mostDeliveryBytes = 25_000_000;

export const dropped = z.object({
	files: several(z.file().max(mostDroppedBytes), 20),
	text: optional(paragraph(500_000)),
	/** Of an attendance list: which meeting it was, where the list does not say so. */
	title: optional(line(300)),
	heldOn: optional(day),
	eventId: optional(id),
	/** How days such as 3/4/2022 are written in a list of newsletters. */
	days: optional(z.enum(dayOrders))
});

export const calendarAddress = z.object({ name: optional(line(100)), url: line(2000) });
export const calendarId = z.object({ calendarId: id });

/** How many on a page; This week shows the first few. */
export const mostListed = 100;
export const suggestionList = z.object({
	page: z.coerce.number().int().min(1).max(10_000).default(1),
	size: z.coerce.number().int().min(1).max(mostListed).default(mostListed)
});
export const suggestionId = z.object({ suggestionId: id });
/** Those that are ticked, or only the one whose own button was pressed. */
export const chosen = z
	.object({ ids: several(id, 1000), only: optional(id) })
	.transform(({ ids, only }) => (only ? [only] : ids))
	.refine((ids) => ids.length > 0, { error: 'intake_issue_nothing_chosen', path: ['ids'] });
/** What the form says of a deed; which of it is needed depends on the deed. */
const told = { deed: z.enum(deeds), payload: z.record(z.string(), z.unknown()).default({}) };
/** What it really was goes before what the source said. */
export const correction = z.object({ suggestionId: id, ...told });
export const deedByHand = z.object(told);
export const choicesUntil = z.object({ until: optional(day) });
export const recordId = z.object({ recordId: id });

export const factId = z.object({ factId: id });
export const nothing = z.object({});
