// What is read of tasks; reached only through operations and the door.
import { eq } from 'drizzle-orm';
import { isBureau, type Actor } from '#platform/actor.ts';
import type { Day } from '#platform/day.ts';
import type { Localized } from '#platform/localized.ts';
import { refKey, type NamedRecord, type RecordRef } from '#platform/record.ts';
import { rows, sql, type Database } from '#platform/server/database.ts';
import type { Caller } from '#platform/server/operation.ts';
import { recordsBehind } from '#platform/server/records.ts';
import { maySeeTask } from '../rules.ts';
import type { TaskChange, TaskList, TaskRole, TaskState } from '../words.ts';
import { task } from './schema.ts';

export const pageSize = 50;

const groupIds = (actor: Actor) => sql`${sql.param(actor.groups.map(({ groupId }) => groupId))}::uuid[]`;
const roles = (actor: Actor) => sql`${sql.param([...actor.roles, ...(isBureau(actor) ? ['bureau'] : [])])}::text[]`;
const mine = (actor: Actor) => sql`coalesce(t.for_person_id = ${actor.personId}::uuid, false)`;
/** Of a group or a role of the actor, with nobody's name on it. */
const ours = (actor: Actor) => sql`(t.for_person_id is null and coalesce(
	t.for_role = any (${roles(actor)}) or t.for_group_id = any (${groupIds(actor)}), false))`;

/** `maySeeTask`, said in SQL over `task t`. */
const visible = (actor: Actor) =>
	isBureau(actor)
		? sql`true`
		: sql`coalesce(t.made_by_id = ${actor.personId}::uuid or t.for_person_id = ${actor.personId}::uuid
			or t.for_role = any (${roles(actor)}) or t.for_group_id = any (${groupIds(actor)}), false)`;

type Row = {
	id: string;
	what: Localized;
	dueOn: Day;
	state: TaskState;
	settledOn: Day | null;
	settledBy: string | null;
	forPersonId: string | null;
	forGroupId: string | null;
	forRole: TaskRole | null;
	person: string | null;
	group: Localized | null;
	madeById: string | null;
	aboutKind: string | null;
	aboutId: string | null;
};

export type ListedTask = Row & { about: NamedRecord | null };

const named = (alias: string) => sql.raw(`nullif(trim(${alias}.given_name || ' ' || ${alias}.family_name), '')`);

const select = sql`select t.id, t.what, t.due_on as "dueOn", t.state, t.settled_on as "settledOn", ${named('s')} as "settledBy",
		t.for_person_id as "forPersonId", t.for_group_id as "forGroupId", t.for_role as "forRole", ${named('f')} as person,
		g.name as "group", t.made_by_id as "madeById", t.about_kind as "aboutKind", t.about_id as "aboutId",
		count(*) over () as total
	from task t left join person f on f.id = t.for_person_id left join "group" g on g.id = t.for_group_id
		left join person s on s.id = t.settled_by_id`;

const refOf = ({ aboutKind, aboutId }: Row): RecordRef[] =>
	aboutKind && aboutId ? [{ kind: aboutKind, id: aboutId }] : [];

/** With what they are about, as far as the actor may know of that. */
async function withRecords(caller: Omit<Caller, 'locale'>, found: readonly Row[]): Promise<ListedTask[]> {
	const records = await recordsBehind(caller, found.flatMap(refOf));
	return found.map((row) => ({ ...row, about: refOf(row).map((ref) => records.get(refKey(ref)))[0] ?? null }));
}

const inList = (actor: Actor, list: TaskList) =>
	({
		mine: sql`t.state = 'open' and ${mine(actor)}`,
		ours: sql`t.state = 'open' and ${ours(actor)}`,
		others: sql`t.state = 'open' and not ${mine(actor)} and not ${ours(actor)}`,
		settled: sql`t.state <> 'open'`
	})[list];

/** One page of a list, soonest first; of what is settled the newest first. */
export async function taskPage(caller: Omit<Caller, 'locale'>, list: TaskList, page: number) {
	const { db, actor } = caller;
	const order = list === 'settled' ? sql`t.settled_on desc, t.id desc` : sql`t.due_on, t.id`;
	const found = await rows<Row & { total: number }>(
		db,
		sql`${select} where ${visible(actor)} and ${inList(actor, list)} order by ${order}
			limit ${pageSize} offset ${(page - 1) * pageSize}`
	);
	return { rows: await withRecords(caller, found), total: found[0]?.total ?? 0, page, pageSize };
}

/** How many are open in each list. */
export async function taskCounts(db: Database, actor: Actor): Promise<Record<Exclude<TaskList, 'settled'>, number>> {
	const among = (list: TaskList) => sql`count(*) filter (where ${inList(actor, list)})`;
	const [found] = await rows<Record<Exclude<TaskList, 'settled'>, number>>(
		db,
		sql`select ${among('mine')} as mine, ${among('ours')} as ours, ${among('others')} as others
			from task t where ${visible(actor)}`
	);
	return found!;
}

/** The tasks about records that the actor may see, open ones first, by `refKey`. */
export async function tasksOf(
	{ db, actor }: Pick<Caller, 'db' | 'actor'>,
	refs: readonly RecordRef[]
): Promise<Map<string, Row[]>> {
	if (refs.length === 0) return new Map();
	const ids = sql.param(refs.map(({ id }) => id));
	const found = await rows<Row>(
		db,
		sql`${select} where t.about_id = any (${ids}::uuid[]) and ${visible(actor)}
			order by t.state <> 'open', t.due_on, t.id limit 1000`
	);
	const keys = new Set(refs.map(refKey));
	const byRef = Map.groupBy(found, (row) => refKey(refOf(row)[0]!));
	return new Map([...byRef].filter(([key]) => keys.has(key)));
}

export async function visibleTask(db: Database, actor: Actor, id: string) {
	const [found] = await db.select().from(task).where(eq(task.id, id));
	return found && maySeeTask(actor, found) ? found : undefined;
}

/** The same task as lists show it. */
export async function listedTask(caller: Omit<Caller, 'locale'>, id: string): Promise<ListedTask> {
	const found = await rows<Row>(caller.db, sql`${select} where t.id = ${id}`);
	return (await withRecords(caller, found))[0]!;
}

export type ShownChange = {
	kind: TaskChange | 'made';
	on: Day;
	by: string | null;
	fromOn: Day | null;
	toOn: Day | null;
	why: string | null;
};

/** What became of a task, newest first; last that it was made. */
export const changesOf = (db: Database, taskId: string) =>
	rows<ShownChange>(
		db,
		sql`select * from (select c.kind, c.changed_on as "on", ${named('p')} as by, c.from_on as "fromOn", c.to_on as "toOn", c.why, c.id
				from task_change c left join person p on p.id = c.by_person_id where c.task_id = ${taskId}
			union all select 'made', t.made_on, ${named('p')}, null, null, null, t.id
				from task t left join person p on p.id = t.made_by_id where t.id = ${taskId}) changes
			order by "on" desc, kind = 'made', id desc`
	);
