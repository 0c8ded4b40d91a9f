// What is read of organisations; reached only through operations.
import { eq } from 'drizzle-orm';
import { isBureau, isInside, type Actor } from '#platform/actor.ts';
import type { Day } from '#platform/day.ts';
import type { Localized } from '#platform/localized.ts';
import { rows, sql, type Database } from '#platform/server/database.ts';
import { containing, pageSize } from '#platform/server/list.ts';
import { maySeeContacts, maySeeOrganisation, maySeePeople } from '../rules.ts';
import { listedOn } from './people.ts';
import { organisation } from './schema.ts';

const everMember = sql`exists (select from membership m where m.organisation_id = o.id)`;

/** `maySeeOrganisation`, said in SQL over `organisation o`. */
const visible = (actor: Actor) => {
	if (isInside(actor)) return sql`true`;
	const own = actor.organisations.map(({ organisationId }) => organisationId);
	return sql`(${everMember} or o.id = any (${sql.param(own)}::uuid[]))`;
};

/** The organisation, when the actor may know of it. */
export async function visibleOrganisation(db: Database, actor: Actor, id: string) {
	const [found] = await db.select().from(organisation).where(eq(organisation.id, id));
	if (!found) return undefined;
	const [membership] = await rows(db, sql`select from membership where organisation_id = ${id} limit 1`);
	const subject = { ...found, everMember: membership !== undefined };
	return maySeeOrganisation(actor, subject) ? subject : undefined;
}

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
export async function organisationList(db: Database, actor: Actor, day: Day, { q, show, page }: Filter) {
	const like = q && containing(q);
	const matches = like
		? sql`(o.name->>'nl' ilike ${like} or o.name->>'en' ilike ${like} or o.short_name ilike ${like})`
		: sql`true`;
	const found = await rows<ListedOrganisation>(
		db,
		sql`select o.id, o.name, o.short_name as "shortName", o.country,
				(select min(m.starts_on) from membership m where m.organisation_id = o.id
					and m.starts_on <= ${day} and coalesce(m.ends_on, 'infinity') >= ${day}::date) as "memberSince",
				count(*) over () as total
			from organisation o
			where ${matches} and ${visible(actor)} and ${show === 'members' ? isMemberOn(day) : sql`true`}
			order by coalesce(o.name->>'nl', o.name->>'en') collate "und-x-icu", o.id
			limit ${pageSize} offset ${(page - 1) * pageSize}`
	);
	return { organisations: found, total: found[0]?.total ?? 0, page, pageSize };
}

export type NamedOrganisation = { id: string; name: Localized };

/** All organisations that the actor may see, to choose from. */
export const organisationNames = (db: Database, actor: Actor) =>
	rows<NamedOrganisation>(
		db,
		sql`select o.id, o.name from organisation o where ${visible(actor)}
			order by coalesce(o.name->>'nl', o.name->>'en') collate "und-x-icu", o.id`
	);

export type AffiliatedPerson = {
	affiliationId: string;
	personId: string;
	name: string;
	role: 'representative' | 'staff';
	function: Localized | null;
	startsOn: Day;
	endsOn: Day | null;
};

/** Who works there now, as far as the actor may see them; for the bureau also who used to. */
const peopleOf = (db: Database, actor: Actor, day: Day, organisationId: string) =>
	rows<AffiliatedPerson>(
		db,
		sql`select a.id as "affiliationId", p.id as "personId", p.given_name || ' ' || p.family_name as name, a.role,
				a.function, a.starts_on as "startsOn", a.ends_on as "endsOn"
			from affiliation a join person p on p.id = a.person_id
			where a.organisation_id = ${organisationId} and p.erased_at is null
				and ${isBureau(actor) ? sql`true` : sql`${listedOn(day)} and a.starts_on <= ${day} and coalesce(a.ends_on, 'infinity') >= ${day}::date`}
			order by coalesce(a.ends_on, 'infinity') < ${day}::date, a.role, p.family_name, p.given_name`
	);

export type RecordedContact = {
	id: string;
	means: 'visit' | 'call' | 'online' | 'mail';
	contactedOn: Day;
	subject: Localized;
	note: string | null;
	person: string | null;
	by: string | null;
};

const contactsWith = (db: Database, organisationId: string) =>
	rows<RecordedContact>(
		db,
		sql`select c.id, c.means, c.contacted_on as "contactedOn", c.subject, c.note,
				spoken.given_name || ' ' || spoken.family_name as person, p.given_name || ' ' || p.family_name as by
			from contact c left join person p on p.id = c.by_person_id left join person spoken on spoken.id = c.person_id
			where c.organisation_id = ${organisationId} order by c.contacted_on desc, c.id desc limit 200`
	);

export type Tie = {
	id: string;
	kind: 'partner-of-member' | 'part-of' | 'supplier-of' | 'funder-of';
	/** `true`: the other is tied to this one (its partner, its part). */
	isOther: boolean;
	organisationId: string;
	name: Localized;
	startsOn: Day | null;
	endsOn: Day | null;
};

/** Ties in both directions; trade and money are the bureau's. */
const tiesWith = (db: Database, actor: Actor, organisationId: string) =>
	rows<Tie>(
		db,
		sql`select t.id, t.kind, t.organisation_id <> ${organisationId} as "isOther", o.id as "organisationId", o.name,
				t.starts_on as "startsOn", t.ends_on as "endsOn"
			from organisation_tie t join organisation o
				on o.id = case when t.organisation_id = ${organisationId} then t.other_organisation_id else t.organisation_id end
			where ${organisationId} in (t.organisation_id, t.other_organisation_id)
				and (${maySeeContacts(actor)} or t.kind in ('partner-of-member', 'part-of'))
			order by t.kind, 3, coalesce(o.name->>'nl', o.name->>'en') collate "und-x-icu"`
	);

type Organisation = typeof organisation.$inferSelect;

/** An organisation with its memberships; people and ties for those inside, contacts for the bureau. */
export async function organisationDetails(db: Database, actor: Actor, day: Day, subject: Organisation) {
	const memberships = await rows<{ id: string; startsOn: Day; endsOn: Day | null }>(
		db,
		sql`select id, starts_on as "startsOn", ends_on as "endsOn" from membership
			where organisation_id = ${subject.id} order by starts_on desc`
	);
	return {
		organisation: subject,
		isMember: memberships.some((one) => one.startsOn <= day && (one.endsOn === null || one.endsOn >= day)),
		memberships,
		people: maySeePeople(actor) ? await peopleOf(db, actor, day, subject.id) : [],
		ties: maySeePeople(actor) ? await tiesWith(db, actor, subject.id) : [],
		contacts: maySeeContacts(actor) ? await contactsWith(db, subject.id) : []
	};
}
