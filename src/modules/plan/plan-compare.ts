// What changed between two plan files, in words, with the changes of an activity together.
import { say, type Locale, type Localized } from '#platform/localized.ts';
import { changeWords, type ChangeNames, type ChangeWords } from './change-words.ts';
import { isRecordPlace } from './edit-places.ts';
import { fieldWord } from './field-words.ts';
import { changesBetween, type FileChange } from './plan-file-diff.ts';
import type { Raw } from './plan-file-names.ts';
import type { PlanFile } from './plan-file.ts';
import { placeNames, thingsOf, type PlaceName, type Thing } from './plan-places.ts';

export type ComparedChange = ChangeWords & { subject: string; code: string };
/** `code` of the activity; null for what stands around the activities. */
export type ComparedGroup = { code: string | null; title: string; changes: ComparedChange[] };

const titleOf = ({ value }: Thing): Localized | undefined =>
	(value.title ?? value.name ?? value.label ?? value.text) as Localized | undefined;

type Found = { place: PlaceName; thing: Thing };

/** Things by the name that a change calls them: a code of the activity plan, or `goals/G1`. */
function subjectsIn(file: Raw): Map<string, Found> {
	const found = new Map<string, Found>();
	const prefixes: Partial<Record<PlaceName, string>> = {
		strategies: 'value-strategies/',
		theme_sets: 'themes/',
		theme_questions: 'questions/',
		core_tasks: 'core-tasks/'
	};
	const singles: Partial<Record<PlaceName, string>> = { about_plan: 'plan', about_framework: 'framework' };
	const bare: readonly PlaceName[] = ['activities', 'ambitions', 'outputs', 'planning', 'commitments'];
	for (const place of placeNames) {
		const prefix = bare.includes(place) ? '' : (prefixes[place] ?? `${place}/`);
		for (const thing of thingsOf(file, place)) found.set(singles[place] ?? `${prefix}${thing.name}`, { place, thing });
	}
	return found;
}

/** The activity that a thing stands under, or is. */
function activityOf({ place, thing }: Found): string | null {
	if (place === 'activities') return thing.name;
	if (thing.parent && (place === 'outputs' || place === 'ambitions' || place === 'planning')) return thing.parent.name;
	return place === 'commitments' && typeof thing.value.activity === 'string' ? thing.value.activity : null;
}

/** What a record of another module says of itself stands in the file too; the record tells when it changes. */
const ownFields = new Set(
	'added removed name abbreviation kind description size group series organisation unit'.split(' ')
);

function isOfPlan({ subject, field }: FileChange): boolean {
	const [list = '', name] = subject.split('/');
	if (subject === 'plan') return !isRecordPlace(field);
	return name === undefined || !isRecordPlace(list) || !ownFields.has(field);
}

/** What a change is about, in words; its own name where nothing has that name any more. */
export function subjectTitle(file: Raw, subject: string, locale: Locale): string {
	const found = subjectsIn(file).get(subject);
	const title = found && titleOf(found.thing);
	return title ? say(title, locale) : fieldWord(subject, locale);
}

/** `around` names the group of everything that belongs to no activity. */
export function comparedGroups(before: PlanFile, after: PlanFile, names: ChangeNames, around: string): ComparedGroup[] {
	const [old, now] = [subjectsIn(before), subjectsIn(after)];
	const groups = new Map<string | null, ComparedGroup>();
	const textOf = (found: Found | undefined, otherwise: string) => {
		const title = found && titleOf(found.thing);
		return title ? say(title, names.locale) : otherwise;
	};
	for (const change of changesBetween(before, after).filter(isOfPlan)) {
		const found = now.get(change.subject) ?? old.get(change.subject);
		const code = found ? activityOf(found) : null;
		const activity = code === null ? undefined : (now.get(code) ?? old.get(code));
		const group = groups.get(code) ?? { code, title: code === null ? around : textOf(activity, code), changes: [] };
		group.changes.push({
			...changeWords(change, names),
			code: change.subject,
			subject: textOf(found, fieldWord(change.subject, names.locale))
		});
		groups.set(code, group);
	}
	return [...groups.values()];
}
