// What reports keep on a person, how it is handed over, and how it is erased.
import { eq, or } from 'drizzle-orm';
import type { PersonalRecord } from '#platform/server/module.ts';
import { report, reportChange, reportComment, reportLine, reportOutcome } from './schema.ts';

const comments: PersonalRecord = {
	name: { nl: 'Toelichtingen in rapportages', en: 'Comments in reports' },
	purpose: {
		nl: 'Weten wie bij een toezegging om toelichting is gevraagd, en wie die schreef (gerechtvaardigd belang, AVG art. 6 lid 1 f).',
		en: 'Knowing who was asked for comments on a promise, and who wrote them (legitimate interest, GDPR art. 6(1)(f)).'
	},
	stays: {
		nl: 'De toelichting en de cijfers van de rapportage, zonder wie ze schreef.',
		en: 'The comment and the figures of the report, without who wrote them.'
	},
	words: {
		report: { nl: 'rapportage', en: 'report' },
		text: { nl: 'toelichting', en: 'comment' },
		agreed: { nl: 'akkoord zonder toelichting', en: 'agreed without a comment' },
		writtenOn: { nl: 'geschreven op', en: 'written on' },
		remindedOn: { nl: 'herinnerd op', en: 'reminded on' }
	},
	columns: ['report_comment.asked_id', 'report_comment.written_by_id', 'report_line.comment_by_id'],
	export: (db, personId) =>
		db
			.select({
				report: report.title,
				text: reportComment.text,
				agreed: reportComment.agreed,
				writtenOn: reportComment.writtenOn,
				remindedOn: reportComment.remindedOn
			})
			.from(reportComment)
			.innerJoin(report, eq(report.id, reportComment.reportId))
			.where(or(eq(reportComment.askedId, personId), eq(reportComment.writtenById, personId))),
	erase: async (db, personId) => {
		await db.update(reportComment).set({ askedId: null }).where(eq(reportComment.askedId, personId));
		await db.update(reportComment).set({ writtenById: null }).where(eq(reportComment.writtenById, personId));
		await db.update(reportLine).set({ commentById: null }).where(eq(reportLine.commentById, personId));
	}
};

const deeds: PersonalRecord = {
	name: { nl: 'Opstellen en vaststellen van rapportages', en: 'Preparing and freezing reports' },
	purpose: {
		nl: 'Kunnen nagaan wie een rapportage opstelde, vaststelde of er een conclusie in zette (gerechtvaardigd belang, AVG art. 6 lid 1 f).',
		en: 'Being able to see who prepared or froze a report or wrote down a conclusion (legitimate interest, GDPR art. 6(1)(f)).'
	},
	stays: {
		nl: 'Wat er gebeurde en wanneer, en de conclusies van de groep, zonder wie het deed.',
		en: 'What happened and when, and the conclusions of the group, without who did it.'
	},
	words: { kind: { nl: 'wat', en: 'what' }, text: { nl: 'tekst', en: 'text' } },
	codes: {
		kind: {
			prepared: { nl: 'opgesteld', en: 'prepared' },
			changed: { nl: 'gewijzigd', en: 'changed' },
			reminded: { nl: 'herinnerd', en: 'reminded' },
			frozen: { nl: 'vastgesteld', en: 'frozen' },
			conclusion: { nl: 'conclusie', en: 'conclusion' },
			recommendation: { nl: 'aanbeveling', en: 'recommendation' }
		}
	},
	columns: ['report_change.by_person_id', 'report_outcome.written_by_id'],
	export: async (db, personId) => [
		...(await db
			.select({ kind: reportChange.kind, on: reportChange.on })
			.from(reportChange)
			.where(eq(reportChange.byPersonId, personId))),
		...(await db
			.select({ kind: reportOutcome.kind, on: reportOutcome.concludedOn, text: reportOutcome.text })
			.from(reportOutcome)
			.where(eq(reportOutcome.writtenById, personId)))
	],
	erase: async (db, personId) => {
		await db.update(reportChange).set({ byPersonId: null }).where(eq(reportChange.byPersonId, personId));
		await db.update(reportOutcome).set({ writtenById: null }).where(eq(reportOutcome.writtenById, personId));
	}
};

export const personal: readonly PersonalRecord[] = [comments, deeds];
