// Building blocks of input schemas: the same limits and the same messages in every form, file and API call.
import { z } from 'zod';
import { isDay } from '#platform/day.ts';

export const id = z.uuid();

/** One line of text, trimmed, 1 to `max` characters, without control characters. */
export const line = (max = 200) =>
	z
		.string()
		.trim()
		.min(1)
		.max(max)
		.regex(/^\P{Cc}*$/u, { error: 'control_characters' });

/** Text of several lines, trimmed; line breaks become `\n`. Control characters, which nobody sees and PostgreSQL refuses, are left out. */
export const paragraph = (max = 10_000) =>
	z
		.string()
		.max(max)
		.transform((text) =>
			text
				.replaceAll('\r\n', '\n')
				.replaceAll(/[^\P{Cc}\t\n]/gu, '')
				.trim()
		);

export const day = z.string().trim().refine(isDay, { error: 'day' });

const isEmpty = (value: unknown): boolean =>
	value === undefined ||
	value === null ||
	value === '' ||
	(isPlain(value) && Object.keys(value).length > 0 && Object.values(value).every(isEmpty));

const isPlain = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** An empty field of a form means: not given; so does a text in two languages of which both are empty. */
export const optional = <T extends z.ZodType>(schema: T) =>
	z.preprocess((value) => (isEmpty(value) ? undefined : value), schema.optional());

/** One or several ids, each once; a form sends one as a text, and none as an empty one. */
export const ids = z.preprocess(
	(value) => (typeof value === 'string' ? [value] : value),
	z
		.preprocess(
			(value) => (Array.isArray(value) ? value.filter((each) => each !== '') : value),
			z.array(id).max(20).default([])
		)
		.transform((all) => [...new Set(all)])
);

/** A whole number from a form or a file, 0 to a million million. */
export const count = z.coerce.number().int().min(0).max(1_000_000_000_000);

/** `{nl, en}` of which at least one is filled. */
export const localized = (max = 500) =>
	z
		.object({ nl: optional(line(max)), en: optional(line(max)) })
		.refine((text) => Boolean(text.nl ?? text.en), { error: 'one_language' });

export const localizedParagraph = (max = 10_000) =>
	z
		.object({ nl: optional(paragraph(max)), en: optional(paragraph(max)) })
		.refine((text) => Boolean(text.nl ?? text.en), { error: 'one_language' });

/** A key that people use in files and addresses: `lobby-network`. */
export const key = z
	.string()
	.trim()
	.min(1)
	.max(80)
	.regex(/^[a-z0-9]+(?:[-_.][a-z0-9]+)*$/, { error: 'key' });

/** A web address that may be shown as a link. */
export const webAddress = z.url({ protocol: /^https?$/ }).max(2000);

/** Tags as people type them: words with commas between. */
export const tags = z.preprocess(
	(value) =>
		typeof value === 'string'
			? value
					.split(',')
					.map((tag) => tag.trim())
					.filter(Boolean)
			: value,
	z.array(line(60)).max(20).default([])
);
