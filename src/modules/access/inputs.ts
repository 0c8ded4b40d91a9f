// What comes in when somebody signs in or out.
import { z } from 'zod';
import { id, optional } from '#platform/input.ts';
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
export const outbox = z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1) });
