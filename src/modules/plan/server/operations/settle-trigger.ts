// What promises wait for outside the association: somebody says that it happened, or that it will not.
import { and, eq } from 'drizzle-orm';
import { Conflict, invalid } from '#platform/errors.ts';
import { operation, type Caller } from '#platform/server/operation.ts';
import { reopening, settlement } from '../../inputs.ts';
import * as rules from '../../rules.ts';
import { keepChanges } from '../plan-import.ts';
import { plan, trigger } from '../schema.ts';
import { currentPlan } from './show-year.ts';

async function triggerOfPlan(caller: Caller, { key }: { key: string }) {
	const current = await currentPlan(caller);
	if (!current) return undefined;
	const [found] = await caller.db
		.select({ trigger, adoptedOn: plan.adoptedOn })
		.from(trigger)
		.innerJoin(plan, eq(plan.id, trigger.planId))
		.where(and(eq(trigger.planId, current.id), eq(trigger.key, key)));
	return found;
}

type Found = NonNullable<Awaited<ReturnType<typeof triggerOfPlan>>>;
type State = Pick<Found['trigger'], 'state' | 'stateOn' | 'why'>;

const aboutTrigger = ({ trigger: { id } }: Found) => ({ kind: 'trigger', id });
const because = ({ why }: { why: string }) => why;

/** A decision of the association's own has a record of its own, which tells how it stands. */
const onlyOutside = ({ trigger: { kind } }: Found) => {
	if (kind === 'decision') throw new Conflict('plan_conflict_decision_tells');
};

async function write(caller: Caller, { trigger: before, adoptedOn }: Found, state: State, why: string) {
	await caller.db
		.update(trigger)
		.set({ ...state, stateById: state.state === 'open' ? null : caller.actor.personId })
		.where(eq(trigger.id, before.id));
	if (adoptedOn === null) return;
	const change = { subject: `triggers/${before.key}`, field: 'state', before: before.state, after: state.state };
	await keepChanges(caller, { planId: before.planId, changes: [change], why });
}

export const settleTrigger = operation({
	name: 'plan.settleTrigger',
	input: settlement,
	subject: triggerOfPlan,
	may: rules.mayEditPlan,
	about: aboutTrigger,
	reason: because,
	run: async ({ subject, input: { state, on, why }, ...caller }) => {
		onlyOutside(subject);
		if (subject.trigger.state !== 'open') throw new Conflict('plan_conflict_settled_already');
		if (on > caller.clock.today()) throw invalid('on', 'day_in_future');
		await write(caller, subject, { state, stateOn: on, why }, why);
	}
});

/** It was recorded too early, or wrongly: promises wait for it again. */
export const reopenTrigger = operation({
	name: 'plan.reopenTrigger',
	input: reopening,
	subject: triggerOfPlan,
	may: rules.mayEditPlan,
	about: aboutTrigger,
	reason: because,
	run: async ({ subject, input: { why }, ...caller }) => {
		onlyOutside(subject);
		if (subject.trigger.state === 'open') throw new Conflict('plan_conflict_not_settled');
		await write(caller, subject, { state: 'open', stateOn: null, why: null }, why);
	}
});
