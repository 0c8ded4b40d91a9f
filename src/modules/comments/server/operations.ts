// What can be done with comments.
import { eq } from 'drizzle-orm';
import { m } from '#paraglide/messages.js';
import { giveTask } from '#modules/tasks/server/public.ts';
import { addDays } from '#platform/day.ts';
import { Conflict, Invalid } from '#platform/errors.ts';
import { say, type Locale } from '#platform/localized.ts';
import { OTHER_PERSON, OWN_PERSON } from '#platform/personas.ts';
import type { NamedRecord } from '#platform/record.ts';
import { newId } from '#platform/server/id.ts';
import { operation, read, type Caller } from '#platform/server/operation.ts';
import { recordBehind } from '#platform/server/records.ts';
import * as inputs from '../inputs.ts';
import * as rules from '../rules.ts';
import { commentsOn, visibleComment } from './queries.ts';
import { comment } from './schema.ts';

/** How long somebody who is asked to respond has for it. */
const daysToRespond = 7;

const writtenCases = { own: { byPersonId: OWN_PERSON }, "another's": { byPersonId: OTHER_PERSON } };
const aboutComment = (subject: { id: string }) => ({ kind: 'comment', id: subject.id });
const isThere = (found: { withdrawnAt: Date | null } | undefined) => found?.withdrawnAt === null;

async function askToRespond(caller: Caller, { kind, id, title }: NamedRecord, to: string) {
	const what = (locale: Locale) => m.comments_ask_task({ title: say(title, locale).slice(0, 200) }, { locale });
	const dueOn = addDays(caller.clock.today(), daysToRespond);
	try {
		await giveTask(caller, { what: { nl: what('nl'), en: what('en') }, dueOn, to, about: { kind, id } });
	} catch (error) {
		if (!(error instanceof Invalid)) throw error;
		throw new Invalid(error.issues.map((issue) => ({ ...issue, path: 'ask' })));
	}
}

export const addComment = operation({
	name: 'comments.addComment',
	input: inputs.comment,
	subject: async (caller, { about, visibility }) => {
		const record = await recordBehind(caller, about);
		return record && { record, visibility };
	},
	may: rules.mayComment,
	cases: { 'for those inside': { visibility: 'members' }, 'for the bureau': { visibility: 'bureau' } },
	about: (_subject, result: { id: string }) => aboutComment(result),
	run: async ({ input: { text, visibility, ask }, subject: { record }, ...caller }) => {
		const { db, actor, clock, locale } = caller;
		const id = newId();
		await db.insert(comment).values({
			id,
			aboutKind: record.kind,
			aboutId: record.id,
			text,
			locale,
			visibility,
			byPersonId: actor.personId,
			writtenAt: clock.now()
		});
		if (ask) await askToRespond(caller, record, ask);
		return { id };
	}
});

export const changeComment = operation({
	name: 'comments.changeComment',
	input: inputs.commentChange,
	subject: ({ db, actor }, { commentId }) => visibleComment(db, actor, commentId),
	may: rules.mayChangeComment,
	cases: writtenCases,
	about: aboutComment,
	run: async ({ db, clock, subject, input: { text } }) => {
		if (!isThere(subject)) throw new Conflict('comments_conflict_withdrawn');
		if (text === subject.text) return;
		await db.update(comment).set({ text, changedAt: clock.now() }).where(eq(comment.id, subject.id));
	}
});

/** The words go; that something was said and withdrawn stays. */
export const withdrawComment = operation({
	name: 'comments.withdrawComment',
	input: inputs.commentId,
	subject: ({ db, actor }, { commentId }) => visibleComment(db, actor, commentId),
	may: rules.mayWithdrawComment,
	cases: writtenCases,
	about: aboutComment,
	run: async ({ db, actor, clock, subject }) => {
		if (!isThere(subject)) throw new Conflict('comments_conflict_withdrawn');
		await db
			.update(comment)
			.set({ text: null, withdrawnAt: clock.now(), withdrawnById: actor.personId })
			.where(eq(comment.id, subject.id));
	}
});

/** What was said about a record that the actor may see; whoever is not inside reads none of it. */
export const listComments = read({
	name: 'comments.listComments',
	input: inputs.about,
	subject: recordBehind,
	may: () => true,
	cases: { '': { kind: 'promise', id: '', title: {}, href: '' } },
	run: async ({ db, actor, input }) => {
		const comments = rules.maySeeComments(actor) ? await commentsOn(db, actor, input) : [];
		return {
			about: input,
			comments: comments.map(({ byPersonId, ...one }) => ({
				...one,
				may: {
					change: one.withdrawnAt === null && rules.mayChangeComment(actor, { byPersonId }),
					withdraw: one.withdrawnAt === null && rules.mayWithdrawComment(actor, { byPersonId })
				}
			})),
			may: {
				comment: rules.mayComment(actor, { visibility: 'members' }),
				commentForBureau: rules.mayComment(actor, { visibility: 'bureau' })
			}
		};
	}
});
