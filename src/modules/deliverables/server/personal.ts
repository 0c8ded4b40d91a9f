// What the deliverables keep on a person, how it is handed over, and how it is erased.
import { eq } from 'drizzle-orm';
import type { PersonalRecord } from '#platform/server/module.ts';
import { deliverableChange } from './schema.ts';

export const personal: readonly PersonalRecord[] = [
	{
		name: { nl: 'Wijzigingen in producten en afspraken', en: 'Changes to deliverables and terms' },
		purpose: {
			nl: 'Kunnen nagaan wie iets opleverde, uitstelde, besloot of introk (gerechtvaardigd belang, AVG art. 6 lid 1 f).',
			en: 'Being able to see who delivered, put off, decided or withdrew something (legitimate interest, GDPR art. 6(1)(f)).'
		},
		stays: {
			nl: 'De wijziging met dag en reden, zonder wie het deed.',
			en: 'The change with its day and reason, without who made it.'
		},
		columns: ['deliverable_change.by_person_id'],
		export: (db, personId) =>
			db
				.select({ kind: deliverableChange.kind, at: deliverableChange.at, why: deliverableChange.why })
				.from(deliverableChange)
				.where(eq(deliverableChange.byPersonId, personId)),
		erase: async (db, personId) => {
			await db.update(deliverableChange).set({ byPersonId: null }).where(eq(deliverableChange.byPersonId, personId));
		}
	}
];
