// What comes in about tasks.
import { z } from 'zod';
import { day, id, line, localized, optional, paragraph } from '#platform/input.ts';
import { recordRef } from '#platform/record.ts';
import { assigneeOf, taskLists, type Assignee } from './words.ts';

/** `role:bureau`, `person:<id>`, `group:<id>`, `group:<id>/person:<id>`; see `assigneeText`. */
const to = z
	.string()
	.max(120)
	.transform((text, context): Assignee => {
		const found = assigneeOf(text);
		if (found) return found;
		context.addIssue({ code: 'custom', message: 'choose' });
		return z.NEVER;
	});

const content = {
	/** What must be done; in the language of who types it, or in both. */
	what: z.union([line(300), localized(300)]),
	note: optional(paragraph(4000)),
	dueOn: day,
	to
};

export const task = z.object({ ...content, about: optional(recordRef) });
export const taskChange = z.object({ taskId: id, ...content, why: optional(line(500)) });
export const taskId = z.object({ taskId: id });
export const taskDrop = z.object({ taskId: id, why: line(500) });
export const taskReopening = z.object({ taskId: id, why: optional(line(500)) });

export const list = z.object({
	show: z.enum(taskLists).default('mine'),
	page: z.coerce.number().int().min(1).max(10_000).default(1)
});
export const about = recordRef;
export const nothing = z.object({});
