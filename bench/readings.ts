// Reading the whole plan over a million facts: all targets, status and forecast, against hand-written SQL for the same.
import { isDeepStrictEqual } from 'node:util';
import { answer, statementsFor } from '#modules/plan/server/compile.ts';
import { planOn } from '#modules/plan/server/promises.ts';
import { readPlan } from '#modules/plan/server/reading.ts';
import type { Answer } from '#modules/plan/targets/answer.ts';
import type { Question } from '#modules/plan/targets/question.ts';
import { connect, rows, sql, type Database } from '#platform/server/database.ts';
import { benchCaller, benchDay } from './fill.ts';
import { inTurns, ratio, repeat, rounded, say, timesOf } from './measure.ts';
import { reference } from './reference.ts';

type Explained = { 'Planning Time': number; 'Execution Time': number };

/** Planning and execution of the one statement of a reading, as PostgreSQL itself measures them. */
async function explained(db: Database, questions: readonly Question[]) {
	const statement = sql.join(statementsFor(questions, benchDay), sql` union all `);
	const measured: Explained[] = [];
	for (let turn = 0; turn < 9; turn += 1) {
		const [row] = await rows<{ 'QUERY PLAN': [Explained] }>(
			db,
			sql`explain (analyze, timing off, format json) ${statement}`
		);
		measured.push(row!['QUERY PLAN'][0]);
	}
	return {
		planning_ms: timesOf(measured.map((one) => one['Planning Time'])).median_ms,
		execution_ms: timesOf(measured.map((one) => one['Execution Time'])).median_ms
	};
}

const rough = (found: Answer) =>
	'base' in found ? { ...found, value: rounded(found.value ?? 0), base: rounded(found.base ?? 0) } : found;

/** Ends the bench when the hand-written SQL says anything else: then a ratio says nothing. */
function mustAgree(ours: ReadonlyMap<string, Answer>, theirs: ReadonlyMap<string, Answer>): void {
	for (const [id, found] of ours) {
		if (isDeepStrictEqual(rough(found), rough(theirs.get(id)!))) continue;
		throw new Error(`${id}: the site answers ${JSON.stringify(found)}, by hand ${JSON.stringify(theirs.get(id))}`);
	}
}

const filledIn = (answers: ReadonlyMap<string, Answer>) =>
	[...answers.values()].filter(
		(found) =>
			('days' in found && found.days.length > 0) ||
			('steps' in found && found.steps.some(({ value }) => value > 0)) ||
			('base' in found && found.value !== null)
	).length;

/** A first reading on a connection that has not read anything yet. */
async function firstReading(url: string): Promise<number> {
	const { db, close } = connect(url, 1);
	try {
		const plan = (await planOn(db, benchDay))!;
		const [cold] = await repeat(1, () => readPlan(db, benchCaller(db).actor, plan, benchDay));
		return rounded(cold!);
	} finally {
		await close();
	}
}

export async function benchReadings(url: string, { quick }: { quick: boolean }): Promise<void> {
	const { db, close } = connect(url, 4);
	try {
		const cold = await firstReading(url);
		const plan = (await planOn(db, benchDay))!;
		const ours = () => readPlan(db, benchCaller(db).actor, plan, benchDay);
		const { read } = await ours();
		const questions = read.flatMap((one) => one.questions);
		const answers = await answer(db, questions, benchDay, { often: true });
		mustAgree(answers, await reference(db, questions, benchDay));
		say({
			bench: 'readings.same',
			targets: read.filter(({ promise }) => promise.target !== null).length,
			questions: questions.length,
			with_facts: filledIn(answers)
		});
		say({ bench: 'readings.statement', ...(await explained(db, questions)) });
		const times = await inTurns(quick ? 15 : 60, {
			whole: ours,
			limit: () => reference(db, questions, benchDay),
			facts: () => answer(db, questions, benchDay, { often: true })
		});
		const [whole, limit, facts] = [timesOf(times.whole), timesOf(times.limit), timesOf(times.facts)];
		say({
			bench: 'readings.whole-plan',
			cold_ms: cold,
			...whole,
			limit: 'hand-written SQL over the tables, one prepared statement, without the plan itself',
			limit_median_ms: limit.median_ms,
			ratio: ratio(whole.median_ms, limit.median_ms),
			aim: { ratio: 2, median_ms: 150 }
		});
		say({
			bench: 'readings.facts-only',
			...facts,
			limit_median_ms: limit.median_ms,
			ratio: ratio(facts.median_ms, limit.median_ms)
		});
		await db.execute(
			sql`insert into issue (id, channel_id, title, sent_on, state) select gen_random_uuid(), id, '{"nl": "Nieuw"}', ${benchDay}, 'sent' from channel limit 1`
		);
		say({
			bench: 'readings.after-one-new-fact',
			first_ms: rounded((await repeat(1, ours))[0]!),
			...timesOf(await repeat(10, ours))
		});
	} finally {
		await close();
	}
}
