// One list of the plan, one thing of it as its form opens, and the texts that stand by themselves.
import { z } from 'zod';
import { NotFound } from '#platform/errors.ts';
import { key, line, optional } from '#platform/input.ts';
import { say, type Locale, type Localized } from '#platform/localized.ts';
import { read } from '#platform/server/operation.ts';
import {
	editablePlaces,
	fieldsOf,
	placesBelow,
	shownValue,
	standingTexts,
	type EditablePlace,
	type EditField
} from '../../editable.ts';
import { rawAt, type Raw } from '../../plan-file-names.ts';
import {
	freeCode,
	parentOf,
	placeOf,
	promisePlaces,
	thingOf,
	thingsOf,
	type PlaceName,
	type Thing
} from '../../plan-places.ts';
import { choicesOf, type Choice } from '../../promise-choices.ts';
import * as rules from '../../rules.ts';
import { markOf, planForEdit, planOfEdit, type EditedPlan } from '../edit-plan.ts';

const planOf = ({ key, title, adoptedOn }: EditedPlan) => ({ key, title, isAdopted: adoptedOn !== null });

export type ListedThing = {
	name: string;
	title: string;
	isPromise: boolean;
	isFirst: boolean;
	isLast: boolean;
	withdrawn: boolean;
};
export type ListedPlace = { place: PlaceName; things: ListedThing[] };

function titleOf({ value, name }: Thing, locale: Locale): string {
	const said = (value.title ?? value.name ?? value.label ?? value.text ?? value.issue) as Localized | undefined;
	return said ? say(said, locale) : name;
}

function listed(things: readonly Thing[], place: PlaceName, locale: Locale): ListedThing[] {
	return things.map((thing) => ({
		name: thing.name,
		title: titleOf(thing, locale),
		isPromise: promisePlaces.some((one) => one === place),
		isFirst: thing.index === 0,
		isLast: thing.index === thing.list.length - 1,
		withdrawn: thing.value.withdrawn !== undefined
	}));
}

export const showList = read({
	name: 'plan.showList',
	input: z.object({ plan: key, place: z.enum([...editablePlaces, 'commitments']) }),
	subject: planOfEdit,
	may: rules.mayEditPlan,
	run: async ({ db, locale, subject, input: { place } }) => {
		const file = await planForEdit(db, subject.id);
		return { plan: planOf(subject), place, things: listed(thingsOf(file, place), place, locale) };
	}
});

export type ShownField = EditField & { value: unknown; choices: Choice[] };

function shownFields(place: EditablePlace, value: Raw, file: Raw, locale: Locale): ShownField[] {
	return fieldsOf(place)
		.map((field) => {
			const choices = 'of' in field ? field.of.flatMap((of) => choicesOf(file, of, locale)) : [];
			return { ...field, value: shownValue(field, value), choices };
		})
		.filter(({ kind, value }) => kind !== 'lines' || value !== undefined);
}

const emptyThing: Pick<Thing, 'value' | 'parent'> = { value: {}, parent: null };

export const showThing = read({
	name: 'plan.showThing',
	/** Without a name: the form of a new one, below `parent` where things stand below others. */
	input: z.object({ plan: key, place: z.enum(editablePlaces), name: optional(line(80)), parent: optional(line(80)) }),
	subject: planOfEdit,
	may: rules.mayEditPlan,
	run: async ({ db, locale, clock, subject, input: { place, name, parent } }) => {
		const file = await planForEdit(db, subject.id);
		const found = name === undefined ? emptyThing : thingOf(file, place, name);
		if (!found) throw new NotFound();
		const above = parentOf(place);
		const parentName = found.parent?.name ?? parent;
		const parentThing = above && parentName ? thingOf(file, above, parentName) : undefined;
		if (above && !parentThing) throw new NotFound();
		const below = name === undefined ? [] : (placesBelow[place] ?? []);
		return {
			plan: planOf(subject),
			today: clock.today(),
			place,
			name: name ?? (placeOf(place).name === 'key' ? '' : freeCode(file, place, parentName)),
			isNew: name === undefined,
			title: name === undefined ? '' : titleOf(found as Thing, locale),
			parent:
				parentThing && above ? { place: above, name: parentThing.name, title: titleOf(parentThing, locale) } : null,
			mark: markOf(found.value),
			fields: shownFields(place, found.value, file, locale),
			periods: choicesOf(file, 'periods', locale).map((choice) => {
				const { starts_on, ends_on } = rawAt(thingOf(file, 'periods', choice.value)?.value);
				return { ...choice, starts_on: String(starts_on), ends_on: String(ends_on) };
			}),
			below: below.map((inner): ListedPlace => {
				const own = thingsOf(file, inner).filter((thing) => thing.parent?.value === found.value);
				return { place: inner, things: listed(own, inner, locale) };
			})
		};
	}
});

export const showTexts = read({
	name: 'plan.showTexts',
	input: z.object({ plan: key }),
	subject: planOfEdit,
	may: rules.mayEditPlan,
	run: async ({ db, subject }) => {
		const file = await planForEdit(db, subject.id);
		return {
			plan: planOf(subject),
			texts: standingTexts.map(({ name, path, kind }) => {
				const found = path.reduce<unknown>((value, step) => rawAt(value)[step], file);
				return { name, value: found as Localized | undefined, optional: kind === 'statement' };
			})
		};
	}
});
