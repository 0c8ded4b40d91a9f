// Reading the whole plan over a million facts: all targets, status and forecast, against hand-written SQL for the same.
import { connect, rows, sql, type Database } from '#platform/server/database.ts';
import { statements } from '#modules/plan/server/compile.ts';
import { planOn } from '#modules/plan/server/promises.ts';
import { readPlan } from '#modules/plan/server/reading.ts';
import { benchCaller, benchDay, fill } from './fill.ts';
import { ratio, repeat, say, timesOf } from './measure.ts';
import { reference } from './reference.ts';

type Explained = { 'Planning Time': number; 'Execution Time': number };

/** Planning and execution of all statements of one reading, as PostgreSQL itself measures them. */
async function explained(db: Database, questions: Parameters<typeof statements>[0]) {
	const total = { planning_ms: 0, execution_ms: 0, statements: 0 };
	for (const { statement } of statements(questions, benchDay)) {
		const [row] = await rows<{ 'QUERY PLAN': Explained[] }>(
			db,
			sql`explain (analyze, timing off, format json) ${statement}`
		);
		total.planning_ms += row!['QUERY PLAN'][0]!['Planning Time'];
		total.execution_ms += row!['QUERY PLAN'][0]!['Execution Time'];
		total.statements += 1;
	}
	return {
		...total,
		planning_ms: Math.round(total.planning_ms * 100) / 100,
		execution_ms: Math.round(total.execution_ms * 100) / 100
	};
}

export async function benchReadings(url: string): Promise<void> {
	const { db, close } = connect(url, 4);
	try {
		const [filled] = await repeat(1, async () => say({ bench: 'readings.facts', ...(await fill(db)) }));
		say({ bench: 'readings.fill', seconds: Math.round(filled! / 100) / 10 });
		const { actor } = benchCaller(db);
		const plan = (await planOn(db, benchDay))!;
		const ours = () => readPlan(db, actor, plan, benchDay);
		const cold = await repeat(1, ours);
		const { context, read } = await ours();
		const warm = await repeat(30, ours);
		const questions = read.flatMap((one) => one.questions);
		say({ bench: 'readings.statements', questions: questions.length, ...(await explained(db, questions)) });
		await reference(db, read, context, benchDay);
		const best = await repeat(30, () => reference(db, read, context, benchDay));
		const [whole, limit] = [timesOf(warm), timesOf(best)];
		say({
			bench: 'readings.whole-plan',
			cold_ms: timesOf(cold).median_ms,
			...whole,
			limit: 'hand-written SQL over the tables',
			limit_median_ms: limit.median_ms,
			ratio: ratio(whole.median_ms, limit.median_ms),
			aim: { ratio: 2, median_ms: 150 }
		});
		await db.execute(
			sql`insert into issue (id, channel_id, title, sent_on, state) select gen_random_uuid(), id, '{"nl": "Nieuw"}', ${benchDay}, 'sent' from channel limit 1`
		);
		say({ bench: 'readings.after-one-new-fact', ...timesOf(await repeat(10, ours)) });
	} finally {
		await close();
	}
}
