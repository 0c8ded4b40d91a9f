// Overruling: a person puts a status in the place of the computed one, with a reason, until a day or until lifted.
import { and, eq, isNull } from 'drizzle-orm';
import { Conflict, invalid } from '#platform/errors.ts';
import type { Day } from '#platform/day.ts';
import type { Database } from '#platform/server/database.ts';
import { newId } from '#platform/server/id.ts';
import { operation } from '#platform/server/operation.ts';
import { lifting, overruling as input } from '../../inputs.ts';
import * as rules from '../../rules.ts';
import { overruling } from '../judged-schema.ts';
import { promiseCases } from './show-promise.ts';
import { aboutPromise, promiseOf } from './tick-condition.ts';

type Lifting = { promiseId: string; on: Day; byId: string | null };

const lift = (db: Database, { promiseId, on, byId }: Lifting) =>
	db
		.update(overruling)
		.set({ liftedOn: on, liftedById: byId })
		.where(and(eq(overruling.promiseId, promiseId), isNull(overruling.liftedOn)))
		.returning({ endsOn: overruling.endsOn });

/** Stands from today on, in the place of the one before. */
export const overrulePromise = operation({
	name: 'plan.overrulePromise',
	input,
	subject: promiseOf,
	may: rules.mayOverrule,
	cases: promiseCases,
	about: aboutPromise,
	reason: ({ why }) => why,
	run: async ({ db, actor, clock, subject, input: { status, why, endsOn } }) => {
		const today = clock.today();
		if (endsOn !== undefined && endsOn < today) throw invalid('endsOn', 'plan_issue_is_past');
		await lift(db, { promiseId: subject.id, on: today, byId: actor.personId });
		const id = newId();
		await db.insert(overruling).values({
			id,
			promiseId: subject.id,
			status,
			why,
			startsOn: today,
			endsOn: endsOn ?? null,
			byPersonId: actor.personId
		});
		return { id };
	}
});

/** The computed status counts again. */
export const liftOverruling = operation({
	name: 'plan.liftOverruling',
	input: lifting,
	subject: promiseOf,
	may: rules.mayOverrule,
	cases: promiseCases,
	about: aboutPromise,
	run: async ({ db, actor, clock, subject }) => {
		const lifted = await lift(db, { promiseId: subject.id, on: clock.today(), byId: actor.personId });
		if (lifted.length === 0) throw new Conflict('plan_conflict_not_overruled');
	}
});
