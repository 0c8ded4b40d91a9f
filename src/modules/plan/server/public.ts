// The door of the plan: what other modules may ask of it.
import type { Actor } from '#platform/actor.ts';
import type { Day } from '#platform/day.ts';
import type { Localized } from '#platform/localized.ts';
import type { Database } from '#platform/server/database.ts';
import type { Range } from '../targets/periods.ts';
import type { Question } from '../targets/question.ts';
import { planOn, visiblePromises } from './promises.ts';
import { contextOf, questionsOfPromise } from './reading.ts';

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
