// The owners' comments: asked, written beside what the records say, and asked for once more by mail.
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { localizeHref } from '#paraglide/runtime.js';
import { isSelf } from '#platform/actor.ts';
import { dayText } from '#platform/dates.ts';
import { Conflict, Forbidden, invalid } from '#platform/errors.ts';
import { say, type Locale, type Localized } from '#platform/localized.ts';
import { theAssociation } from '#platform/server/association.ts';
import { installation } from '#platform/server/installation.ts';
import { queueMail } from '#platform/server/mail.ts';
import { operation, read } from '#platform/server/operation.ts';
import * as inputs from '../../inputs.ts';
import * as rules from '../../rules.ts';
import { reportCases } from '../cases.ts';
import { remember } from '../changes.ts';
import { liveLines } from '../lines.ts';
import { commentReminder } from '../mails.ts';
import { askedOwners, commentsOf, visibleReport } from '../queries.ts';
import { reportComment } from '../schema.ts';
import { aboutReport, notFrozen } from './prepare-report.ts';

/** What one owner is asked: each of their promises with what the records say, and what they said so far. */
export const showComments = read({
	name: 'reports.showComments',
	input: inputs.commentsAsked,
	subject: ({ db, actor }, { reportId }) => visibleReport(db, actor, reportId),
	may: rules.mayComment,
	cases: reportCases,
	run: async ({ db, actor, clock, subject, input }) => {
		const owners = await askedOwners(db, subject.id);
		const shown = rules.mayPrepareReport(actor) ? owners : owners.filter(({ id }) => isSelf(actor, id));
		const wanted = input.ownerId ?? actor.personId;
		const owner = shown.find(({ id }) => id === wanted) ?? (input.ownerId ? undefined : shown[0]);
		const comments = new Map((await commentsOf(db, subject.id)).map((comment) => [comment.promiseId, comment]));
		const lines = owner && subject.frozenOn === null ? await liveLines(db, subject, clock.today()) : [];
		return {
			report: { id: subject.id, title: subject.title, closesOn: subject.closesOn, frozenOn: subject.frozenOn },
			commentsBefore: subject.commentsBefore,
			today: clock.today(),
			owners: shown.map(({ id, name, asked, written }) => ({ id, name, asked, written })),
			owner: owner && { id: owner.id, name: owner.name, isYou: isSelf(actor, owner.id) },
			promises: lines
				.filter(({ row }) => owner && comments.get(row.promiseId)?.askedId === owner.id)
				.map(({ row, commentById: _by, ...line }) => {
					const { text, agreed, writtenOn } = comments.get(row.promiseId)!;
					return { ...line, text, agreed, writtenOn };
				})
		};
	}
});

/** The text in one language replaced; null when nothing is left in any. */
function withText(before: Localized | null, locale: Locale, text: string): Localized | null {
	const after: Localized = { ...before, [locale]: text };
	if (text === '') delete after[locale];
	return Object.keys(after).length > 0 ? after : null;
}

/** An empty text without agreement takes a comment back. The text is kept in the language it was written in. */
export const writeComments = operation({
	name: 'reports.writeComments',
	input: inputs.comments,
	subject: ({ db, actor }, { reportId }) => visibleReport(db, actor, reportId),
	may: rules.mayComment,
	cases: reportCases,
	about: aboutReport,
	run: async ({ db, actor, clock, locale, subject, input }) => {
		notFrozen(subject);
		const asked = await db.select().from(reportComment).where(eq(reportComment.reportId, subject.id));
		const codes = new Map((await liveLines(db, subject, clock.today())).map(({ code, row }) => [code, row.promiseId]));
		let written = 0;
		for (const [index, { code, text, agreed }] of input.comments.entries()) {
			const row = asked.find(({ promiseId }) => promiseId === codes.get(code));
			if (!row) throw invalid(`comments.${index}.text`, 'unknown');
			if (!rules.mayPrepareReport(actor) && !isSelf(actor, row.askedId)) throw new Forbidden();
			if (text === (row.text?.[locale] ?? '') && agreed === row.agreed) continue;
			const said = withText(row.text, locale, text);
			const isWritten = said !== null || agreed;
			await db
				.update(reportComment)
				.set({
					text: said,
					agreed,
					writtenOn: isWritten ? clock.today() : null,
					writtenById: isWritten ? actor.personId : null
				})
				.where(eq(reportComment.id, row.id));
			written++;
		}
		return { written };
	}
});

/** One mail to everyone who still has something to say. Once a day is enough. */
export const remindOwners = operation({
	name: 'reports.remindOwners',
	input: inputs.reportId,
	subject: ({ db, actor }, { reportId }) => visibleReport(db, actor, reportId),
	may: rules.mayPrepareReport,
	about: aboutReport,
	run: async ({ subject, input: _input, ...caller }) => {
		notFrozen(subject);
		const { db, clock } = caller;
		const today = clock.today();
		const waiting = (await askedOwners(db, subject.id)).filter(({ asked, written }) => written < asked);
		const due = and(
			eq(reportComment.reportId, subject.id),
			isNull(reportComment.writtenOn),
			isNotNull(reportComment.askedId)
		);
		const told = await db
			.select({ askedId: reportComment.askedId, remindedOn: reportComment.remindedOn })
			.from(reportComment)
			.where(due);
		const alreadyToday = new Set(told.filter(({ remindedOn }) => remindedOn === today).map(({ askedId }) => askedId));
		const reached = waiting.filter(({ id, email }) => email !== null && !alreadyToday.has(id));
		if (reached.length === 0) throw new Conflict('reports_conflict_nobody_to_remind');
		const association = await theAssociation(db);
		for (const { email, name, locale, asked, written } of reached) {
			await queueMail(caller, {
				to: email!,
				text: commentReminder,
				locale,
				values: {
					association: association ? say(association.name, locale) : 'Schakel',
					name: name.split(' ')[0] ?? name,
					report: say(subject.title, locale),
					open: String(asked - written),
					day: dayText(subject.commentsBefore ?? subject.closesOn, locale),
					link: new URL(localizeHref(`/reports/${subject.id}/comments`, { locale }), installation().origin).href
				}
			});
		}
		await db.update(reportComment).set({ remindedOn: today }).where(due);
		await remember(caller, { reportId: subject.id, kind: 'reminded', number: reached.length });
		return { reminded: reached.length };
	}
});
