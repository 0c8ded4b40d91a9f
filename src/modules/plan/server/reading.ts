// Readings: what the facts say of each promise on a day. Never stored; computed whenever someone looks.
import type { Actor } from '#platform/actor.ts';
import type { Day } from '#platform/day.ts';
import type { Localized } from '#platform/localized.ts';
import type { Database } from '#platform/server/database.ts';
import { factKinds, modules } from '#platform/server/module.ts';
import type { Answer } from '../targets/answer.ts';
import { askedAfter } from '../targets/outside.ts';
import { questionsOf, type Question, type ResolveContext } from '../targets/question.ts';
import type { Names } from '../targets/sentence.ts';
import { withSaid, type StoodReading } from '../targets/judged.ts';
import { readPart, readPromise } from '../targets/status.ts';
import { answer, type Asking } from './compile.ts';
import { saidOn, type Said } from './judgements.ts';
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
	reading: StoodReading;
};

/** What a plan's targets need to be asked and to be said. */
export type Context = {
	plan: PlanRow;
	resolve: ResolveContext;
	names: Names;
	triggers: readonly TriggerRow[];
	/** What people said of promises, as it stood on the day. */
	said: Said;
	/** Records behind keys, per promise, as the side table keeps them. */
	references: ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, string>>>;
};

type Things = Map<string, Map<string, { id: string; name: Localized }>>;

/** Everything that a target may refer to. */
async function allThings(db: Database): Promise<Things> {
	const found: Things = new Map();
	for (const { refersTo, all } of modules().flatMap((module) => module.referables ?? []))
		found.set(refersTo, await all(db));
	return found;
}

const inside = <Key, Inner>(all: Map<Key, Map<string, Inner>>, key: Key) => {
	const found = all.get(key) ?? new Map<string, Inner>();
	all.set(key, found);
	return found;
};

const part = <Whole, Part>(all: ReadonlyMap<string, ReadonlyMap<string, Whole>>, take: (whole: Whole) => Part) =>
	new Map([...all].map(([kind, byKey]) => [kind, new Map([...byKey].map(([key, whole]) => [key, take(whole)]))]));

type Wide = {
	/** Knows also what no target of the plan refers to yet: for targets that are still being written. */
	everything?: boolean;
};

/** Everything about a plan that its readings on a day share. */
export async function contextOf(
	db: Database,
	plan: PlanRow,
	day: Day,
	{ everything = true }: Wide = {}
): Promise<Context> {
	const all: Things = everything ? await allThings(db) : new Map();
	const triggers = await triggersOf(db, plan.id, day);
	const calendars = await calendarsOf(db, plan.id);
	const references = new Map<string, Map<string, Map<string, string>>>();
	for (const { promiseId, refersTo, key, id, name } of await referencesOf(db, plan.id)) {
		const named = inside(all, refersTo);
		if (!named.has(key)) named.set(key, { id, name });
		inside(inside(references, promiseId), refersTo).set(key, id);
	}
	const kinds = factKinds();
	return {
		plan,
		triggers,
		said: await saidOn(db, plan.id, day),
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
			things: part(all, ({ name }) => name),
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

const openOn = (day: Day, { conditions }: PromiseRow) =>
	conditions.filter((metOn) => metOn === null || metOn > day).length;

/** Reads promises on a day, all with one statement. */
export async function readPromises(
	db: Database,
	promises: readonly PromiseRow[],
	context: Context,
	day: Day,
	asking?: Asking
): Promise<ReadPromise[]> {
	const asked = promises.map((promise) => ({ promise, questions: questionsOfPromise(promise, context) }));
	const answers = await answer(
		db,
		asked.flatMap(({ questions }) => questions),
		day,
		asking
	);
	return asked.map(({ promise, questions }) => {
		const own = questions.map((question) => answers.get(question.id)!);
		const trigger = promise.target?.if === undefined ? undefined : context.resolve.triggers.get(promise.target.if);
		const parts = questions.map((question, index) => readPart(question, own[index]!, day));
		return {
			promise,
			questions,
			answers: own,
			reading: withSaid(
				readPromise(parts, { trigger, openConditions: openOn(day, promise) }),
				context.said.get(promise.id) ?? {}
			)
		};
	});
}

/** What is asked about the days after its periods, of the parts that are not met: what came then is told, and counts for nothing. */
export const questionsAfter = ({ questions, reading }: ReadPromise, { plan }: Context): Question[] =>
	questions.flatMap((question, index) =>
		reading.parts[index]?.status === 'met' ? [] : (askedAfter(question, plan.endsOn) ?? [])
	);

/** All promises of a plan that the actor may see, read on a day. */
export async function readPlan(db: Database, actor: Actor, plan: PlanRow, day: Day) {
	const context = await contextOf(db, plan, day, { everything: false });
	const promises = await visiblePromises(db, actor, plan.id);
	return { context, read: await readPromises(db, promises, context, day, { often: true }) };
}
