// Changes a promise, adds one, withdraws one and takes it up again: by whom and why is kept once the plan was adopted.
import { Conflict, invalid, NotFound } from '#platform/errors.ts';
import { operation } from '#platform/server/operation.ts';
import { newPromise, promiseChange, promiseReturn, promiseWithdrawal } from '../../edit-inputs.ts';
import type { Raw } from '../../plan-file-names.ts';
import { addThing, promiseIn, setFields, thingOf, type PromisePlace } from '../../plan-places.ts';
import * as rules from '../../rules.ts';
import { aboutPlan, checkSeen, editPlan, planOfEdit } from '../edit-plan.ts';
import { promiseEdit } from '../promise-edit.ts';
import { placeOfKind } from './show-promise-form.ts';

const because = ({ why }: { why?: string | undefined }) => why;

function promiseOf(file: Raw, code: string) {
	const found = promiseIn(file, code);
	if (!found) throw new NotFound();
	return found;
}

export const changePromise = operation({
	name: 'plan.changePromise',
	input: promiseChange,
	subject: planOfEdit,
	may: rules.mayEditPlan,
	about: aboutPlan,
	reason: because,
	run: async ({ subject, input, ...caller }) => {
		const { plan: _plan, code, seen, why, ...form } = input;
		const edit = promiseEdit(caller, form);
		const changes = await editPlan(caller, subject.id, {
			why,
			atFields: edit.atFields,
			change: (file) => {
				const { place, thing } = promiseOf(file, code);
				checkSeen(thing.value, seen);
				return edit.put(file, place, thing);
			}
		});
		return { code, changes: changes.length };
	}
});

export const addPromise = operation({
	name: 'plan.addPromise',
	input: newPromise,
	subject: planOfEdit,
	may: rules.mayEditPlan,
	about: aboutPlan,
	reason: because,
	run: async ({ subject, input, ...caller }) => {
		const { plan: _plan, kind, code, why, ...form } = input;
		const edit = promiseEdit(caller, form);
		const place: PromisePlace = placeOfKind[kind];
		await editPlan(caller, subject.id, {
			why,
			atFields: edit.atFields,
			change: async (file) => {
				if (place !== 'commitments' && !thingOf(file, 'activities', form.activity ?? ''))
					throw invalid('activity', 'choose');
				if (promiseIn(file, code)) throw invalid('code', 'plan_issue_duplicate', { word: code });
				addThing(file, place, form.activity, { code });
				return edit.put(file, place, thingOf(file, place, code)!);
			}
		});
		return { code };
	}
});

/** Given up: it leaves the totals and stays in sight, with the day and the reason. */
export const withdrawPromise = operation({
	name: 'plan.withdrawPromise',
	input: promiseWithdrawal,
	subject: planOfEdit,
	may: rules.mayEditPlan,
	about: aboutPlan,
	reason: because,
	run: async ({ subject, input: { code, on, why }, ...caller }) => {
		if (on > caller.clock.today()) throw invalid('on', 'day_in_future');
		await editPlan(caller, subject.id, {
			why,
			change: (file) => {
				const { thing } = promiseOf(file, code);
				if (thing.value.withdrawn !== undefined) throw new Conflict('plan_conflict_withdrawn_already');
				setFields(thing.value, { withdrawn: { on, why } });
				return thing.path;
			}
		});
		return { code };
	}
});

/** It is promised again after all. */
export const resumePromise = operation({
	name: 'plan.resumePromise',
	input: promiseReturn,
	subject: planOfEdit,
	may: rules.mayEditPlan,
	about: aboutPlan,
	reason: because,
	run: async ({ subject, input: { code, why }, ...caller }) => {
		await editPlan(caller, subject.id, {
			why,
			change: (file) => {
				const { thing } = promiseOf(file, code);
				if (thing.value.withdrawn === undefined) throw new Conflict('plan_conflict_not_withdrawn');
				setFields(thing.value, { withdrawn: undefined });
				return thing.path;
			}
		});
		return { code };
	}
});
