// What comes in about searching.
import { z } from 'zod';
import { optional } from '#platform/input.ts';
import { recordKind } from '#platform/record.ts';

export const question = z.object({
	/** Control characters are nobody's words. */
	q: z
		.string()
		.max(200)
		.transform((text) => text.replaceAll(/\p{Cc}/gu, ' ').trim())
		.default(''),
	kind: optional(recordKind),
	page: z.coerce.number().int().min(1).max(1000).default(1)
});
