// Conditions that the plan says only in words: a person ticks them, with a source that can be looked at.
import { and, eq } from 'drizzle-orm';
import { Conflict, invalid, NotFound } from '#platform/errors.ts';
import { operation } from '#platform/server/operation.ts';
import { tick, untick } from '../../inputs.ts';
import * as rules from '../../rules.ts';
import { visiblePromiseByCode } from '../promises.ts';
import { conditionInWords } from '../schema.ts';
import { promiseCases } from './show-promise.ts';
import { currentPlan } from './show-year.ts';
import type { Caller } from '#platform/server/operation.ts';

/** The promise of the current plan that a code names, as far as the actor may see it. */
export const promiseOf = async (caller: Caller, { code }: { code: string }) => {
	const plan = await currentPlan(caller);
	return plan && visiblePromiseByCode(caller.db, caller.actor, plan.id, code);
};

export const aboutPromise = (subject: { id: string }) => ({ kind: 'promise', id: subject.id });

const one = (promiseId: string, conditionId: string) =>
	and(eq(conditionInWords.id, conditionId), eq(conditionInWords.promiseId, promiseId));

export const tickCondition = operation({
	name: 'plan.tickCondition',
	input: tick,
	subject: promiseOf,
	may: rules.mayTick,
	cases: promiseCases,
	about: aboutPromise,
	run: async ({ db, actor, clock, subject, input }) => {
		if (input.metOn > clock.today()) throw invalid('metOn', 'day_in_future');
		const [found] = await db.select().from(conditionInWords).where(one(subject.id, input.conditionId));
		if (!found) throw new NotFound();
		if (found.metOn !== null) throw new Conflict('plan_conflict_ticked_already');
		await db
			.update(conditionInWords)
			.set({ metOn: input.metOn, metById: actor.personId, metSource: input.metSource })
			.where(eq(conditionInWords.id, found.id));
	}
});

export const untickCondition = operation({
	name: 'plan.untickCondition',
	input: untick,
	subject: promiseOf,
	may: rules.mayTick,
	cases: promiseCases,
	about: aboutPromise,
	run: async ({ db, subject, input }) => {
		await db
			.update(conditionInWords)
			.set({ metOn: null, metById: null, metSource: null })
			.where(one(subject.id, input.conditionId));
	}
});
