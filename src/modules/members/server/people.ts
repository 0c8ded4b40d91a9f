// What is read of people; reached only through operations.
import { eq } from 'drizzle-orm';
import { isBureau, isInside, type Actor } from '#platform/actor.ts';
import type { Day } from '#platform/day.ts';
import type { Localized } from '#platform/localized.ts';
import { rows, sql, type Database } from '#platform/server/database.ts';
import { containing, pageSize } from '#platform/server/list.ts';
import { maySeeAddress, maySeePerson } from '../rules.ts';
import { person } from './schema.ts';

export const personById = async (db: Database, id: string) =>
	(await db.select().from(person).where(eq(person.id, id)))[0];

/** Who administers on this day without a last day in sight: without any of them nobody could give a role any more. */
export const lastingAdministrators = async (db: Database, day: Day): Promise<string[]> =>
	(
		await rows<{ id: string }>(
			db,
			sql`select distinct person_id as id from association_role
				where role = 'administrator' and starts_on <= ${day} and ends_on is null`
		)
	).map(({ id }) => id);

/** Nobody else among them is left when this one goes. */
export const isOnlyOneOf = (administrators: readonly string[], personId: string) =>
	administrators.length === 1 && administrators[0] === personId;

const lasts = (alias: 'a' | 'r' | 'ms', day: Day) => {
	const table = sql.raw(alias);
	return sql`${table}.starts_on <= ${day} and coalesce(${table}.ends_on, 'infinity') >= ${day}::date`;
};

/** Over `person p`: works for a member or for the association on this day. */
export const listedOn = (day: Day) => sql`(
	exists (select from affiliation a join membership ms on ms.organisation_id = a.organisation_id
		where a.person_id = p.id and ${lasts('a', day)} and ${lasts('ms', day)})
	or exists (select from association_role r where r.person_id = p.id and ${lasts('r', day)}))`;

/** `maySeePerson`, said in SQL over `person p`; whoever was erased is nobody. */
const visible = (actor: Actor, day: Day) => {
	const self = sql`p.id = ${actor.personId}::uuid`;
	const among = isBureau(actor) ? sql`true` : isInside(actor) ? sql`(${listedOn(day)} or ${self})` : self;
	return sql`p.erased_at is null and coalesce(${among}, false)`;
};

/** The person, when the actor may know of them, with what the rules ask of a person. */
export async function visiblePerson(db: Database, actor: Actor, day: Day, id: string) {
	const found = await personById(db, id);
	if (!found || found.erasedAt) return undefined;
	const [about] = await rows<{ isListed: boolean; isAdministrator: boolean }>(
		db,
		sql`select ${listedOn(day)} as "isListed",
				exists (select from association_role r where r.person_id = p.id and r.role = 'administrator'
					and coalesce(r.ends_on, 'infinity') >= ${day}::date) as "isAdministrator"
			from person p where p.id = ${id}`
	);
	const subject = { ...found, personId: id, isListed: false, isAdministrator: false, ...about };
	return maySeePerson(actor, subject) ? subject : undefined;
}

export type Position = { organisationId: string; organisation: Localized; function: Localized | null };
export type ListedPerson = {
	id: string;
	name: string;
	/** Only for the bureau. */
	email: string | null;
	positions: Position[];
	/** What they do for the association itself. */
	functions: (Localized | null)[];
	total: number;
};

type Filter = { q?: string | undefined; page: number };

/** One page of people by family name; `total` stands in every row. Found by their own name or their organisation's. */
export async function peopleList(db: Database, actor: Actor, day: Day, { q, page }: Filter) {
	const like = q && containing(q);
	const matches = like
		? sql`(p.given_name || ' ' || p.family_name ilike ${like} or exists (select from affiliation a
				join organisation o on o.id = a.organisation_id where a.person_id = p.id and ${lasts('a', day)}
				and (o.name->>'nl' ilike ${like} or o.name->>'en' ilike ${like})))`
		: sql`true`;
	const found = await rows<ListedPerson>(
		db,
		sql`select p.id, p.given_name || ' ' || p.family_name as name, ${isBureau(actor) ? sql`p.email` : sql`null`} as email,
				coalesce((select jsonb_agg(jsonb_build_object('organisationId', o.id, 'organisation', o.name, 'function', a.function)
						order by a.role, a.starts_on)
					from affiliation a join organisation o on o.id = a.organisation_id
					where a.person_id = p.id and ${lasts('a', day)}), '[]') as positions,
				coalesce((select jsonb_agg(r.function order by r.starts_on) from association_role r
					where r.person_id = p.id and ${lasts('r', day)}), '[]') as functions,
				count(*) over () as total
			from person p where ${visible(actor, day)} and ${matches}
			order by p.family_name collate "und-x-icu", p.given_name collate "und-x-icu", p.id
			limit ${pageSize} offset ${(page - 1) * pageSize}`
	);
	return { people: found, total: found[0]?.total ?? 0, page, pageSize };
}

export type Affiliation = {
	id: string;
	organisationId: string;
	organisation: Localized;
	role: 'representative' | 'staff';
	function: Localized | null;
	startsOn: Day;
	endsOn: Day | null;
};

export type Role = {
	id: string;
	role: 'administrator' | 'bureau' | 'board';
	function: Localized | null;
	startsOn: Day;
	endsOn: Day | null;
};

type Person = NonNullable<Awaited<ReturnType<typeof visiblePerson>>>;

/** A person with their positions and roles; what is over only for the bureau and themselves, and so the address. */
export async function personDetails(db: Database, actor: Actor, day: Day, subject: Person) {
	const whole = maySeeAddress(actor, subject);
	const { id, givenName, familyName, locale } = subject;
	const affiliations = await rows<Affiliation>(
		db,
		sql`select a.id, a.organisation_id as "organisationId", o.name as organisation, a.role, a.function,
				a.starts_on as "startsOn", a.ends_on as "endsOn"
			from affiliation a join organisation o on o.id = a.organisation_id
			where a.person_id = ${id} and (${whole} or (${lasts('a', day)})) order by a.starts_on desc, a.id`
	);
	const roles = await rows<Role>(
		db,
		sql`select r.id, r.role, r.function, r.starts_on as "startsOn", r.ends_on as "endsOn" from association_role r
			where r.person_id = ${id} and (${whole} or (${lasts('r', day)})) order by r.starts_on desc, r.id`
	);
	return {
		person: { id, givenName, familyName, locale, name: `${givenName} ${familyName}` },
		address: whole ? { email: subject.email, phone: subject.phone } : undefined,
		affiliations,
		roles
	};
}
