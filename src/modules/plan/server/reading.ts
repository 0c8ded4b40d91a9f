// Readings: what the facts say of each promise on a day. Never stored; computed whenever someone looks.
import type { Actor } from '#platform/actor.ts';
import type { Day } from '#platform/day.ts';
import type { Localized } from '#platform/localized.ts';
import type { Database } from '#platform/server/database.ts';
import { factKinds, modules } from '#platform/server/module.ts';
import type { Answer } from '../targets/answer.ts';
import { questionsOf, type Question, type ResolveContext } from '../targets/question.ts';
import type { Names } from '../targets/sentence.ts';
import { readPart, readPromise, type Reading } from '../targets/status.ts';
import { answer } from './compile.ts';
import {
	calendarsOf,
	referencesOf,
	triggersOf,
	visiblePromises,
	type PlanRow,
	type PromiseRow,
	type TriggerRow
} from './promises.ts';

export type ReadPromise = {
	promise: PromiseRow;
	questions: readonly Question[];
	answers: readonly Answer[];
	reading: Reading;
};

/** What a plan's targets need to be asked and to be said. */
export type Context = {
	plan: PlanRow;
	resolve: ResolveContext;
	names: Names;
	triggers: readonly TriggerRow[];
	/** Records behind keys, per promise, as the side table keeps them. */
	references: ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, string>>>;
};

type Things = Map<string, Map<string, { id: string; name: Localized }>>;

async function things(db: Database): Promise<Things> {
	const found: Things = new Map();
	for (const { refersTo, all } of modules().flatMap((module) => module.referables ?? []))
		found.set(refersTo, await all(db));
	return found;
}

const part = <Whole, Part>(all: ReadonlyMap<string, ReadonlyMap<string, Whole>>, take: (whole: Whole) => Part) =>
	new Map([...all].map(([kind, byKey]) => [kind, new Map([...byKey].map(([key, whole]) => [key, take(whole)]))]));

/** Everything about a plan that its readings on a day share. */
export async function contextOf(db: Database, plan: PlanRow, day: Day): Promise<Context> {
	const all = await things(db);
	const triggers = await triggersOf(db, plan.id, day);
	const calendars = await calendarsOf(db, plan.id);
	const references = new Map<string, Map<string, Map<string, string>>>();
	const renamed = new Map<string, Map<string, Localized>>();
	for (const { promiseId, refersTo, key, id } of await referencesOf(db, plan.id)) {
		if (!all.get(refersTo)?.has(key)) {
			const name = [...(all.get(refersTo)?.values() ?? [])].find((thing) => thing.id === id)?.name;
			if (name) renamed.set(refersTo, (renamed.get(refersTo) ?? new Map<string, Localized>()).set(key, name));
		}
		const ofPromise = references.get(promiseId) ?? new Map<string, Map<string, string>>();
		ofPromise.set(refersTo, (ofPromise.get(refersTo) ?? new Map<string, string>()).set(key, id));
		references.set(promiseId, ofPromise);
	}
	const kinds = factKinds();
	return {
		plan,
		triggers,
		references,
		resolve: {
			kinds,
			ids: part(all, ({ id }) => id),
			triggers: new Map(triggers.map((trigger) => [trigger.key, trigger])),
			calendars: new Map(calendars.map(({ key, ranges }) => [key, ranges])),
			period: { startsOn: plan.startsOn, endsOn: plan.endsOn }
		},
		names: {
			kinds,
			things: new Map(
				[...part(all, ({ name }) => name)].map(([kind, byKey]) => [
					kind,
					new Map([...byKey, ...(renamed.get(kind) ?? [])])
				])
			),
			triggers: new Map(triggers.map(({ key, label }) => [key, label])),
			calendars: new Map(calendars.map(({ key, label }) => [key, label]))
		}
	};
}

/** The context with the promise's own records in place of what its keys name today. */
function resolveFor(promise: PromiseRow, { resolve, references }: Context): ResolveContext {
	const own = references.get(promise.id);
	if (!own) return resolve;
	const ids = new Map(resolve.ids);
	for (const [refersTo, byKey] of own) ids.set(refersTo, new Map([...(ids.get(refersTo) ?? []), ...byKey]));
	return { ...resolve, ids };
}

/** The questions that a promise's target asks; none when it has no target. */
export const questionsOfPromise = (promise: PromiseRow, context: Context): Question[] =>
	promise.target ? questionsOf(promise.code, promise.target, promise.windows, resolveFor(promise, context)) : [];

/** Reads promises on a day, all with one round of statements. */
export async function readPromises(
	db: Database,
	promises: readonly PromiseRow[],
	context: Context,
	day: Day
): Promise<ReadPromise[]> {
	const asked = promises.map((promise) => ({ promise, questions: questionsOfPromise(promise, context) }));
	const answers = await answer(
		db,
		asked.flatMap(({ questions }) => questions),
		day
	);
	return asked.map(({ promise, questions }) => {
		const own = questions.map((question) => answers.get(question.id)!);
		const trigger = promise.target?.if === undefined ? undefined : context.resolve.triggers.get(promise.target.if);
		const parts = questions.map((question, index) => readPart(question, own[index]!, day));
		return {
			promise,
			questions,
			answers: own,
			reading: readPromise(parts, { trigger, openConditions: promise.openConditions })
		};
	});
}

/** All promises of a plan that the actor may see, read on a day. */
export async function readPlan(db: Database, actor: Actor, plan: PlanRow, day: Day) {
	const context = await contextOf(db, plan, day);
	const promises = await visiblePromises(db, actor, plan.id);
	return { context, read: await readPromises(db, promises, context, day) };
}
