// Puts what a form says of a promise into the plan, with the records that it names.
import { Conflict, Invalid, type Issue } from '#platform/errors.ts';
import { factKinds } from '#platform/server/module.ts';
import type { Caller } from '#platform/server/operation.ts';
import type { PromiseForm } from '../edit-inputs.ts';
import type { Raw } from '../plan-file-names.ts';
import { putBelow, setFields, type PromisePlace, type Thing } from '../plan-places.ts';
import { promiseFieldsOf } from '../edit-promise.ts';
import { besideField, fieldsFrom } from '../edit-values.ts';
import { formTarget, promiseFields } from '../promise-form.ts';
import { sourceOfText } from '../source-text.ts';
import { kindsForTargets } from '../targets/expected-kinds.ts';
import { parseTarget } from '../targets/parse.ts';
import { referencesIn } from '../targets/references.ts';
import { nameRecords, referableRecords } from './name-records.ts';

/** Fields that only some kinds of promise have. */
const notOf: Readonly<Record<PromisePlace, readonly string[]>> = {
	outputs: [],
	ambitions: ['parent', 'serves'],
	commitments: ['parent', 'serves']
};

/** The target of the form, parsed. Throws Invalid with the form's fields. */
export function readFormTarget(form: Pick<PromiseForm, 'target'>, caller: Pick<Caller, 'locale'>) {
	const kinds = kindsForTargets(factKinds());
	const said = formTarget(form.target, kinds, caller.locale);
	if (said.issues.length > 0) throw new Invalid(said.issues);
	const target = said.raw === undefined ? undefined : parseTarget(said.raw);
	if (Array.isArray(target)) throw new Invalid(said.atFields(target, caller.locale));
	return { target, kinds, atFields: said.atFields };
}

const named = (refersTo: string, keys: readonly string[]) => keys.map((key) => ({ refersTo, key }));

/** What any kind of promise may have beside the fields of the form of its own. */
const furtherFields = promiseFieldsOf.commitments;

/** Problems of a promise beside the fields of its form; those of the target have their own way there. */
function atFields(issues: Issue[], more: Raw, ofTarget: (issues: Issue[]) => Issue[]): Issue[] {
	const isTarget = ({ path }: Issue) => path === 'target' || path.startsWith('target.');
	const target = issues.filter(isTarget).map((issue) => ({ ...issue, path: issue.path.slice('target.'.length) }));
	const others = issues.filter((issue) => !isTarget(issue));
	return [...ofTarget(target), ...others.map((issue) => atFurtherField(issue, more))];
}

function atFurtherField(issue: Issue, more: Raw): Issue {
	const isFurther = furtherFields.some(({ name }) => name === issue.path.split('.')[0]);
	return isFurther ? besideField(furtherFields, more, issue, 'more') : issue;
}

export type PromiseEdit = {
	put: (file: Raw, place: PromisePlace, thing: Thing) => Promise<string>;
	atFields: (issues: Issue[]) => Issue[];
};

/** How a form is put into a plan, and how what is then wrong comes back to its fields. */
export function promiseEdit(caller: Caller, form: PromiseForm): PromiseEdit {
	const { target, kinds, atFields: targetAtFields } = readFormTarget(form, caller);
	const lines = sourceOfText(form.lines);
	if ('code' in lines) throw new Invalid([lines as Issue]);
	const put = async (file: Raw, place: PromisePlace, thing: Thing) => {
		const further = form.more ? fieldsFrom(promiseFieldsOf[place], form.more, thing.value, file) : {};
		const fields = { ...promiseFields(form, thing.value, file), ...further, target };
		const records = await referableRecords(caller.db);
		await nameRecords(caller.db, file, records, [
			...(target ? referencesIn(target, kinds) : []),
			...named('group', [...form.groups, ...form.co_owners.groups]),
			...named('organisation', [...form.partners, ...form.co_owners.organisations])
		]);
		setFields(thing.value, Object.fromEntries(Object.entries(fields).filter(([name]) => !notOf[place].includes(name))));
		if (place === 'commitments') setFields(thing.value, { activity: form.activity });
		else if (form.activity !== undefined) return movedBelow(file, place, thing, form.activity);
		return thing.path;
	};
	return { put, atFields: (issues) => atFields(issues, form.more ?? {}, (own) => targetAtFields(own, caller.locale)) };
}

function movedBelow(file: Raw, place: PromisePlace, thing: Thing, activity: string): string {
	const path = putBelow(file, place, thing, activity);
	if (path === undefined) throw new Conflict('plan_conflict_changed_meanwhile');
	return path;
}
