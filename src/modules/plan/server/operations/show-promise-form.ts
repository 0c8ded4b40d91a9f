// A promise as its form opens, with everything that can be chosen; or the form of a new one.
import { z } from 'zod';
import { colleaguesOn, personName } from '#modules/members/server/public.ts';
import { NotFound } from '#platform/errors.ts';
import { key, optional } from '#platform/input.ts';
import type { Localized } from '#platform/localized.ts';
import { factKinds } from '#platform/server/module.ts';
import { read, type Caller } from '#platform/server/operation.ts';
import { promiseFieldsOf } from '../../edit-promise.ts';
import { shownFields } from '../../edit-shown.ts';
import { code } from '../../inputs.ts';
import { rawAt, wordAt, type Raw } from '../../plan-file-names.ts';
import { usualVisibility } from '../../plan-file-defaults.ts';
import { promiseKinds, type PromiseKind, type PromiseVisibility } from '../../plan-file-words.ts';
import { freeCode, promiseIn, type PromisePlace } from '../../plan-places.ts';
import { promiseChoices } from '../../promise-choices.ts';
import { promiseStart, startTarget } from '../../promise-start.ts';
import * as rules from '../../rules.ts';
import { kindsForTargets } from '../../targets/expected-kinds.ts';
import type { Target } from '../../targets/target.ts';
import { markOf, planForEdit, planOfEdit } from '../edit-plan.ts';
import { referableRecords } from '../name-records.ts';

const kindOfPlace: Record<PromisePlace, PromiseKind> = {
	outputs: 'output',
	ambitions: 'ambition',
	commitments: 'commitment'
};
export const placeOfKind = { output: 'outputs', ambition: 'ambitions', commitment: 'commitments' } as const;

type Asked = { code?: string | undefined; kind: PromiseKind; activity?: string | undefined };

/** The promise that is asked for, or an empty one of the kind that is. */
function promiseFor(file: Raw, { code, kind, activity }: Asked) {
	if (code === undefined) {
		return { value: {} as Raw, kind, activity, code: freeCode(file, placeOfKind[kind], activity) };
	}
	const found = promiseIn(file, code);
	if (!found) throw new NotFound();
	const { place, thing } = found;
	const under = place === 'commitments' ? wordAt(thing.value.activity) || undefined : thing.parent!.name;
	return { value: thing.value, kind: kindOfPlace[place], activity: under, code };
}

/** Colleagues, and whoever answers for it now. */
async function peopleFor({ db, clock }: Caller, owner: string) {
	const people = await colleaguesOn(db, clock.today());
	if (owner === '' || people.some(({ id }) => id === owner)) return people;
	const name = await personName(db, owner);
	return name === undefined ? people : [...people, { id: owner, name }];
}

export const showPromiseForm = read({
	name: 'plan.showPromiseForm',
	input: z.object({
		plan: key,
		code: optional(code),
		kind: z.enum(promiseKinds).default('output'),
		activity: optional(code),
		/** The target in the notation of the plan file, also where the form could hold it. */
		notation: z.boolean().default(false)
	}),
	subject: planOfEdit,
	may: rules.mayEditPlan,
	run: async ({ subject, input, ...caller }) => {
		const { db, locale } = caller;
		const file = await planForEdit(db, subject.id);
		const { value, kind, activity, code: own } = promiseFor(file, input);
		const kinds = kindsForTargets(factKinds());
		const owner = wordAt(rawAt(value.owner).person);
		return {
			plan: { key: subject.key, title: subject.title, isAdopted: subject.adoptedOn !== null },
			code: own,
			isNew: input.code === undefined,
			kind,
			title: value.title as Localized | undefined,
			withdrawn: value.withdrawn as { on: string; why: string } | undefined,
			mark: markOf(value),
			start: promiseStart(value, {
				target: startTarget(value.target as Target | undefined, kinds, input.notation),
				visibility: (rawAt(file.plan).visibility as PromiseVisibility | undefined) ?? usualVisibility,
				activity
			}),
			more: shownFields(promiseFieldsOf[placeOfKind[kind]], value, { file, locale }),
			choices: promiseChoices(file, {
				kinds,
				records: await referableRecords(db),
				people: await peopleFor(caller, owner),
				activity,
				code: input.code,
				locale
			})
		};
	}
});
