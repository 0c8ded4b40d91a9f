// The owners' comments: asked, written beside what the records say, and asked for once more by mail.
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { localizeHref } from '#paraglide/runtime.js';
import { isSelf } from '#platform/actor.ts';
import { dayText } from '#platform/dates.ts';
import { Conflict, Forbidden, invalid } from '#platform/errors.ts';
import { say, type Locale, type Localized } from '#platform/localized.ts';
import type { ScopeRow } from '#modules/plan/plan-scope.ts';
import { theAssociation } from '#platform/server/association.ts';
import type { Database } from '#platform/server/database.ts';
import { newId } from '#platform/server/id.ts';
import { installation } from '#platform/server/installation.ts';
import { queueMail } from '#platform/server/mail.ts';
import { operation, read } from '#platform/server/operation.ts';
import * as inputs from '../../inputs.ts';
import * as rules from '../../rules.ts';
import { askOwners } from '../asking.ts';
import { reportCases } from '../cases.ts';
import { remember } from '../changes.ts';
import { liveLines } from '../lines.ts';
import { commentReminder } from '../mails.ts';
import { askedOwners, commentsOf, visibleReport } from '../queries.ts';
import { reportComment } from '../schema.ts';
import { aboutReport, notFrozen } from './prepare-report.ts';

/** What one owner is asked: those promises with what the records say, and what they said so far; and their other ones. */
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
				}),
			others: lines
				.filter(({ row }) => owner && row.ownerPersonId === owner.id && !comments.has(row.promiseId))
				.map(({ row: _row, commentById: _by, ...line }) => ({ ...line, text: null, agreed: false, writtenOn: null }))
		};
	}
});

/** The text in one language replaced; null when nothing is left in any. */
function withText(before: Localized | null, locale: Locale, text: string): Localized | null {
	const after: Localized = { ...before, [locale]: text };
	if (text === '') delete after[locale];
	return Object.keys(after).length > 0 ? after : null;
}

const unwritten = { writtenOn: null, writtenById: null };

type Asked = typeof reportComment.$inferSelect;

/** Somebody may say something of a promise of theirs that nobody asked about. */
async function askedAlong(db: Database, { reportId, row }: { reportId: string; row: ScopeRow }): Promise<Asked> {
	const values = { id: newId(), reportId, promiseId: row.promiseId, askedId: row.ownerPersonId };
	const [added] = await db.insert(reportComment).values(values).returning();
	return added!;
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
		const lines = await liveLines(db, subject, clock.today());
		let written = 0;
		for (const [index, { code, text, agreed }] of input.comments.entries()) {
			const line = lines.find((one) => one.code === code);
			const known = line && asked.find(({ promiseId }) => promiseId === line.row.promiseId);
			const askedId = known ? known.askedId : (line?.row.ownerPersonId ?? null);
			if (!line || (!known && askedId === null)) throw invalid(`comments.${index}.text`, 'unknown');
			if (!rules.mayPrepareReport(actor) && !isSelf(actor, askedId)) throw new Forbidden();
			if (text === (known?.text?.[locale] ?? '') && agreed === (known?.agreed ?? false)) continue;
			const row = known ?? (await askedAlong(db, { reportId: subject.id, row: line.row }));
			const said = withText(row.text, locale, text);
			const isWritten = said !== null || agreed;
			const one = eq(reportComment.id, row.id);
			const by = isWritten ? { writtenOn: clock.today(), writtenById: actor.personId } : unwritten;
			if (isWritten || rules.asksAbout(subject.asks, line))
				await db
					.update(reportComment)
					.set({ text: said, agreed, ...by })
					.where(one);
			else await db.delete(reportComment).where(one);
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
		await askOwners(caller, subject);
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
