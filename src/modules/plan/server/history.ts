// What became of the plan after it was adopted: changes with who, when and why, and which targets were lowered.
import type { Actor } from '#platform/actor.ts';
import type { Day } from '#platform/day.ts';
import { rows, sql, type Database } from '#platform/server/database.ts';
import { maySeeHistory } from '../rules.ts';
import { loweringOf, type Lowering } from '../targets/lowered.ts';
import type { Target } from '../targets/target.ts';

export type Lowered = Lowering & { on: Day; why: string; by: string | null };
export type Withdrawn = { on: Day; why: string };
/** What must stay in sight of a promise. */
export type Marks = { lowered?: Lowered; withdrawn?: Withdrawn };

type TargetChange = {
	promiseId: string;
	before: Target | null;
	after: Target | null;
	target: Target | null;
	on: Day;
	why: string;
	by: string | null;
};

/** Every change of a target since adoption, oldest first, with the target as it is now. */
const targetChanges = (db: Database, planId: string) =>
	rows<TargetChange>(
		db,
		sql`select c.promise_id as "promiseId", c.before, c.after, p.target, c.changed_on as "on", c.why,
				nullif(trim(o.given_name || ' ' || o.family_name), '') as by
			from plan_change c join promise p on p.id = c.promise_id left join person o on o.id = c.changed_by_id
			where c.plan_id = ${planId} and c.field = 'target' order by c.changed_at, c.id`
	);

/** A target is lowered when it asks for less than when the plan was adopted; the last change that lowered it says why. */
function loweredBy(changes: readonly TargetChange[]): Lowered | undefined {
	const [first] = changes;
	const now = first && loweringOf(first.before, first.target);
	if (!now) return undefined;
	const { on, why, by } = changes.findLast(({ before, after }) => loweringOf(before, after)) ?? changes.at(-1)!;
	return { ...now, on, why, by };
}

/** The marks of the plan's promises, by the id of the promise; who did it is told inside only. */
export async function marksOf(db: Database, actor: Actor, planId: string): Promise<ReadonlyMap<string, Marks>> {
	const marks = new Map<string, Marks>();
	const byPromise = Map.groupBy(await targetChanges(db, planId), ({ promiseId }) => promiseId);
	for (const [promiseId, changes] of byPromise) {
		const lowered = loweredBy(changes);
		if (lowered) marks.set(promiseId, { lowered: maySeeHistory(actor) ? lowered : { ...lowered, by: null } });
	}
	const withdrawn = await rows<Withdrawn & { id: string }>(
		db,
		sql`select id, withdrawn_on as "on", withdrawn_why as why from promise where plan_id = ${planId} and withdrawn_on is not null`
	);
	for (const { id, on, why } of withdrawn) marks.set(id, { ...marks.get(id), withdrawn: { on, why } });
	return marks;
}

export type KeptChange = {
	id: string;
	subject: string;
	field: string;
	before: unknown;
	after: unknown;
	on: Day;
	at: Date;
	why: string;
	by: string | null;
};

/** Changes of a plan or of one promise of it, the newest first. */
export const changesOf = (
	db: Database,
	{ planId, promiseId, limit }: { planId: string; promiseId?: string; limit: number }
) =>
	rows<KeptChange>(
		db,
		sql`select c.id, c.subject, c.field, c.before, c.after, c.changed_on as "on", c.changed_at as at, c.why,
				nullif(trim(o.given_name || ' ' || o.family_name), '') as by
			from plan_change c left join person o on o.id = c.changed_by_id
			where c.plan_id = ${planId} ${promiseId === undefined ? sql`` : sql`and c.promise_id = ${promiseId}`}
			order by c.changed_at desc, c.id limit ${limit}`
	);

/** Names of the people that stand in these changes as an owner. */
export async function peopleIn(db: Database, values: readonly unknown[]): Promise<Map<string, string>> {
	const ids = new Set(JSON.stringify(values).match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []);
	if (ids.size === 0) return new Map();
	const found = await rows<{ id: string; name: string }>(
		db,
		sql`select id, trim(given_name || ' ' || family_name) as name from person where id in ${[...ids]}`
	);
	return new Map(found.map(({ id, name }) => [id, name]));
}
