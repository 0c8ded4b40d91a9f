// What the agenda keeps on a person, how it is handed over, and how it is erased.
import { eq } from 'drizzle-orm';
import { organisation } from '#modules/members/server/schema.ts';
import type { PersonalRecord } from '#platform/server/module.ts';
import { attendance, event, eventChange } from './schema.ts';

export const personal: readonly PersonalRecord[] = [
	{
		name: { nl: 'Deelname aan bijeenkomsten', en: 'Attendance at events' },
		purpose: {
			nl: 'Weten wie er was, en voor leden en financiers tellen hoeveel mensen bereikt zijn (gerechtvaardigd belang, AVG art. 6 lid 1 f).',
			en: 'Knowing who was there, and counting for members and funders how many people were reached (legitimate interest, GDPR art. 6(1)(f)).'
		},
		stays: {
			nl: 'Dat er iemand van de organisatie was, zonder naam, zodat aantallen in oude verslagen blijven kloppen.',
			en: 'That somebody of the organisation was there, without a name, so that counts in past reports stay true.'
		},
		columns: ['attendance.person_id'],
		words: { mode: { nl: 'hoe erbij', en: 'how present' } },
		codes: {
			role: {
				participant: { nl: 'deelnemer', en: 'participant' },
				speaker: { nl: 'spreker', en: 'speaker' },
				organiser: { nl: 'organisator', en: 'organiser' }
			},
			mode: {
				physical: { nl: 'ter plaatse', en: 'on site' },
				online: { nl: 'online', en: 'online' },
				hybrid: { nl: 'hybride', en: 'hybrid' }
			}
		},
		export: (db, personId) =>
			db
				.select({
					event: event.title,
					startsOn: event.startsOn,
					role: attendance.role,
					mode: attendance.mode,
					organisation: organisation.name
				})
				.from(attendance)
				.innerJoin(event, eq(event.id, attendance.eventId))
				.leftJoin(organisation, eq(organisation.id, attendance.organisationId))
				.where(eq(attendance.personId, personId)),
		// The row names nobody once the person's own row is emptied; taking the person out would count one visitor as many.
		erase: async () => {}
	},
	{
		name: { nl: 'Wijzigingen in de agenda', en: 'Changes to the agenda' },
		purpose: {
			nl: 'Kunnen nagaan wie een bijeenkomst verplaatste, afzegde of afrondde (gerechtvaardigd belang, AVG art. 6 lid 1 f).',
			en: 'Being able to see who moved, cancelled or closed an event (legitimate interest, GDPR art. 6(1)(f)).'
		},
		stays: {
			nl: 'De wijziging met dag en reden, zonder wie het deed.',
			en: 'The change with its day and reason, without who made it.'
		},
		columns: ['event_change.by_person_id'],
		words: { kind: { nl: 'wat', en: 'what' } },
		codes: {
			kind: {
				moved: { nl: 'verplaatst', en: 'moved' },
				cancelled: { nl: 'afgezegd', en: 'cancelled' },
				done: { nl: 'afgerond', en: 'closed' },
				reopened: { nl: 'heropend', en: 'reopened' }
			}
		},
		export: (db, personId) =>
			db
				.select({ event: event.title, kind: eventChange.kind, at: eventChange.at, why: eventChange.why })
				.from(eventChange)
				.innerJoin(event, eq(event.id, eventChange.eventId))
				.where(eq(eventChange.byPersonId, personId)),
		erase: async (db, personId) => {
			await db.update(eventChange).set({ byPersonId: null }).where(eq(eventChange.byPersonId, personId));
		}
	}
];
