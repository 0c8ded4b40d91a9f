// The door of the plan: what other modules may ask of it.
import type { Actor } from '#platform/actor.ts';
import type { Day } from '#platform/day.ts';
import type { Localized } from '#platform/localized.ts';
import type { Database } from '#platform/server/database.ts';
import type { PlanScope, ScopeRow } from '../plan-scope.ts';
import type { Range } from '../targets/periods.ts';
import type { Question } from '../targets/question.ts';
import { evidenceKeys } from './evidence.ts';
import { planById, planOn, visiblePromises } from './promises.ts';
import { readScope, scopeChoices, scopeTitles } from './read-scope.ts';
import { contextOf, questionsOfPromise } from './reading.ts';

/** Every record that the answers to these questions rest on, without names and titles; of sealed ones only their number. */
export const recordsBehind = (db: Database, questions: readonly Question[], day: Day) =>
	evidenceKeys(db, questions, day);

/** The plan in whose period the day falls, or the nearest one: what a report of that day is about. */
export const planOfDay = (db: Database, day: Day) => planOn(db, day);
export const planWithId = (db: Database, id: string) => planById(db, id);

type Asked = { planId: string; scope: PlanScope; day: Day };

/** The promises of a part of the plan that the actor may see, read on a day, in both languages. */
export const readPartOfPlan = (db: Database, actor: Actor, asked: Asked): Promise<ScopeRow[]> =>
	readScope(db, actor, asked);

/** Everything of a plan that one can ask for as a part of it. */
export const partsOfPlan = (db: Database, planId: string) => scopeChoices(db, planId);
export const titlesOfPart = (db: Database, planId: string, scope: PlanScope) => scopeTitles(db, planId, scope);

/** The period of the plan that a day falls in, or of the one nearest to it; undefined without any plan. */
export async function planPeriod(db: Database, day: Day): Promise<Range | undefined> {
	const plan = await planOn(db, day);
	return plan && { startsOn: plan.startsOn, endsOn: plan.endsOn };
}

export type AskedPromise = { code: string; title: Localized; questions: readonly Question[] };

/** What the promises of the plan ask of the facts, as far as the actor may see them; withdrawn ones ask nothing. */
export async function askedPromises(db: Database, actor: Actor, day: Day): Promise<AskedPromise[]> {
	const plan = await planOn(db, day);
	if (!plan) return [];
	const context = await contextOf(db, plan, day, { everything: false });
	const promises = await visiblePromises(db, actor, plan.id);
	return promises
		.filter(({ withdrawnOn }) => withdrawnOn === null || withdrawnOn > day)
		.map((promise) => ({
			code: promise.code,
			title: promise.title,
			questions: questionsOfPromise(promise, context)
		}));
}
