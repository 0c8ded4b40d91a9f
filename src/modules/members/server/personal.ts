// What members keeps on a person, how it is handed over, and how it is erased.
import { eq, or } from 'drizzle-orm';
import type { PersonalRecord } from '#platform/server/module.ts';
import { affiliation, associationRole, contact, person } from './schema.ts';

export const personal: readonly PersonalRecord[] = [
	{
		name: { nl: 'Persoonsgegevens', en: 'Personal details' },
		purpose: {
			nl: 'Weten wie namens een lid spreekt en hoe die te bereiken is (uitvoering van het lidmaatschap, AVG art. 6 lid 1 b).',
			en: 'Knowing who speaks for a member and how to reach them (performing the membership, GDPR art. 6(1)(b)).'
		},
		stays: {
			nl: 'Een rij zonder naam of adres, zodat aantallen in oude verslagen blijven kloppen.',
			en: 'A row without name or address, so that counts in past reports stay true.'
		},
		columns: [],
		export: (db, personId) =>
			db
				.select({
					givenName: person.givenName,
					familyName: person.familyName,
					email: person.email,
					phone: person.phone,
					locale: person.locale
				})
				.from(person)
				.where(eq(person.id, personId)),
		erase: async (db, personId) => {
			await db
				.update(person)
				.set({ givenName: '', familyName: '', email: null, phone: null, erasedAt: new Date() })
				.where(eq(person.id, personId));
		}
	},
	{
		name: { nl: 'Functies en rollen', en: 'Positions and roles' },
		purpose: {
			nl: 'Bepalen wat iemand mag zien en doen, en wie waarvoor wordt uitgenodigd (AVG art. 6 lid 1 b en f).',
			en: 'Deciding what someone may see and do, and who is invited to what (GDPR art. 6(1)(b) and (f)).'
		},
		stays: {
			nl: 'De periode bij de organisatie, zonder de omschrijving van de functie.',
			en: 'The period at the organisation, without the description of the position.'
		},
		columns: ['affiliation.person_id', 'association_role.person_id'],
		export: async (db, personId) => [
			...(await db.select().from(affiliation).where(eq(affiliation.personId, personId))),
			...(await db.select().from(associationRole).where(eq(associationRole.personId, personId)))
		],
		erase: async (db, personId) => {
			await db.update(affiliation).set({ function: null }).where(eq(affiliation.personId, personId));
			await db.delete(associationRole).where(eq(associationRole.personId, personId));
		}
	},
	{
		name: { nl: 'Contacten', en: 'Contacts' },
		purpose: {
			nl: 'Onthouden wie er met een organisatie sprak en waarover (gerechtvaardigd belang, AVG art. 6 lid 1 f).',
			en: 'Remembering who spoke with an organisation and about what (legitimate interest, GDPR art. 6(1)(f)).'
		},
		stays: {
			nl: 'Dat er contact met de organisatie was, zonder de persoon en zonder de notitie.',
			en: 'That the organisation was contacted, without the person and without the note.'
		},
		columns: ['contact.person_id', 'contact.by_person_id'],
		export: (db, personId) =>
			db
				.select()
				.from(contact)
				.where(or(eq(contact.personId, personId), eq(contact.byPersonId, personId))),
		erase: async (db, personId) => {
			await db.update(contact).set({ personId: null, note: null }).where(eq(contact.personId, personId));
			await db.update(contact).set({ byPersonId: null }).where(eq(contact.byPersonId, personId));
		}
	}
];
