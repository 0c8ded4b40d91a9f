// For whom a task may be: to choose from, and to check what was chosen.
import { isBoard, isBureau, type Actor } from '#platform/actor.ts';
import { isInGroup } from '#modules/groups/server/public.ts';
import { group } from '#modules/groups/server/schema.ts';
import { canSeePerson } from '#modules/members/server/public.ts';
import type { Day } from '#platform/day.ts';
import { Forbidden, invalid } from '#platform/errors.ts';
import type { Localized } from '#platform/localized.ts';
import { rows, sql, type Database } from '#platform/server/database.ts';
import type { Caller } from '#platform/server/operation.ts';
import { checkReferences } from '#platform/server/references.ts';
import { mayGiveTask } from '../rules.ts';
import type { Assignee } from '../words.ts';

export type OfferedAssignee = Partial<Assignee> & { person?: string; group?: Localized };

const lasts = (alias: string, day: Day) =>
	sql`${sql.raw(alias)}.starts_on <= ${day} and coalesce(${sql.raw(alias)}.ends_on, 'infinity') >= ${day}::date`;
const name = sql.raw(`trim(p.given_name || ' ' || p.family_name)`);
const byName = sql.raw(`order by p.family_name collate "und-x-icu", p.given_name collate "und-x-icu", 1`);

/** Whoever works for or governs the association. */
const colleagues = (db: Database, day: Day) =>
	rows<{ forPersonId: string; person: string }>(
		db,
		sql`select p.id as "forPersonId", ${name} as person from person p where p.erased_at is null and exists (
			select from association_role r where r.person_id = p.id and r.role in ('bureau', 'board') and ${lasts('r', day)}) ${byName}`
	);

const groupsOffered = (db: Database, among: ReturnType<typeof sql>) =>
	rows<{ forGroupId: string; group: Localized }>(
		db,
		sql`select g.id as "forGroupId", g.name as "group" from "group" g where ${among}
			order by coalesce(g.name->>'nl', g.name->>'en') collate "und-x-icu"`
	);

/** People in groups, each as who does it for that group; only leads, or everybody. */
const seats = (db: Database, day: Day, among: ReturnType<typeof sql>) =>
	rows<{ forGroupId: string; group: Localized; forPersonId: string; person: string }>(
		db,
		sql`select g.id as "forGroupId", g.name as "group", p.id as "forPersonId", ${name} as person
			from group_membership gm join "group" g on g.id = gm.group_id join person p on p.id = gm.person_id
			where ${lasts('gm', day)} and p.erased_at is null and ${among}
			order by coalesce(g.name->>'nl', g.name->>'en') collate "und-x-icu", gm.role, p.family_name collate "und-x-icu", 1 limit 1000`
	);

/** Everybody that the actor may give a task to, themselves first. */
export async function assigneesFor(db: Database, actor: Actor, day: Day): Promise<OfferedAssignee[]> {
	const me: OfferedAssignee[] = actor.personId ? [{ forPersonId: actor.personId }] : [];
	const led = sql.param(actor.groups.filter(({ role }) => role === 'lead').map(({ groupId }) => groupId));
	const isLed = sql`g.id = any (${led}::uuid[])`;
	if (!isBureau(actor) && !isBoard(actor)) {
		return [...me, ...(await groupsOffered(db, isLed)), ...(await seats(db, day, isLed))];
	}
	const others = (await colleagues(db, day)).filter(({ forPersonId }) => forPersonId !== actor.personId);
	return [
		...me,
		{ forRole: 'bureau' },
		{ forRole: 'board' },
		...others,
		...(await groupsOffered(db, sql`true`)),
		...(await seats(db, day, sql`(gm.role = 'lead' or ${isLed})`))
	];
}

/** Refuses an assignee that the actor may give nothing to, that is not there, or that is not in that group. */
export async function checkAssignee({ db, actor, clock }: Pick<Caller, 'db' | 'actor' | 'clock'>, to: Assignee) {
	if (!mayGiveTask(actor, to)) throw new Forbidden();
	const { forPersonId, forGroupId } = to;
	await checkReferences(db, [{ path: 'to', table: group, id: forGroupId }]);
	if (forPersonId === null) return;
	const isThere = forGroupId
		? await isInGroup(db, forGroupId, forPersonId, clock.today())
		: await canSeePerson(db, actor, clock.today(), forPersonId);
	if (!isThere) throw invalid('to', 'unknown');
}
