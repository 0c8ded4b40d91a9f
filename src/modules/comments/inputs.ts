// What comes in about comments.
import { z } from 'zod';
import { id, optional, paragraph } from '#platform/input.ts';
import { recordRef } from '#platform/record.ts';
import { commentVisibilities } from './rules.ts';

const text = paragraph(10_000).pipe(z.string().min(1));

export const comment = z.object({
	about: recordRef,
	text,
	visibility: z.enum(commentVisibilities).default('members'),
	/** For whom the task to respond is, as `assigneeText` of tasks makes it; empty: nobody is asked. */
	ask: optional(z.string().max(120))
});
export const commentChange = z.object({ commentId: id, text });
export const commentId = z.object({ commentId: id });
export const about = recordRef;
