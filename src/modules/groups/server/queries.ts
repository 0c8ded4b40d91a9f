// What is read of groups and who is in them; reached only through operations.
import { and, eq } from 'drizzle-orm';
import { isBureau, type Actor } from '#platform/actor.ts';
import { hasPageOn } from '#modules/members/server/public.ts';
import type { Day } from '#platform/day.ts';
import type { Localized } from '#platform/localized.ts';
import { rows, sql, type Database } from '#platform/server/database.ts';
import { containing, pageSize } from '#platform/server/list.ts';
import { factVisibleIn, visibleTo } from '#platform/server/views.ts';
import { group, groupMembership } from './schema.ts';

/** `maySeeGroup`, said in SQL. */
const visible = (actor: Actor) => {
	const own = actor.groups.map(({ groupId }) => groupId);
	const forAll = visibleTo(actor, {
		visibility: sql`${group.visibility}`,
		organisationId: sql`null::uuid`,
		groupId: sql`${group.id}`
	});
	return sql`(${forAll} or ${group.id} = any (${sql.param(own)}::uuid[]))`;
};

export async function visibleGroup(db: Database, actor: Actor, id: string) {
	const [found] = await db
		.select()
		.from(group)
		.where(and(eq(group.id, id), visible(actor)));
	return found;
}

/** Held until the end of the transaction, so that nobody joins twice at once. */
export async function heldGroup(db: Database, actor: Actor, id: string) {
	const [found] = await db
		.select()
		.from(group)
		.where(and(eq(group.id, id), visible(actor)))
		.for('update');
	return found;
}

/** The membership, when the actor may know of the group or it is their own. */
export async function visibleMembership(db: Database, actor: Actor, id: string) {
	const [found] = await db.select().from(groupMembership).where(eq(groupMembership.id, id));
	if (!found) return undefined;
	return found.personId === actor.personId || (await visibleGroup(db, actor, found.groupId)) ? found : undefined;
}

const lasts = (day: Day) => sql`gm.starts_on <= ${day} and coalesce(gm.ends_on, 'infinity') >= ${day}::date`;

export type ListedGroup = {
	id: string;
	name: Localized;
	kind: (typeof group.$inferSelect)['kind'];
	visibility: 'public' | 'members' | 'bureau';
	people: number;
	mine: 'lead' | 'member' | null;
	total: number;
};

type Filter = { q?: string | undefined; kind?: string | undefined; page: number };

/** One page of groups, those of the reader first; `total` stands in every row. */
export async function groupList(db: Database, actor: Actor, day: Day, { q, kind, page }: Filter) {
	const like = q && containing(q);
	const own = actor.groups.map(({ groupId }) => groupId);
	const found = await rows<ListedGroup>(
		db,
		sql`select ${group.id} as id, ${group.name} as name, ${group.kind} as kind, ${group.visibility} as visibility,
				(select count(distinct gm.person_id) from group_membership gm where gm.group_id = ${group.id} and ${lasts(day)}) as people,
				(select min(gm.role) from group_membership gm where gm.group_id = ${group.id} and ${lasts(day)}
					and gm.person_id = ${actor.personId}::uuid) as mine,
				count(*) over () as total
			from ${group}
			where ${visible(actor)} and ${kind ? sql`${group.kind} = ${kind}` : sql`true`}
				and ${like ? sql`(${group.name}->>'nl' ilike ${like} or ${group.name}->>'en' ilike ${like})` : sql`true`}
			order by ${group.id} = any (${sql.param(own)}::uuid[]) desc,
				coalesce(${group.name}->>'nl', ${group.name}->>'en') collate "und-x-icu", 1
			limit ${pageSize} offset ${(page - 1) * pageSize}`
	);
	return { groups: found, total: found[0]?.total ?? 0, page, pageSize };
}

export type GroupMember = {
	id: string;
	personId: string;
	name: string;
	/** The reader may open this person's page. */
	hasPage: boolean;
	organisation: Localized | null;
	role: 'lead' | 'member';
	startsOn: Day;
	endsOn: Day | null;
};

/** Who is in it on this day or will be, the lead first; who was erased is counted by nobody's name. */
export const groupMembers = (db: Database, actor: Actor, day: Day, groupId: string) =>
	rows<GroupMember>(
		db,
		sql`select gm.id, p.id as "personId", p.given_name || ' ' || p.family_name as name,
				${isBureau(actor) ? sql`true` : sql`${hasPageOn(day)}`} as "hasPage",
				(select o.name from affiliation af join organisation o on o.id = af.organisation_id
					where af.person_id = p.id and af.starts_on <= ${day} and coalesce(af.ends_on, 'infinity') >= ${day}::date
					order by af.role, af.starts_on limit 1) as organisation,
				gm.role, gm.starts_on as "startsOn", gm.ends_on as "endsOn"
			from group_membership gm join person p on p.id = gm.person_id
			where gm.group_id = ${groupId} and p.erased_at is null and coalesce(gm.ends_on, 'infinity') >= ${day}::date
			order by gm.role, p.family_name collate "und-x-icu", p.given_name`
	);

export type Meeting = { id: string; title: Localized; startsOn: Day; state: 'planned' | 'done'; href: string };

/** What the group meets about, from the published facts: the last few and the next few. */
export const meetingsOf = (db: Database, actor: Actor, groupId: string) =>
	rows<Meeting>(
		db,
		sql`select f.id, f.title, f.starts_on as "startsOn", f.state, f.href from fact f
			where f.kind = 'event.done' and (f.group_id = ${groupId} or f.also_group_ids @> array[${groupId}::uuid])
				and ${factVisibleIn(actor, 'f')}
			order by f.starts_on desc limit 12`
	);

export type PersonsGroup = {
	id: string;
	groupId: string;
	name: Localized;
	role: 'lead' | 'member';
	startsOn: Day;
	endsOn: Day | null;
};

/** The groups that a person is in, as far as the actor may see those groups. */
export const groupsOfPerson = (db: Database, actor: Actor, day: Day, personId: string) =>
	rows<PersonsGroup>(
		db,
		sql`select gm.id, ${group.id} as "groupId", ${group.name} as name, gm.role, gm.starts_on as "startsOn", gm.ends_on as "endsOn"
			from group_membership gm join ${group} on ${group.id} = gm.group_id
			where gm.person_id = ${personId} and coalesce(gm.ends_on, 'infinity') >= ${day}::date and ${visible(actor)}
			order by gm.role, coalesce(${group.name}->>'nl', ${group.name}->>'en')`
	);

/** Whether the person is in the group on any day of the period. */
export async function isInDuring(
	db: Database,
	{
		groupId,
		personId,
		startsOn,
		endsOn
	}: { groupId: string; personId: string; startsOn: Day; endsOn?: Day | undefined }
): Promise<boolean> {
	const found = await rows(
		db,
		sql`select from group_membership where group_id = ${groupId} and person_id = ${personId}
			and daterange(starts_on, ends_on, '[]') && daterange(${startsOn}, ${endsOn ?? null}::date, '[]') limit 1`
	);
	return found.length > 0;
}
