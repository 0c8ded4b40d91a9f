// What the public account tells beyond the strip: the mission that the plan serves, and each promise of an activity with what came of it.
import { visitor } from '#platform/actor.ts';
import type { Day } from '#platform/day.ts';
import type { Locale, Localized } from '#platform/localized.ts';
import { rows, sql, type Database } from '#platform/server/database.ts';
import { stoodText } from '../targets/reading-text.ts';
import { targetText } from '../targets/sentence.ts';
import { whyText } from '../targets/why.ts';
import { saidOfStatus } from '../year-view.ts';
import { lateSentence } from '../lateness.ts';
import { evidenceOf, lateOf } from './evidence.ts';
import { marksOf, type Marks } from './history.ts';
import { conditionsOf, visiblePromises, type PlanRow } from './promises.ts';
import { contextOf, questionsAfter, readPromises, type Context, type ReadPromise } from './reading.ts';

/** As many records as one takes in at a glance; how many more there are is said. */
const shownFacts = 6;

export type AccountTexts = { mission?: Localized; overallGoal?: Localized };

/** The mission and the overall goal, as far as the framework states them. */
export async function accountTexts(db: Database, plan: PlanRow): Promise<AccountTexts> {
	const [found] = await rows<{ texts: { mission?: Localized; overall_goal?: Localized } }>(
		db,
		sql`select f.texts from framework f join plan p on p.framework_id = f.id where p.id = ${plan.id}`
	);
	const { mission, overall_goal: overallGoal } = found?.texts ?? {};
	return { ...(mission ? { mission } : {}), ...(overallGoal ? { overallGoal } : {}) };
}

type Telling = { context: Context; today: Day; locale: Locale };

async function told(db: Database, one: ReadPromise, { context, today, locale }: Telling) {
	const { promise, questions, reading } = one;
	const after = questionsAfter(one, context);
	const { target, windows } = promise;
	const conditions = await conditionsOf(db, promise.id);
	const late = lateSentence(await lateOf(db, questions, after, today), locale);
	return {
		code: promise.code,
		kind: promise.kind,
		title: promise.title,
		status: reading.status,
		openConditions: reading.openConditions,
		...saidOfStatus(reading),
		reading: stoodText(target, reading, locale),
		sentence: target ? targetText(target, windows, context.names, locale) : null,
		why:
			target || reading.judged || reading.overruled
				? [whyText({ target, reading, today, names: context.names, locale }), late].filter(Boolean).join(' ')
				: null,
		conditions: conditions.map(({ text, metOn }) => ({ text, metOn })),
		evidence: await evidenceOf(db, visitor, questions, today, { limit: shownFacts, offset: 0, onlyDone: true, after })
	};
}

export type ToldPromise = Awaited<ReturnType<typeof told>> & Marks;

const markedAs = (marks: Marks = {}) => ({ ...marks, ...(marks.withdrawn && { status: 'lapsed' as const }) });

/** The promises of an activity as the public may see them, outputs first, then what they are to bring about. */
export async function accountDetails(
	db: Database,
	plan: PlanRow,
	activity: string,
	{ today, locale }: { today: Day; locale: Locale }
): Promise<{ texts: Localized[]; promises: ToldPromise[] }> {
	const [found] = await rows<{ id: string; texts: Localized[] }>(
		db,
		sql`select a.id, coalesce((select json_agg(e.text order by e.position) from planning_entry e where e.activity_id = a.id), '[]') as texts
			from activity a where a.plan_id = ${plan.id} and a.code = ${activity}`
	);
	const own = (await visiblePromises(db, visitor, plan.id)).filter(
		(promise) => promise.activityId === found?.id && promise.sameAs.length === 0
	);
	const context = await contextOf(db, plan, today);
	const marks = await marksOf(db, visitor, plan.id);
	const promises: ToldPromise[] = [];
	for (const one of await readPromises(db, own, context, today))
		promises.push({ ...(await told(db, one, { context, today, locale })), ...markedAs(marks.get(one.promise.id)) });
	const order = ['output', 'ambition', 'commitment'];
	return {
		texts: found?.texts ?? [],
		promises: promises.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
	};
}
