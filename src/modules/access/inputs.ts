// What comes in when somebody signs in or out.
import { z } from 'zod';
import { id, line, localized, optional } from '#platform/input.ts';
import { personaKeys } from '#modules/members/personas.ts';

/** A path of our own to go to afterwards; anything that a browser could read as another site is left out. */
export const returnPath = z
	.string()
	.max(500)
	.regex(/^\/(?![/\\])[^\\\p{Cc}]*$/u);

const path = z.preprocess((value) => (returnPath.safeParse(value).success ? value : undefined), returnPath.optional());

export const address = z.object({
	email: z.string().trim().toLowerCase().min(1).max(254).pipe(z.email()),
	to: optional(path)
});

export const persona = z.object({ persona: z.enum(personaKeys) });
export const session = z.object({ sessionId: id });
export const nothing = z.object({});
/** Without an id it is about all that is held. */
export const heldMail = z.object({ mailId: z.uuid().optional() });
export const outbox = z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1) });

/** Named by the system that knows them all; asked for by name, so that a wrong one is an error beside its field. */
const isTimeZone = (text: string) => {
	try {
		return Boolean(new Intl.DateTimeFormat('en', { timeZone: text }));
	} catch {
		return false;
	}
};

/** The first run: the association, and who administers it. */
export const foundation = z.object({
	name: localized(120),
	timeZone: z.string().trim().min(1).max(60).refine(isTimeZone, { error: 'access_issue_time_zone' }),
	givenName: line(80),
	familyName: line(80),
	email: z.string().trim().toLowerCase().min(1).max(254).pipe(z.email())
});
