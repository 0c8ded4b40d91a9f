// Comments of the example year: what the bureau and members said about promises.
import { z } from 'zod';
import { day, line } from '#platform/input.ts';
import { rows, sql } from '#platform/server/database.ts';
import type { Caller } from '#platform/server/operation.ts';
import type { Story } from '#platform/server/story.ts';
import { commentVisibilities } from '../rules.ts';
import { addComment, withdrawComment } from './operations.ts';

const file = 'comments.yaml';
const told = z.array(
	z.strictObject({
		promise: line(),
		by: line(),
		on: day,
		text: z.string(),
		visibility: z.enum(commentVisibilities).optional(),
		withdrawn: day.optional()
	})
);

export async function example({ db }: Caller, story: Story): Promise<void> {
	for (const { promise, by, on, text, visibility, withdrawn } of story.read(file, told)) {
		const [found] = await rows<{ id: string }>(db, sql`select id from promise where code = ${promise}`);
		if (!found) throw new Error(`${file}: there is no ${promise}`);
		const about = { kind: 'promise', id: found.id };
		const { id: commentId } = await addComment(await story.as(by, on), { about, text, visibility });
		if (withdrawn) await withdrawComment(await story.as(by, withdrawn), { commentId });
	}
}
