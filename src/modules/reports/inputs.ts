// What comes in about reports from pages, forms and commands.
import { z } from 'zod';
import { planScopeKinds } from '#modules/plan/plan-scope.ts';
import { day, id, line, localized, localizedParagraph, optional, paragraph } from '#platform/input.ts';
import { askChoices, formats, outcomeKinds, readers } from './words.ts';

const code = line(60);

/** `goal:G1`, `plan`; a form sends a choice of a list as one word. */
const scope = z
	.string()
	.trim()
	.max(200)
	.transform((word) => {
		const [kind = '', ...rest] = word.split(':');
		return { kind, code: rest.join(':') };
	})
	.pipe(z.object({ kind: z.enum(planScopeKinds), code: z.string() }));

const content = {
	title: localized(200),
	scope,
	/** Only for chosen activities. */
	activities: z
		.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(code).max(200))
		.default([]),
	reader: z.enum(readers),
	groupId: optional(id),
	organisationId: optional(id),
	closesOn: day,
	asks: z.enum(askChoices).default('slipping'),
	commentsBefore: optional(day),
	intro: optional(localizedParagraph(4000))
};

export const report = z.object(content);
export type ReportContent = z.output<typeof report>;
export const reportChange = z.object({ reportId: id, ...content });
export const reportId = z.object({ reportId: id });
export const reportKey = z.object({ key: line(120) });
export const reportLine = z.object({ reportId: id, code, page: z.coerce.number().int().min(1).max(10_000).default(1) });
export const nothing = z.object({});
export const choices = z.object({ reportId: optional(id) });

const ticked = z.preprocess((value) => value === true || value === 'true', z.boolean());

/** Whose promises; without it one's own. */
export const commentsAsked = z.object({ reportId: id, ownerId: optional(id) });
export const comments = z.object({
	reportId: id,
	comments: z
		.array(z.object({ code, text: paragraph(2000).default(''), agreed: ticked.default(false) }))
		.min(1)
		.max(300)
});

export const outcome = z.object({
	reportId: id,
	kind: z.enum(outcomeKinds),
	text: localizedParagraph(2000),
	concludedOn: day
});
export const outcomeChange = z.object({ outcomeId: id, kind: z.enum(outcomeKinds), text: localizedParagraph(2000) });
export const outcomeId = z.object({ outcomeId: id });

export const exported = z.object({ reportId: id, format: z.enum(formats) });
