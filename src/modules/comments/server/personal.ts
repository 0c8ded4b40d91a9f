// What comments keep on a person, how it is handed over, and how it is erased.
import { eq, sql } from 'drizzle-orm';
import type { PersonalRecord } from '#platform/server/module.ts';
import { comment } from './schema.ts';

export const personal: readonly PersonalRecord[] = [
	{
		name: { nl: 'Opmerkingen', en: 'Comments' },
		purpose: {
			nl: 'Weten wie wat zei over een belofte of een ander stuk werk (gerechtvaardigd belang, AVG art. 6 lid 1 f).',
			en: 'Knowing who said what about a promise or other work (legitimate interest, GDPR art. 6(1)(f)).'
		},
		stays: {
			nl: 'Dat er iets is gezegd en wanneer; de woorden en de naam verdwijnen.',
			en: 'That something was said and when; the words and the name disappear.'
		},
		columns: ['comment.by_person_id', 'comment.withdrawn_by_id'],
		words: {
			text: { nl: 'opmerking', en: 'comment' },
			writtenAt: { nl: 'geschreven op', en: 'written on' },
			changedAt: { nl: 'gewijzigd op', en: 'changed on' },
			withdrawnAt: { nl: 'ingetrokken op', en: 'withdrawn on' }
		},
		export: (db, personId) =>
			db
				.select({
					text: comment.text,
					writtenAt: comment.writtenAt,
					changedAt: comment.changedAt,
					withdrawnAt: comment.withdrawnAt
				})
				.from(comment)
				.where(eq(comment.byPersonId, personId))
				.orderBy(comment.writtenAt),
		erase: async (db, personId) => {
			await db
				.update(comment)
				.set({ text: null, withdrawnAt: sql`coalesce(${comment.withdrawnAt}, now())`, byPersonId: null })
				.where(eq(comment.byPersonId, personId));
			await db.update(comment).set({ withdrawnById: null }).where(eq(comment.withdrawnById, personId));
		}
	}
];
