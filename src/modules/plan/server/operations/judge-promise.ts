// A judged reading: how a promise stood on a day according to a person, with a source and a reason, where nothing can be counted.
import { and, eq } from 'drizzle-orm';
import { Conflict, invalid, NotFound } from '#platform/errors.ts';
import { newId } from '#platform/server/id.ts';
import { operation } from '#platform/server/operation.ts';
import { judgement, judgementWithdrawal } from '../../inputs.ts';
import * as rules from '../../rules.ts';
import { judgedReading } from '../judged-schema.ts';
import { promiseCases } from './show-promise.ts';
import { aboutPromise, promiseOf } from './tick-condition.ts';

export const judgePromise = operation({
	name: 'plan.judgePromise',
	input: judgement,
	subject: promiseOf,
	may: rules.mayJudge,
	cases: promiseCases,
	about: aboutPromise,
	run: async ({ db, actor, clock, subject, input: { code: _code, ...said } }) => {
		if (subject.target) throw new Conflict('plan_conflict_is_counted');
		if (said.judgedOn > clock.today()) throw invalid('judgedOn', 'day_in_future');
		const id = newId();
		await db
			.insert(judgedReading)
			.values({ id, promiseId: subject.id, ...said, byPersonId: actor.personId, recordedOn: clock.today() });
		return { id };
	}
});

/** From today on it does not stand any more; a reading on a day before still takes it along. */
export const withdrawJudgement = operation({
	name: 'plan.withdrawJudgement',
	input: judgementWithdrawal,
	subject: promiseOf,
	may: rules.mayJudge,
	cases: promiseCases,
	about: aboutPromise,
	reason: ({ why }) => why,
	run: async ({ db, actor, clock, subject, input: { judgementId, why } }) => {
		const own = and(eq(judgedReading.id, judgementId), eq(judgedReading.promiseId, subject.id));
		const [found] = await db.select().from(judgedReading).where(own);
		if (!found) throw new NotFound();
		if (found.withdrawnOn !== null) throw new Conflict('plan_conflict_judgement_withdrawn');
		await db
			.update(judgedReading)
			.set({ withdrawnOn: clock.today(), withdrawnById: actor.personId, withdrawnWhy: why })
			.where(own);
	}
});
