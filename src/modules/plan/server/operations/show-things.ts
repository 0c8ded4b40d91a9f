// One list of the plan, one thing of it as its form opens, and the texts that stand by themselves.
import { z } from 'zod';
import type { Database } from '#platform/server/database.ts';
import { NotFound } from '#platform/errors.ts';
import { key, line, optional } from '#platform/input.ts';
import { say, type Locale } from '#platform/localized.ts';
import { read } from '#platform/server/operation.ts';
import { editablePlaces, fieldsOf } from '../../editable.ts';
import { isRecordPlace, isSingle, placesBelow, recordPlaces } from '../../edit-places.ts';
import { shownFields, shownOf } from '../../edit-shown.ts';
import type { Raw } from '../../plan-file-names.ts';
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
import { periodChoices, titleOfThing, type Choice } from '../../promise-choices.ts';
import * as rules from '../../rules.ts';
import { markOf, planForEdit, planOfEdit, type EditedPlan } from '../edit-plan.ts';
import { referableRecords } from '../name-records.ts';

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

function listed(things: readonly Thing[], place: PlaceName, locale: Locale): ListedThing[] {
	return things.map((thing) => ({
		name: thing.name,
		title: titleOfThing(thing, locale),
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

const emptyThing: Pick<Thing, 'value' | 'parent'> = { value: {}, parent: null };

/** Records that the plan does not name yet, by name. */
async function recordChoices(db: Database, file: Raw, place: PlaceName, locale: Locale): Promise<Choice[]> {
	if (!isRecordPlace(place)) return [];
	const named = new Set(thingsOf(file, place).map(({ name }) => name));
	const all = (await referableRecords(db)).get(recordPlaces[place]) ?? new Map<string, never>();
	return [...all]
		.filter(([value]) => !named.has(value))
		.map(([value, { name }]) => ({ value, label: say(name, locale) }))
		.sort((one, other) => one.label.localeCompare(other.label, locale));
}

/** What a new thing is called unless somebody says otherwise; keys are for people to choose. */
function proposedName(file: Raw, place: PlaceName, parent: string | undefined): string {
	const { name } = placeOf(place);
	if (name === 'code') return freeCode(file, place, parent);
	if (name !== 'number') return '';
	return String(Math.max(0, ...thingsOf(file, place).map((thing) => Number(thing.name))) + 1);
}

export const showThing = read({
	name: 'plan.showThing',
	/** Without a name: the form of a new one, below `parent` where things stand below others. */
	input: z.object({ plan: key, place: z.enum(editablePlaces), name: optional(line(80)), parent: optional(line(80)) }),
	subject: planOfEdit,
	may: rules.mayEditPlan,
	run: async ({ db, locale, clock, subject, input: { place, name, parent } }) => {
		const file = await planForEdit(db, subject.id);
		const isNew = name === undefined;
		const found = isNew ? emptyThing : thingOf(file, place, name);
		if (!found || (isNew && isSingle(place))) throw new NotFound();
		const above = parentOf(place);
		const parentName = found.parent?.name ?? parent;
		const parentThing = above && parentName ? thingOf(file, above, parentName) : undefined;
		if (above && !parentThing) throw new NotFound();
		const below = isNew ? [] : (placesBelow[place] ?? []);
		return {
			plan: planOf(subject),
			today: clock.today(),
			place,
			name: name ?? proposedName(file, place, parentName),
			isNew,
			/** Which kind of name a new one gets; none where its place in the list is its name. */
			names: placeOf(place).name,
			records: isNew ? await recordChoices(db, file, place, locale) : [],
			title: isNew ? '' : titleOfThing(found as Thing, locale),
			parent:
				parentThing && above
					? { place: above, name: parentThing.name, title: titleOfThing(parentThing, locale) }
					: null,
			mark: markOf(shownOf(place, found.value)),
			fields: shownFields(fieldsOf(place), found.value, { file, locale }),
			periods: periodChoices(file, locale),
			below: below.map((inner): ListedPlace => {
				const own = thingsOf(file, inner).filter((thing) => thing.parent?.value === found.value);
				return { place: inner, things: listed(own, inner, locale) };
			})
		};
	}
});
