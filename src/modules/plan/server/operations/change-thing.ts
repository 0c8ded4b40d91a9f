// Changes, adds, moves and takes out what stands around the promises: activities, goals, themes, sources, triggers and the like.
import { z } from 'zod';
import { Conflict, Invalid, invalid, type Issue } from '#platform/errors.ts';
import { day, key, line, optional, paragraph } from '#platform/input.ts';
import { operation } from '#platform/server/operation.ts';
import { editablePlaces, fieldsFrom, placesBelow, standingTexts, textFrom } from '../../editable.ts';
import { code } from '../../inputs.ts';
import { listAt, rawAt, type Raw } from '../../plan-file-names.ts';
import {
	addThing as putThing,
	moveThing as shift,
	parentOf,
	placeNames,
	placeOf,
	removeThing as takeOut,
	setFields,
	thingOf,
	thingsOf
} from '../../plan-places.ts';
import * as rules from '../../rules.ts';
import { aboutPlan, checkSeen, editPlan, existing, planOfEdit } from '../edit-plan.ts';

const why = optional(paragraph(1000));
const fields = z.record(z.string().max(40), z.unknown());
const name = line(80);
const place = z.enum(editablePlaces);
const because = ({ why }: { why?: string | undefined }) => why;
const common = { subject: planOfEdit, may: rules.mayEditPlan, about: aboutPlan, reason: because } as const;

/** Problems of a thing stand at the fields of its form. */
const atFields = (issues: Issue[]) =>
	issues.map((issue) => ({ ...issue, path: issue.path === '' ? '' : `fields.${issue.path}` }));

export const changeThing = operation({
	name: 'plan.changeThing',
	input: z.object({ plan: key, place, name, seen: optional(z.string().max(40)), why, fields }),
	...common,
	run: async ({ subject, input, ...caller }) => {
		const changes = await editPlan(caller, subject.id, {
			why: input.why,
			atFields,
			change: (file) => {
				const thing = existing(file, input.place, input.name);
				checkSeen(thing, input.seen);
				setFields(thing.value, fieldsFrom(input.place, input.fields, thing.value, file));
				return thing.path;
			}
		});
		return { changes: changes.length };
	}
});

export const addThing = operation({
	name: 'plan.addThing',
	input: z.object({ plan: key, place, parent: optional(line(80)), name, why, fields }),
	...common,
	run: async ({ subject, input, ...caller }) => {
		const nameField = placeOf(input.place).name;
		const shape = nameField === 'key' ? key : code;
		if (!shape.safeParse(input.name).success) throw invalid('name', nameField === 'key' ? 'key' : 'plan_issue_code');
		await editPlan(caller, subject.id, {
			why: input.why,
			atFields: (issues) =>
				issues.map((issue) => ({ ...issue, path: issue.path === nameField ? 'name' : `fields.${issue.path}` })),
			change: (file) => {
				if (thingOf(file, input.place, input.name)) throw invalid('name', 'plan_issue_duplicate', { word: input.name });
				const value: Raw = { [nameField]: input.name };
				const path = putThing(file, input.place, input.parent, value);
				if (path === undefined) throw invalid('parent', 'choose');
				setFields(value, fieldsFrom(input.place, input.fields, value, file));
				return path;
			}
		});
		return { place: input.place, name: input.name };
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

/** The holder of a text that stands by itself, made when there is none. */
function holderOf(file: Raw, path: readonly string[]): Raw {
	return path.slice(0, -1).reduce((holder, step) => {
		const inner = rawAt(holder[step]);
		holder[step] = inner;
		return inner;
	}, file);
}

/** Mission, overall goal and the other texts of the framework. */
export const changeTexts = operation({
	name: 'plan.changeTexts',
	input: z.object({ plan: key, why, texts: fields }),
	...common,
	run: async ({ subject, input, ...caller }) => {
		const missing = standingTexts.filter(({ name, kind }) => kind === 'text' && !textFrom(input.texts[name]));
		if (missing.length > 0)
			throw new Invalid(missing.map(({ name }) => ({ path: `texts.${name}`, code: 'one_language', params: {} })));
		const changes = await editPlan(caller, subject.id, {
			why: input.why,
			change: (file) => {
				for (const { name, path, kind } of standingTexts) {
					const text = textFrom(input.texts[name]);
					const holder = holderOf(file, path);
					const last = path.at(-1)!;
					const { nl: _nl, en: _en, older: _older, ...rest } = rawAt(holder[last]);
					setFields(holder, { [last]: text && kind === 'statement' ? { ...rest, ...text } : text });
				}
				return '';
			}
		});
		return { changes: changes.length };
	}
});
