// The door of members: what other modules may call.
import { and, eq, lte, or, isNotNull, isNull, gte } from 'drizzle-orm';
import type { Database } from '#platform/server/database.ts';
import { newId } from '#platform/server/id.ts';
import type { Localized } from '#platform/localized.ts';
import type { Day } from '#platform/day.ts';
import { Conflict } from '#platform/errors.ts';
import type { Actor } from '#platform/actor.ts';
import { listedOn, peopleList, visiblePerson } from './people.ts';
import { affiliation, associationRole, organisation, person } from './schema.ts';

/** The organisation with this key, made when there is none yet. */
export async function ensureOrganisation(
	db: Database,
	wanted: { key: string; name: Localized; shortName?: string | undefined }
): Promise<string> {
	const [made] = await db
		.insert(organisation)
		.values({ id: newId(), ...wanted })
		.onConflictDoNothing({ target: organisation.key })
		.returning({ id: organisation.id });
	if (made) return made.id;
	const [found] = await db.select({ id: organisation.id }).from(organisation).where(eq(organisation.key, wanted.key));
	return found!.id;
}

/** Keys and names of all organisations. */
export async function organisationsByKey(db: Database): Promise<Map<string, { id: string; name: Localized }>> {
	const all = await db
		.select({ id: organisation.id, key: organisation.key, name: organisation.name })
		.from(organisation);
	return new Map(all.map(({ key, ...rest }) => [key, rest]));
}

/** The person with this address, as far as they may sign in. */
export async function personByAddress(db: Database, email: string) {
	const [found] = await db
		.select({ id: person.id, givenName: person.givenName, familyName: person.familyName, locale: person.locale })
		.from(person)
		.where(eq(person.email, email.trim().toLowerCase()));
	return found;
}

/** The id of everybody with a mail address, by that address. */
export async function peopleByAddress(db: Database): Promise<Map<string, string>> {
	const all = await db.select({ id: person.id, email: person.email }).from(person).where(isNotNull(person.email));
	return new Map(all.map(({ id, email }) => [email!, id]));
}

export async function personName(db: Database, personId: string): Promise<string | undefined> {
	const [found] = await db
		.select({ givenName: person.givenName, familyName: person.familyName })
		.from(person)
		.where(eq(person.id, personId));
	return found && `${found.givenName} ${found.familyName}`;
}

/** Who works for or governs the association on a day, by name. */
export async function colleaguesOn(db: Database, day: Day): Promise<{ id: string; name: string }[]> {
	const all = await db
		.selectDistinct({ id: person.id, givenName: person.givenName, familyName: person.familyName })
		.from(associationRole)
		.innerJoin(person, eq(person.id, associationRole.personId))
		.where(
			and(lte(associationRole.startsOn, day), or(isNull(associationRole.endsOn), gte(associationRole.endsOn, day)))
		)
		.orderBy(person.givenName, person.familyName);
	return all.map(({ id, givenName, familyName }) => ({ id, name: `${givenName} ${familyName}` }));
}

/** The organisation a person works for on a day; the representative's tie goes first. */
export async function organisationOfPerson(db: Database, personId: string, day: Day): Promise<string | undefined> {
	const [found] = await db
		.select({ organisationId: affiliation.organisationId })
		.from(affiliation)
		.where(
			and(
				eq(affiliation.personId, personId),
				lte(affiliation.startsOn, day),
				or(isNull(affiliation.endsOn), gte(affiliation.endsOn, day))
			)
		)
		.orderBy(affiliation.role)
		.limit(1);
	return found?.organisationId;
}

/**
 * SQL for an organisation's standing on a day, to use in a published view: a scalar `exists`, never a join
 * (a join counted an organisation twice when two periods touched).
 */
export const standingOn = (organisationId: string, day: string) => `case
	when ${organisationId} is null then 'other'
	when exists (select from membership ms where ms.organisation_id = ${organisationId}
		and ms.starts_on <= ${day} and coalesce(ms.ends_on, 'infinity') >= ${day}) then 'member'
	when exists (select from organisation_tie t join membership ms on ms.organisation_id = t.other_organisation_id
		where t.organisation_id = ${organisationId} and t.kind in ('partner-of-member', 'part-of')
		and coalesce(t.starts_on, '-infinity') <= ${day} and coalesce(t.ends_on, 'infinity') >= ${day}
		and ms.starts_on <= ${day} and coalesce(ms.ends_on, 'infinity') >= ${day}) then 'partner-of-member'
	else 'other' end`;

/** The standing of a fact from outside (`reported_fact r`): as told, or else as its organisation stood on that day. */
export const standingReported = `coalesce(r.standing, ${standingOn('r.organisation_id', 'r.starts_on')})`;

type FirstAdministrator = Pick<typeof person.$inferInsert, 'givenName' | 'familyName' | 'email' | 'locale'>;

/** The person who administers a new association: nobody is there yet who could add them or give them the role. */
export async function addFirstAdministrator(db: Database, who: FirstAdministrator, today: Day): Promise<string> {
	const [made] = await db
		.insert(person)
		.values({ id: newId(), ...who })
		.onConflictDoNothing()
		.returning({ id: person.id });
	if (!made) throw new Conflict('members_conflict_address_taken');
	await db.insert(associationRole).values({ id: newId(), personId: made.id, role: 'administrator', startsOn: today });
	return made.id;
}

export type NamedPerson = { id: string; name: string; organisation: Localized | null };

/** People whom the actor may see and whose name contains the text, a few: to choose one from. */
export async function peopleNamed(db: Database, actor: Actor, day: Day, text: string): Promise<NamedPerson[]> {
	const { people } = await peopleList(db, actor, day, { q: text, page: 1 });
	return people.map(({ id, name, positions }) => ({ id, name, organisation: positions[0]?.organisation ?? null }));
}

/** Whether the actor may know of this person at all. */
export const canSeePerson = async (db: Database, actor: Actor, day: Day, personId: string) =>
	(await visiblePerson(db, actor, day, personId)) !== undefined;

/** SQL over `person p`: works for a member or for the association on this day, and so has a page for those inside. */
export const hasPageOn = (day: Day) => listedOn(day);
