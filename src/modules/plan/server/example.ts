// The plan of the example: the real plan of 2022, who answers for its promises, what they waited for, which conditions were met.
import { asc, eq } from 'drizzle-orm';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { day, key, line } from '#platform/input.ts';
import type { Database } from '#platform/server/database.ts';
import type { Caller } from '#platform/server/operation.ts';
import type { Story } from '#platform/server/story.ts';
import { code } from '../inputs.ts';
import type { PlanFile } from '../plan-file.ts';
import { adoptPlan } from './operations/adopt-plan.ts';
import { changePromise } from './operations/change-promise.ts';
import { importPlan } from './operations/import-plan.ts';
import { judgePromise } from './operations/judge-promise.ts';
import { overrulePromise } from './operations/overrule-promise.ts';
import { showPromiseForm } from './operations/show-promise-form.ts';
import { settleTrigger } from './operations/settle-trigger.ts';
import { tickCondition } from './operations/tick-condition.ts';
import { overrulingStatuses, verdicts } from '../targets/judged.ts';
import { placedPromises, type Placed } from './promise-rows.ts';
import { conditionInWords, promise } from './schema.ts';

const owners = z.record(code, line());
const told = z.strictObject({
	entered_by: line(),
	adopted: z.strictObject({ on: day, by: line(), note: line(1000) }),
	owners: z.strictObject({ activities: owners, core_tasks: owners, promises: owners }),
	triggers: z.array(
		z.strictObject({ key, state: z.enum(['fired', 'decided-against']), on: day, by: line(), why: line(500) })
	),
	ticks: z.array(
		z.strictObject({ promise: code, condition: z.number().int().min(1), on: day, by: line(), source: line(500) })
	),
	lowered: z.array(
		z.strictObject({ promise: code, on: day, to: z.number().int().min(1), by: line(), why: line(1000) })
	),
	judged: z.array(
		z.strictObject({
			promise: code,
			on: day,
			verdict: z.enum(verdicts),
			by: line(),
			source: line(500),
			reason: line(1000)
		})
	),
	overruled: z.array(
		z.strictObject({
			promise: code,
			on: day,
			status: z.enum(overrulingStatuses),
			until: day.optional(),
			by: line(),
			why: line(1000)
		})
	)
});

type Told = z.output<typeof told>;
const file = 'promises.yaml';

function ownerOf({ owners }: Told, { promise, activity }: Placed): string {
	const name =
		owners.promises[promise.code] ??
		(activity ? owners.activities[activity] : owners.core_tasks[promise.core_task ?? '']);
	if (name === undefined) throw new Error(`${file}: nobody answers for ${promise.code}`);
	return name;
}

const planOf = (story: Story) => parse(story.text('plan.yaml')) as PlanFile;

/** The plan file with what stands in no plan file that is handed around: who the owners are. */
function owned(story: Story, year: Told): string {
	const plan = planOf(story);
	for (const placed of placedPromises(plan)) placed.promise.owner = { person: story.personId(ownerOf(year, placed)) };
	return stringify(plan);
}

/** Before the rest of the year, as the plan makes the groups, series and channels that the other parts of it fill. */
export async function prepareExample(_caller: Caller, story: Story): Promise<void> {
	const year = story.read(file, told);
	const { on, by, note } = year.adopted;
	const { key: plan } = await importPlan(await story.as(year.entered_by, on), { file: owned(story, year) });
	await adoptPlan(await story.as(by, on), { plan, on, note });
}

/** Ids of the conditions in words of a promise, in its own order. */
const conditionsOf = (db: Database, promiseCode: string) =>
	db
		.select({ id: conditionInWords.id })
		.from(conditionInWords)
		.innerJoin(promise, eq(promise.id, conditionInWords.promiseId))
		.where(eq(promise.code, promiseCode))
		.orderBy(asc(conditionInWords.position));

/** Asks for less than the plan did, in the promise's own form. */
async function lower(caller: Caller, plan: string, { promise, to, why }: { promise: string; to: number; why: string }) {
	const { start } = await showPromiseForm(caller, { plan, code: promise });
	const parts = start.target.parts.map((part) => ({ ...part, how: 'at_least', number: String(to), until: undefined }));
	await changePromise(caller, { plan, code: promise, ...start, target: { ...start.target, parts }, why });
}

export async function example({ db }: Caller, story: Story): Promise<void> {
	const { triggers, ticks, lowered, judged, overruled } = story.read(file, told);
	for (const { by, ...settlement } of triggers) await settleTrigger(await story.as(by, settlement.on), settlement);
	for (const { promise, condition, on, by, source } of ticks) {
		const found = (await conditionsOf(db, promise))[condition - 1];
		if (!found) throw new Error(`${file}: ${promise} has no condition ${condition}`);
		const tick = { code: promise, conditionId: found.id, metOn: on, metSource: source };
		await tickCondition(await story.as(by, on), tick);
	}
	for (const { on, by, ...lowering } of lowered) await lower(await story.as(by, on), planOf(story).plan.key, lowering);
	for (const { promise, on: judgedOn, by, ...said } of judged)
		await judgePromise(await story.as(by, judgedOn), { code: promise, judgedOn, ...said });
	for (const { promise, on, by, until: endsOn, ...said } of overruled)
		await overrulePromise(await story.as(by, on), { code: promise, endsOn, ...said });
}
