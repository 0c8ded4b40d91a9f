// The board adopts the plan: from then on every change says why, and the plan as it was adopted can be looked up.
import { eq } from 'drizzle-orm';
import { Conflict, invalid } from '#platform/errors.ts';
import { operation } from '#platform/server/operation.ts';
import { adoption } from '../../edit-inputs.ts';
import * as rules from '../../rules.ts';
import { aboutPlan, planOfEdit } from '../edit-plan.ts';
import { keepChanges, lockPlan } from '../plan-import.ts';
import { keepVersion } from '../plan-versions.ts';
import { plan } from '../schema.ts';

export const adoptPlan = operation({
	name: 'plan.adoptPlan',
	input: adoption,
	subject: planOfEdit,
	may: rules.mayAdoptPlan,
	about: aboutPlan,
	reason: ({ note }) => note,
	run: async ({ subject, input: { on, note }, ...caller }) => {
		const { db, actor, clock } = caller;
		if (on > clock.today()) throw invalid('on', 'day_in_future');
		await lockPlan(db, subject.id);
		if (subject.adoptedOn !== null) throw new Conflict('plan_conflict_adopted_already');
		await db.update(plan).set({ adoptedOn: on, adoptedById: actor.personId }).where(eq(plan.id, subject.id));
		const change = { subject: 'plan', field: 'adopted', before: null, after: on };
		await keepChanges(caller, { planId: subject.id, changes: [change], why: note });
		await keepVersion(caller, subject.id, { adoptedOn: on });
		return { key: subject.key };
	}
});
