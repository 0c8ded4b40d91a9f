// What is read of judged readings and overrulings; which of them stood on a day is a pure rule (`targets/judged.ts`).
import type { Day } from '#platform/day.ts';
import { rows, sql, type Database } from '#platform/server/database.ts';
import { judgementOn, overrulingOn, type Judgement, type Overruling } from '../targets/judged.ts';

type Kept = { id: string; promiseId: string; by: string | null };
export type KeptJudgement = Kept & Judgement & { recordedOn: Day; withdrawnWhy: string | null };
export type KeptOverruling = Kept & Overruling & { liftedBy: string | null };

const named = (alias: string) => sql.raw(`nullif(trim(${alias}.given_name || ' ' || ${alias}.family_name), '')`);

const judgements = (db: Database, among: ReturnType<typeof sql>) =>
	rows<KeptJudgement>(
		db,
		sql`select j.id, j.promise_id as "promiseId", j.judged_on as "judgedOn", j.value, j.verdict, j.source, j.reason,
				j.recorded_on as "recordedOn", j.withdrawn_on as "withdrawnOn", j.withdrawn_why as "withdrawnWhy", ${named('b')} as by
			from judged_reading j left join person b on b.id = j.by_person_id where ${among} order by j.judged_on, j.id`
	);

const overrulings = (db: Database, among: ReturnType<typeof sql>) =>
	rows<KeptOverruling>(
		db,
		sql`select o.id, o.promise_id as "promiseId", o.status, o.why, o.starts_on as "startsOn", o.ends_on as "endsOn",
				o.lifted_on as "liftedOn", ${named('b')} as by, ${named('l')} as "liftedBy"
			from overruling o left join person b on b.id = o.by_person_id left join person l on l.id = o.lifted_by_id
			where ${among} order by o.starts_on, o.id`
	);

/** Everything that was ever said of a promise, the newest first; by whom for those inside. */
export async function saidOf(db: Database, promiseId: string, withNames: boolean) {
	const judged = await judgements(db, sql`j.promise_id = ${promiseId}`);
	const overruled = await overrulings(db, sql`o.promise_id = ${promiseId}`);
	return {
		judgements: judged.reverse().map((one) => (withNames ? one : { ...one, by: null })),
		overrulings: overruled.reverse().map((one) => (withNames ? one : { ...one, by: null, liftedBy: null }))
	};
}

export type Said = ReadonlyMap<string, { judgement?: KeptJudgement; overruling?: KeptOverruling }>;

/** What stood of the promises of a plan on a day, by promise. */
export async function saidOn(db: Database, planId: string, day: Day): Promise<Said> {
	const ofPlan = sql`in (select id from promise where plan_id = ${planId})`;
	const judged = Map.groupBy(await judgements(db, sql`j.promise_id ${ofPlan}`), ({ promiseId }) => promiseId);
	const overruled = Map.groupBy(await overrulings(db, sql`o.promise_id ${ofPlan}`), ({ promiseId }) => promiseId);
	return new Map(
		[...new Set([...judged.keys(), ...overruled.keys()])].map((promiseId) => {
			const judgement = judgementOn(judged.get(promiseId) ?? [], day);
			const overruling = overrulingOn(overruled.get(promiseId) ?? [], day);
			return [promiseId, { ...(judgement ? { judgement } : {}), ...(overruling ? { overruling } : {}) }];
		})
	);
}
