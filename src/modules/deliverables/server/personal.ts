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
		words: { kind: { nl: 'wat', en: 'what' } },
		codes: {
			kind: {
				delivered: { nl: 'opgeleverd', en: 'delivered' },
				reached: { nl: 'bereikt', en: 'reached' },
				taken: { nl: 'besloten', en: 'decided' },
				begun: { nl: 'ingegaan', en: 'begun' },
				renewed: { nl: 'verlengd', en: 'renewed' },
				ended: { nl: 'beëindigd', en: 'ended' },
				postponed: { nl: 'een dag gegeven of uitgesteld', en: 'given a day, or put off' },
				withdrawn: { nl: 'ingetrokken', en: 'withdrawn' },
				reopened: { nl: 'heropend', en: 'reopened' }
			}
		},
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
