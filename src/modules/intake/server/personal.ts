// What intake keeps on a person, how it is handed over, and how it is erased.
import { eq } from 'drizzle-orm';
import type { PersonalRecord } from '#platform/server/module.ts';
import { reportedFact } from '#platform/server/schema.ts';

export const personal: readonly PersonalRecord[] = [
	{
		name: { nl: 'Feiten van buiten', en: 'Facts from outside' },
		purpose: {
			nl: 'Tellen wie aan iets deelnam dat elders is bijgehouden (gerechtvaardigd belang, AVG art. 6 lid 1 f).',
			en: 'Counting who took part in what was kept elsewhere (legitimate interest, GDPR art. 6(1)(f)).'
		},
		stays: {
			nl: 'Het feit zelf, zonder de persoon, zodat aantallen in oude verslagen blijven kloppen.',
			en: 'The fact itself, without the person, so that counts in past reports stay true.'
		},
		columns: ['reported_fact.person_id'],
		export: (db, personId) =>
			db
				.select({
					kind: reportedFact.kind,
					source: reportedFact.source,
					startsOn: reportedFact.startsOn,
					endsOn: reportedFact.endsOn,
					role: reportedFact.role,
					title: reportedFact.title
				})
				.from(reportedFact)
				.where(eq(reportedFact.personId, personId)),
		erase: async (db, personId) => {
			await db.update(reportedFact).set({ personId: null }).where(eq(reportedFact.personId, personId));
		}
	}
];
