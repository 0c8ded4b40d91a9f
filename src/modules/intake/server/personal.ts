// What intake keeps on a person, how it is handed over, and how it is erased.
import { eq } from 'drizzle-orm';
import { rows, sql, type Database } from '#platform/server/database.ts';
import { factKinds, type PersonalRecord } from '#platform/server/module.ts';
import { reportedFact } from '#platform/server/schema.ts';
import { calendarSource, factFile, suggestion } from './schema.ts';

/** Suggestions that name the person: as somebody who was there, or who was spoken to. */
const naming = (personId: string) =>
	sql`(payload->'people' @> ${JSON.stringify([{ personId }])}::jsonb or payload->>'personId' = ${personId})`;

async function eraseFromSuggestions(db: Database, personId: string): Promise<void> {
	await db.execute(
		sql`update suggestion set payload = (payload - 'personId') || case when payload ? 'people' then jsonb_build_object('people',
				(select coalesce(jsonb_agg(one), '[]') from jsonb_array_elements(payload->'people') one where one->>'personId' <> ${personId}))
				else '{}'::jsonb end
			where ${naming(personId)}`
	);
	await db.update(suggestion).set({ decidedById: null }).where(eq(suggestion.decidedById, personId));
}

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
		codes: {
			role: {
				participant: { nl: 'deelnemer', en: 'participant' },
				speaker: { nl: 'spreker', en: 'speaker' },
				organiser: { nl: 'organisator', en: 'organiser' }
			}
		},
		export: async (db, personId) => {
			const found = await db
				.select({
					kind: reportedFact.kind,
					source: reportedFact.source,
					startsOn: reportedFact.startsOn,
					endsOn: reportedFact.endsOn,
					role: reportedFact.role,
					title: reportedFact.title
				})
				.from(reportedFact)
				.where(eq(reportedFact.personId, personId));
			return found.map(({ kind, ...fact }) => ({ kind: factKinds().get(kind)?.one ?? kind, ...fact }));
		},
		erase: async (db, personId) => {
			await db.update(reportedFact).set({ personId: null }).where(eq(reportedFact.personId, personId));
		}
	},
	{
		name: { nl: 'Suggesties', en: 'Suggestions' },
		purpose: {
			nl: 'Voorstellen wat er gebeurd is uit agenda’s, lijsten en mails, en weten wie dat bevestigde (gerechtvaardigd belang, AVG art. 6 lid 1 f).',
			en: 'Proposing what happened from calendars, lists and mails, and knowing who confirmed it (legitimate interest, GDPR art. 6(1)(f)).'
		},
		stays: {
			nl: 'De suggestie zonder de persoon; wat ervan werd overgenomen staat bij het record zelf.',
			en: 'The suggestion without the person; what came of it stands with the record itself.'
		},
		columns: ['suggestion.decided_by_id', 'calendar_source.added_by_id', 'fact_file.added_by_id'],
		words: {
			happenedOn: { nl: 'dag', en: 'day' },
			deed: { nl: 'wat', en: 'what' },
			state: { nl: 'stand', en: 'state' },
			name: { nl: 'naam', en: 'name' },
			url: { nl: 'adres', en: 'address' },
			addedAt: { nl: 'toegevoegd op', en: 'added on' }
		},
		codes: {
			deed: {
				event: { nl: 'bijeenkomst', en: 'meeting' },
				attendance: { nl: 'deelnemers', en: 'participants' },
				contact: { nl: 'contact', en: 'contact' },
				issue: { nl: 'mailing', en: 'mailing' },
				document: { nl: 'document', en: 'document' }
			},
			state: {
				open: { nl: 'nog open', en: 'still open' },
				accepted: { nl: 'overgenomen', en: 'accepted' },
				refused: { nl: 'geweigerd', en: 'refused' }
			}
		},
		export: async (db, personId) => [
			...(await rows(
				db,
				sql`select title, happened_on as "happenedOn", deed, state from suggestion
					where ${naming(personId)} or decided_by_id = ${personId} order by happened_on`
			)),
			...(await db
				.select({ name: calendarSource.name, url: calendarSource.url, addedAt: calendarSource.addedAt })
				.from(calendarSource)
				.where(eq(calendarSource.addedById, personId))),
			...(await db
				.select({ name: factFile.name, addedAt: factFile.addedAt })
				.from(factFile)
				.where(eq(factFile.addedById, personId)))
		],
		erase: async (db, personId) => {
			await eraseFromSuggestions(db, personId);
			await db.update(calendarSource).set({ addedById: null }).where(eq(calendarSource.addedById, personId));
			await db.update(factFile).set({ addedById: null }).where(eq(factFile.addedById, personId));
		}
	}
];
