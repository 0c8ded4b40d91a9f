// What is read of organisations and people; reached only through operations.
import { eq } from 'drizzle-orm';
import { isBureau, isInside, type Actor } from '#platform/actor.ts';
import type { Day } from '#platform/day.ts';
import type { Localized } from '#platform/localized.ts';
import { rows, sql, type Database } from '#platform/server/database.ts';
import { affiliation, organisation, person } from './schema.ts';

export const pageSize = 50;

export const organisationById = async (db: Database, id: string) =>
	(await db.select().from(organisation).where(eq(organisation.id, id)))[0];

export const personById = async (db: Database, id: string) =>
	(await db.select().from(person).where(eq(person.id, id)))[0];

type Filter = { q?: string | undefined; show: 'members' | 'all'; page: number };
export type ListedOrganisation = {
	id: string;
	name: Localized;
	shortName: string | null;
	country: string | null;
	memberSince: Day | null;
	total: number;
};

const isMemberOn = (day: Day) => sql`exists (select from membership m where m.organisation_id = o.id
	and m.starts_on <= ${day} and coalesce(m.ends_on, 'infinity') >= ${day}::date)`;

/** One page of organisations by name; `total` stands in every row. */
export async function organisationList(db: Database, day: Day, { q, show, page }: Filter) {
	const matches = q ? sql`(o.name::text ilike ${`%${q}%`} or o.short_name ilike ${`%${q}%`})` : sql`true`;
	const found = await rows<ListedOrganisation>(
		db,
		sql`select o.id, o.name, o.short_name as "shortName", o.country,
				(select min(m.starts_on) from membership m where m.organisation_id = o.id
					and m.starts_on <= ${day} and coalesce(m.ends_on, 'infinity') >= ${day}::date) as "memberSince",
				count(*) over () as total
			from organisation o
			where ${matches} and ${show === 'members' ? isMemberOn(day) : sql`true`}
			order by coalesce(o.name->>'nl', o.name->>'en') collate "und-x-icu"
			limit ${pageSize} offset ${(page - 1) * pageSize}`
	);
	return { organisations: found, total: found[0]?.total ?? 0, page, pageSize };
}

type Organisation = typeof organisation.$inferSelect;

/** An organisation with its memberships; people for those inside, contacts for the bureau. */
export async function organisationDetails(db: Database, actor: Actor, day: Day, subject: Organisation) {
	const memberships = await rows<{ id: string; startsOn: Day; endsOn: Day | null }>(
		db,
		sql`select id, starts_on as "startsOn", ends_on as "endsOn" from membership
			where organisation_id = ${subject.id} order by starts_on desc`
	);
	const people = isInside(actor)
		? await db
				.select({
					id: person.id,
					givenName: person.givenName,
					familyName: person.familyName,
					role: affiliation.role,
					function: affiliation.function,
					startsOn: affiliation.startsOn,
					endsOn: affiliation.endsOn
				})
				.from(affiliation)
				.innerJoin(person, eq(person.id, affiliation.personId))
				.where(eq(affiliation.organisationId, subject.id))
				.orderBy(affiliation.role, person.familyName)
		: [];
	const contacts = isBureau(actor)
		? await rows<{
				id: string;
				means: string;
				contactedOn: Day;
				subject: Localized;
				note: string | null;
				by: string | null;
			}>(
				db,
				sql`select c.id, c.means, c.contacted_on as "contactedOn", c.subject, c.note,
						p.given_name || ' ' || p.family_name as by
					from contact c left join person p on p.id = c.by_person_id
					where c.organisation_id = ${subject.id} order by c.contacted_on desc limit 200`
			)
		: [];
	const isMember = memberships.some((one) => one.startsOn <= day && (one.endsOn === null || one.endsOn >= day));
	return { organisation: subject, isMember, memberships, people, contacts };
}
