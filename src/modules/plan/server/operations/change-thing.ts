// Changes, adds, moves and takes out what stands around the promises: activities, goals, themes, sources, triggers and the like.
import { z } from 'zod';
import { Conflict, invalid, NotFound, type Issue } from '#platform/errors.ts';
import { day, key, line, optional, paragraph } from '#platform/input.ts';
import type { Database } from '#platform/server/database.ts';
import { operation } from '#platform/server/operation.ts';
import { editablePlaces, fieldsOf, type EditablePlace } from '../../editable.ts';
import { isRecordPlace, isSingle, placesBelow, recordPlaces, type RecordPlace } from '../../edit-places.ts';
import { shownOf } from '../../edit-shown.ts';
import { besideField, fieldsFrom } from '../../edit-values.ts';
import { code } from '../../inputs.ts';
import { listAt, rawAt, type Raw } from '../../plan-file-names.ts';
import {
	addThing as putThing,
	moveThing as shift,
	nameBelow,
	parentOf,
	placeNames,
	placeOf,
	putOnly,
	removeThing as takeOut,
	setFields,
	thingOf,
	thingsOf
} from '../../plan-places.ts';
import * as rules from '../../rules.ts';
import { aboutPlan, checkSeen, editPlan, existing, planOfEdit } from '../edit-plan.ts';
import { nameRecords, referableRecords } from '../name-records.ts';

const why = optional(paragraph(1000));
const fields = z.record(z.string().max(40), z.unknown());
const name = line(80);
const place = z.enum(editablePlaces);
const because = ({ why }: { why?: string | undefined }) => why;
const common = { subject: planOfEdit, may: rules.mayEditPlan, about: aboutPlan, reason: because } as const;

/** Problems of a thing stand at the fields of its form. */
const atFields = (place: EditablePlace, form: Raw) => (issues: Issue[]) =>
	issues.map((issue) => besideField(fieldsOf(place), form, issue, 'fields'));

export const changeThing = operation({
	name: 'plan.changeThing',
	input: z.object({ plan: key, place, name, seen: optional(z.string().max(40)), why, fields }),
	...common,
	run: async ({ subject, input, ...caller }) => {
		const changes = await editPlan(caller, subject.id, {
			why: input.why,
			atFields: atFields(input.place, input.fields),
			change: (file) => {
				const thing = existing(file, input.place, input.name);
				checkSeen(shownOf(input.place, thing.value), input.seen);
				setFields(thing.value, fieldsFrom(fieldsOf(input.place), input.fields, thing.value, file));
				if (isSingle(input.place)) putOnly(file, input.place, thing.value);
				return thing.path;
			}
		});
		return { changes: changes.length };
	}
});

/** The field that names it as the file has it; undefined where only its place in the list does. */
function namedAs(where: EditablePlace, given: string): Raw {
	const nameField = placeOf(where).name;
	if (nameField === 'only') throw new NotFound();
	if (nameField === 'position') return {};
	const shape = { key, code, number: z.string().regex(/^\d{1,4}$/) }[nameField];
	const codes = { key: 'key', code: 'plan_issue_code', number: 'whole_number' } as const;
	if (!shape.safeParse(given).success) throw invalid('name', given === '' ? 'required' : codes[nameField]);
	return { [nameField]: nameField === 'number' ? Number(given) : given };
}

/** A record that exists is named in the plan; what it is called and what kind it is, it says itself. */
async function nameRecord(db: Database, file: Raw, where: RecordPlace, given: string): Promise<string> {
	const records = await referableRecords(db);
	await nameRecords(db, file, records, [{ refersTo: recordPlaces[where], key: given }]);
	const named = thingOf(file, where, given);
	if (!named) throw invalid('name', 'choose');
	return named.path;
}

async function putNew(db: Database, file: Raw, { place: where, name: given, parent }: Addition): Promise<string> {
	if (thingOf(file, where, nameBelow(where, parent, given)))
		throw invalid('name', 'plan_issue_duplicate', { word: given });
	if (isRecordPlace(where)) return nameRecord(db, file, where, given);
	const path = putThing(file, where, parent, namedAs(where, given));
	if (path === undefined) throw invalid('parent', 'choose');
	return path;
}

type Addition = { place: EditablePlace; name: string; parent?: string | undefined };

export const addThing = operation({
	name: 'plan.addThing',
	input: z.object({ plan: key, place, parent: optional(line(80)), name: z.string().trim().max(80), why, fields }),
	...common,
	run: async ({ subject, input, ...caller }) => {
		const nameField = placeOf(input.place).name;
		const beside = atFields(input.place, input.fields);
		let added = '';
		await editPlan(caller, subject.id, {
			why: input.why,
			atFields: (issues) =>
				issues.flatMap((issue) => (issue.path === nameField ? [{ ...issue, path: 'name' }] : beside([issue]))),
			change: async (file) => {
				const path = await putNew(caller.db, file, input);
				const { value, name } = thingsOf(file, input.place).find((thing) => thing.path === path)!;
				setFields(value, fieldsFrom(fieldsOf(input.place), input.fields, value, file));
				added = name;
				return path;
			}
		});
		return { place: input.place, name: added };
	}
});

/** One place up or down among its neighbours, also of promises. */
export const moveThing = operation({
	name: 'plan.moveThing',
	input: z.object({ plan: key, place: z.enum(placeNames), name, way: z.enum(['up', 'down']), why }),
	...common,
	run: async ({ subject, input, ...caller }) => {
		await editPlan(caller, subject.id, {
			why: input.why,
			change: (file) => {
				const thing = existing(file, input.place, input.name);
				shift(thing, input.way);
				return thing.path;
			}
		});
	}
});

/** What nothing refers to may go; what was adopted stays to be read in the changes and the versions. */
export const removeThing = operation({
	name: 'plan.removeThing',
	input: z.object({ plan: key, place, name, why }),
	...common,
	run: async ({ subject, input, ...caller }) => {
		await editPlan(caller, subject.id, {
			why: input.why,
			change: (file) => {
				const thing = existing(file, input.place, input.name);
				if (isSingle(input.place)) throw new NotFound();
				const below = (placesBelow[input.place] ?? []).flatMap((inner) =>
					thingsOf(file, inner).filter(({ parent }) => parent?.value === thing.value)
				);
				if (below.length > 0) throw new Conflict('plan_conflict_not_empty');
				takeOut(thing);
				return '';
			}
		});
		return { place: input.place, parent: parentOf(input.place) };
	}
});

/** A whole activity is given up: all its promises are withdrawn with the same day and reason. */
export const withdrawActivity = operation({
	name: 'plan.withdrawActivity',
	input: z.object({ plan: key, name, on: day, why: paragraph(1000).pipe(z.string().min(1)) }),
	...common,
	run: async ({ subject, input, ...caller }) => {
		if (input.on > caller.clock.today()) throw invalid('on', 'day_in_future');
		const changes = await editPlan(caller, subject.id, {
			why: input.why,
			change: (file) => {
				const { value, path } = existing(file, 'activities', input.name);
				for (const promise of [...listAt(value.outputs), ...listAt(value.ambitions)].map(rawAt))
					promise.withdrawn ??= { on: input.on, why: input.why };
				return path;
			}
		});
		if (changes.length === 0) throw new Conflict('plan_conflict_withdrawn_already');
		return { withdrawn: changes.length };
	}
});
