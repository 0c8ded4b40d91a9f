// Who attended and how many registered: what is read of it, and how names become rows.
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { organisation, person } from '#modules/members/server/schema.ts';
import { organisationOfPerson } from '#modules/members/server/public.ts';
import type { Day } from '#platform/day.ts';
import { invalid } from '#platform/errors.ts';
import type { Localized } from '#platform/localized.ts';
import { rows, sql, type Database } from '#platform/server/database.ts';
import { newId } from '#platform/server/id.ts';
import { checkReferences } from '#platform/server/references.ts';
import type { AttendanceNumber } from '../inputs.ts';
import type { AttendanceRole } from '../words.ts';
import { containing } from './queries.ts';
import { attendance, eventChange, registrationCount } from './schema.ts';

type Counted = { role: AttendanceRole; standing: string; country: string | null; mode: string; people: number };

/** How many, by role, standing, country and mode; from the published facts, so that it is what targets count. */
export const attendanceCounts = (db: Database, eventId: string) =>
	rows<Counted>(
		db,
		sql`select role, standing, country, mode, count(distinct person_id) + coalesce(sum(quantity) filter (where person_id is null), 0) as people
			from fact_event_attended where subject_id = ${eventId} group by role, standing, country, mode
			order by role, people desc, standing, country`
	);

/** Everybody once, whatever their role, and unnamed people by number. */
export async function attendedTotal(db: Database, eventId: string): Promise<number> {
	const [found] = await rows<{ people: number }>(
		db,
		sql`select count(distinct person_id) + coalesce(sum(quantity), 0) as people from attendance where event_id = ${eventId}`
	);
	return found!.people;
}

export type AttendanceRow = {
	id: string;
	role: AttendanceRole;
	mode: string | null;
	country: string | null;
	standing: string | null;
	organisation: Localized | null;
	quantity: number | null;
	/** Null for a number of people, empty once the person is erased. */
	person: string | null;
};

/** The rows as they were recorded, people by name first. */
export const attendanceRows = (db: Database, eventId: string) =>
	rows<AttendanceRow>(
		db,
		sql`select a.id, a.role, a.mode, a.country, a.standing, o.name as organisation, a.quantity,
				case when p.id is not null then trim(p.given_name || ' ' || p.family_name) end as person
			from attendance a left join person p on p.id = a.person_id left join organisation o on o.id = a.organisation_id
			where a.event_id = ${eventId} order by p.id is null, p.family_name, p.given_name, a.id limit 2000`
	);

export const registrationsOf = (db: Database, eventId: string) =>
	db
		.select({ countedOn: registrationCount.countedOn, total: registrationCount.total })
		.from(registrationCount)
		.where(eq(registrationCount.eventId, eventId))
		.orderBy(asc(registrationCount.countedOn));

/** What became of the event, newest first; by whom, as far as known. */
export const changesOf = (db: Database, eventId: string) =>
	db
		.select({
			kind: eventChange.kind,
			at: eventChange.at,
			fromOn: eventChange.fromOn,
			toOn: eventChange.toOn,
			why: eventChange.why,
			by: sql<string | null>`trim(${person.givenName} || ' ' || ${person.familyName})`
		})
		.from(eventChange)
		.leftJoin(person, eq(person.id, eventChange.byPersonId))
		.where(eq(eventChange.eventId, eventId))
		.orderBy(sql`${eventChange.at} desc, ${eventChange.id} desc`)
		.limit(200);

/** Records numbers of people; an organisation that does not exist is refused. */
export async function insertNumbers(db: Database, eventId: string, numbers: readonly AttendanceNumber[]) {
	if (numbers.length === 0) return;
	await checkReferences(
		db,
		numbers.map(({ organisationId }, index) => ({
			path: `numbers.${index}.organisationId`,
			table: organisation,
			id: organisationId
		}))
	);
	await db.insert(attendance).values(numbers.map((number) => ({ id: newId(), eventId, ...number })));
}

type Attending = {
	personId: string;
	role: AttendanceRole;
	country?: string | undefined;
	mode?: 'physical' | 'online' | undefined;
};

/** Records people by name, each with where they worked on that day; who was recorded already stays as recorded. */
export async function insertPeople(
	db: Database,
	eventId: string,
	day: Day,
	people: readonly Attending[]
): Promise<number> {
	if (people.length === 0) return 0;
	// Not the erased: nobody can still mean one of them.
	const living = await db
		.select({ id: person.id })
		.from(person)
		.where(and(inArray(person.id, [...new Set(people.map(({ personId }) => personId))]), isNull(person.erasedAt)));
	const known = new Set(living.map(({ id }) => id));
	const wrong = people.findIndex(({ personId }) => !known.has(personId));
	if (wrong >= 0) throw invalid(`people.${wrong}.personId`, 'unknown');
	const values = [];
	for (const { personId, ...rest } of people) {
		const organisationId = (await organisationOfPerson(db, personId, day)) ?? null;
		values.push({ id: newId(), eventId, personId, organisationId, ...rest });
	}
	const added = await db.insert(attendance).values(values).onConflictDoNothing().returning({ id: attendance.id });
	return added.length;
}

export type Candidate = { id: string; name: string; organisation: Localized | null };

/** People whose name, or whose organisation's, contains what was typed; at most 20, with where they worked on the day. */
export const candidates = (db: Database, day: Day, q: string) =>
	rows<Candidate>(
		db,
		sql`select p.id, p.given_name || ' ' || p.family_name as name, o.name as organisation
			from ${person} p left join lateral (select organisation_id from affiliation a where a.person_id = p.id
				and a.starts_on <= ${day}::date and coalesce(a.ends_on, 'infinity') >= ${day}::date order by a.role limit 1) a on true
			left join ${organisation} o on o.id = a.organisation_id
			where p.erased_at is null and (p.given_name || ' ' || p.family_name ilike ${containing(q)}
				or coalesce(o.name->>'nl', o.name->>'en') ilike ${containing(q)} or o.short_name ilike ${containing(q)})
			order by p.family_name, p.given_name limit 20`
	);
