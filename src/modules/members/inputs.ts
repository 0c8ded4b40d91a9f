// What comes in about organisations and people, from forms, files and the API.
import { z } from 'zod';
import { dayOrders } from '#platform/cells.ts';
import { day, id, key, line, localized, localizedParagraph, optional, paragraph, webAddress } from '#platform/input.ts';

const until = <T extends { startsOn?: string | undefined; endsOn?: string | undefined }>(value: T) =>
	!value.endsOn || !value.startsOn || value.endsOn >= value.startsOn;
const endsBeforeItStarts = { error: 'ends_before_it_starts', path: ['endsOn'] };

const country = z
	.string()
	.trim()
	.regex(/^[A-Z]{2}$/, { error: 'country' });

export const organisation = z.object({
	/** Left out: made from the name. */
	key: optional(key),
	name: localized(200),
	shortName: optional(line(40)),
	country: optional(country),
	website: optional(webAddress),
	description: optional(localizedParagraph(4000))
});

export const organisationChange = organisation.omit({ key: true }).extend({ organisationId: id });
export const organisationId = z.object({ organisationId: id });

export const membership = z
	.object({ organisationId: id, startsOn: day, endsOn: optional(day) })
	.refine(until, endsBeforeItStarts);

export const membershipEnd = z.object({ membershipId: id, endsOn: day });

export const organisationTie = z
	.object({
		organisationId: id,
		kind: z.enum(['partner-of-member', 'part-of', 'supplier-of', 'funder-of']),
		otherOrganisationId: id,
		startsOn: optional(day),
		endsOn: optional(day)
	})
	.refine(until, endsBeforeItStarts);

export const person = z.object({
	givenName: line(80),
	familyName: line(80),
	email: optional(z.email().trim().toLowerCase().max(254)),
	phone: optional(line(40)),
	locale: z.enum(['nl', 'en']).default('nl')
});

export const personId = z.object({ personId: id });
export const personChange = person.extend({ personId: id });

/** A person and what they do at an organisation, in one go. */
export const colleague = person.extend({
	organisationId: id,
	role: z.enum(['representative', 'staff']),
	function: optional(localized(120)),
	startsOn: day
});

export const affiliation = z
	.object({
		personId: id,
		organisationId: id,
		role: z.enum(['representative', 'staff']),
		function: optional(localized(120)),
		startsOn: day,
		endsOn: optional(day)
	})
	.refine(until, endsBeforeItStarts);

export const associationRole = z
	.object({
		personId: id,
		role: z.enum(['administrator', 'bureau', 'board']),
		function: optional(localized(120)),
		startsOn: day,
		endsOn: optional(day)
	})
	.refine(until, endsBeforeItStarts);

export const contact = z.object({
	organisationId: id,
	means: z.enum(['visit', 'call', 'online', 'mail']),
	contactedOn: day,
	personId: optional(id),
	subject: localized(200),
	note: optional(paragraph(4000))
});

export const affiliationEnd = z.object({ affiliationId: id, endsOn: day });
export const roleEnd = z.object({ roleId: id, endsOn: day });
export const tieEnd = z.object({ tieId: id, endsOn: day });
export const contactId = z.object({ contactId: id });
export const nothing = z.object({});

/** A register of some ten thousand rows is a few megabytes. */
export const mostRegisterBytes = 20_000_000;
export const registerFile = z.object({
	file: z.file().max(mostRegisterBytes),
	/** How days such as 3/4/2022 are written in the file. */
	days: optional(z.enum(dayOrders))
});

export const peopleList = z.object({
	q: optional(line(100)),
	page: z.coerce.number().int().min(1).max(10_000).default(1)
});

export const list = z.object({
	q: optional(line(100)),
	show: z.enum(['members', 'all']).default('members'),
	page: z.coerce.number().int().min(1).max(10_000).default(1)
});
