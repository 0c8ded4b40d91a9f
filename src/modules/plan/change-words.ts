// A change of the plan in words: which thing, which field, what it said before and what it says now.
import { m } from '#paraglide/messages.js';
import { dayText, rangeText } from '#platform/dates.ts';
import { isDay } from '#platform/day.ts';
import { otherLocale, say, type Locale, type Localized } from '#platform/localized.ts';
import { fieldWord } from './field-words.ts';
import { isSameData, type FileChange } from './plan-file-diff.ts';
import { isRaw, listAt, rawAt, wordAt, type Raw } from './plan-file-names.ts';
import { thingsOf, type PlaceName } from './plan-places.ts';
import { sdgName } from './sdgs.ts';
import { targetText, type Names } from './targets/sentence.ts';
import type { Target } from './targets/target.ts';

/** What gives codes, keys and ids their names. */
export type ChangeNames = {
	targets: Names;
	/** Per list of the plan the title behind each code or key. */
	titles: ReadonlyMap<PlaceName, ReadonlyMap<string, Localized>>;
	people: ReadonlyMap<string, string>;
	locale: Locale;
};

/** In which list a field's codes and keys are named. */
const placeOfField: Readonly<Record<string, PlaceName>> = {
	goals: 'goals',
	value_strategies: 'strategies',
	strategies: 'strategies',
	programmes: 'programmes',
	programme: 'programmes',
	priorities: 'priorities',
	sources: 'sources',
	serves: 'ambitions',
	same_as: 'outputs',
	parent: 'outputs',
	outputs: 'outputs',
	ambitions: 'ambitions',
	commitments: 'commitments',
	planning: 'planning',
	activities: 'activities',
	activity: 'activities',
	sections: 'sections',
	partners: 'organisations',
	organisations: 'organisations',
	groups: 'groups',
	group: 'groups',
	series: 'series',
	core_task: 'core_tasks',
	core_tasks: 'core_tasks',
	trigger: 'triggers',
	triggers: 'triggers',
	applies_to: 'outputs',
	candidates: 'outputs',
	themes: 'themes',
	questions: 'theme_questions'
};

const titleIn = ({ title, name, label, text }: Raw) => (title ?? name ?? label ?? text) as Localized | undefined;

/** The titles of everything in these files; a later file goes before an earlier one. */
export function titlesIn(...files: readonly Raw[]): Map<PlaceName, Map<string, Localized>> {
	const found = new Map<PlaceName, Map<string, Localized>>();
	for (const place of new Set(Object.values(placeOfField))) {
		const own = files.flatMap((file) =>
			thingsOf(file, place).map(({ name, value }) => [name, titleIn(value)] as const)
		);
		found.set(place, new Map(own.flatMap(([name, title]) => (title ? [[name, title] as const] : []))));
	}
	return found;
}

const isText = (value: unknown): value is Localized =>
	isRaw(value) &&
	Object.keys(value).length > 0 &&
	Object.keys(value).every((key) => ['nl', 'en', 'older'].includes(key));

function nameOf(field: string, word: string, { titles, locale }: ChangeNames): string {
	if (field === 'sdgs') return `${word} ${sdgName(Number(word))?.[locale] ?? ''}`.trim();
	const title = titles.get(placeOfField[field] ?? 'outputs')?.get(word);
	return title ? say(title, locale) : word;
}

const joined = (texts: readonly string[]) => texts.filter((text) => text !== '').join('; ');

const windowsText = (value: unknown, locale: Locale) =>
	joined(
		listAt(value).map((window) => {
			const { starts_on: from, ends_on: until, key } = rawAt(window);
			return typeof from === 'string' && typeof until === 'string' ? rangeText(from, until, locale) : wordAt(key);
		})
	);

const somebody = (locale: Locale) => m.plan_change_somebody({}, { locale });

const states: Record<string, typeof m.plan_state_open> = {
	open: m.plan_state_open,
	fired: m.plan_state_fired,
	'decided-against': m.plan_state_decided_against
};
const stateWord = (state: string, locale: Locale) => states[state]?.({}, { locale }) ?? state;

/** The conditions in words, with the day on which each was ticked. */
const conditionsText = (value: unknown, locale: Locale) =>
	joined(
		listAt(value).map((each) => {
			const { text, met_on: metOn } = rawAt(each);
			const said = isText(text) ? say(text, locale) : '';
			return typeof metOn === 'string'
				? m.plan_change_ticked({ text: said, day: dayText(metOn, locale) }, { locale })
				: said;
		})
	);

function ownerText(value: unknown, { people, locale }: ChangeNames): string {
	const { person, role } = rawAt(value);
	const name = typeof person === 'string' ? (people.get(person) ?? somebody(locale)) : '';
	return joined([name, isText(role) ? say(role, locale) : '']);
}

const coOwnersText = (value: unknown, names: ChangeNames) =>
	joined(
		Object.entries(rawAt(value)).flatMap(([field, keys]) =>
			listAt(keys).map((key) => nameOf(field, wordAt(key), names))
		)
	);

function plainText(field: string, value: unknown, names: ChangeNames): string {
	if (value === null || value === undefined) return '';
	if (isText(value)) return say(value, names.locale);
	if (typeof value === 'boolean') return (value ? m.plan_word_yes : m.plan_word_no)({}, { locale: names.locale });
	if (typeof value === 'string' && isDay(value)) return dayText(value, names.locale);
	if (typeof value === 'string' || typeof value === 'number') return nameOf(field, String(value), names);
	if (Array.isArray(value)) return joined(value.map((one) => plainText(field, one, names)));
	const { text, on, why } = rawAt(value);
	if (isText(text)) return say(text, names.locale);
	if (typeof on === 'string' && typeof why === 'string') return `${dayText(on, names.locale)}: ${why}`;
	const parts = Object.entries(rawAt(value)).map(([name, inner]) => [name, valueText(name, inner, names)] as const);
	return joined(parts.map(([name, inner]) => (inner ? `${fieldWord(name, names.locale)}: ${inner}` : '')));
}

const rangesText = (value: unknown) =>
	joined(
		(Array.isArray(listAt(value)[0]) ? listAt(value) : [value]).map((range) => listAt(range).map(String).join('-'))
	);

/** What a field says; empty when it says nothing. */
export function valueText(field: string, value: unknown, names: ChangeNames): string {
	if (value === null || value === undefined) return '';
	if (field === 'target') return targetText(value as Target, [], names.targets, names.locale);
	if (field === 'conditions') return conditionsText(value, names.locale);
	if (field === 'by' || field === 'met_by') return names.people.get(wordAt(value)) ?? somebody(names.locale);
	if (field === 'state') return stateWord(wordAt(value), names.locale);
	if (field === 'windows') return windowsText(value, names.locale);
	if (field === 'owner') return ownerText(value, names);
	if (field === 'co_owners') return coOwnersText(value, names);
	if (field === 'lines' || field === 'also_lines' || field === 'ranges') return rangesText(value);
	return plainText(field, value, names);
}

/** Of data within a field only what differs: who changes one point does not read all the others. */
function differing(before: unknown, after: unknown): [unknown, unknown] {
	if (Array.isArray(before) && Array.isArray(after) && [...before, ...after].every(isRaw)) {
		const without = (own: readonly unknown[], other: readonly unknown[]) =>
			own.filter((each) => !other.some((one) => isSameData(one, each)));
		return [without(before, after), without(after, before)];
	}
	if (!isRaw(before) || !isRaw(after) || isText(before) || isText(after)) return [before, after];
	const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
	const pairs = names
		.filter((name) => !isSameData(before[name], after[name]))
		.map((name) => [name, ...differing(before[name], after[name])] as const);
	return [
		Object.fromEntries(pairs.map(([name, was]) => [name, was])),
		Object.fromEntries(pairs.map(([name, , now]) => [name, now]))
	];
}

/** Fields with words of their own for the whole of them. */
const told = new Set(['target', 'conditions', 'windows', 'owner', 'co_owners', 'lines', 'also_lines', 'ranges']);

export type ChangeWords = { what: string; before: string; after: string };

/** Lists of the same things in another order. */
const isReordered = (before: unknown, after: unknown) =>
	Array.isArray(before) &&
	Array.isArray(after) &&
	before.length === after.length &&
	[...before, ...after].every((one) => typeof one === 'string' || typeof one === 'number') &&
	isSameData(before.map(String).toSorted(), after.map(String).toSorted());

/** One changed field in words; of a text the language in which it changed. */
export function changeWords({ field, before, after }: FileChange, names: ChangeNames): ChangeWords {
	const { locale } = names;
	const isWhole = field === 'added' || field === 'removed';
	const what = fieldWord(field, locale);
	if (isWhole) {
		const title = titleIn(rawAt(before ?? after));
		const text = title ? say(title, locale) : '';
		return { what, before: field === 'removed' ? text : '', after: field === 'added' ? text : '' };
	}
	if (isReordered(before, after)) return { what, before: '', after: m.plan_change_reordered({}, { locale }) };
	const [was, now] = told.has(field) ? [before, after] : differing(before, after);
	const texts = { before: valueText(field, was, names), after: valueText(field, now, names) };
	if (texts.before !== texts.after) return { what, ...texts };
	const other = { ...names, locale: otherLocale(locale) };
	return { what, before: valueText(field, was, other), after: valueText(field, now, other) };
}
