// What there is to choose from in the form of a promise: everything of the plan by its name, and the records that exist.
import { withCapital } from '#platform/capital.ts';
import type { FactKind } from '#platform/facts.ts';
import { say, type Locale, type Localized } from '#platform/localized.ts';
import { isRaw, listAt, type Raw } from './plan-file-names.ts';
import { thingsOf, type PlaceName, type Thing } from './plan-places.ts';
import { valueWord } from './targets/words.ts';

export type Choice = { value: string; label: string };
export type PeriodChoice = Choice & { starts_on: string; ends_on: string };

/** How one key of `where` is asked: things by name, words to tick, or free text. */
export type WhereChoice = { key: string; things?: string; words?: Choice[] };
export type KindChoice = {
	value: string;
	label: string;
	one: string;
	nature: 'done' | 'holds';
	unit: string | undefined;
	where: WhereChoice[];
};

export type PromiseChoices = {
	kinds: KindChoice[];
	/** Records by what they are: series, groups, channels … */
	things: Record<string, Choice[]>;
	goals: Choice[];
	value_strategies: Choice[];
	themes: Choice[];
	priorities: Choice[];
	programmes: Choice[];
	/** Ambitions of the same activity, which an output may serve. */
	ambitions: Choice[];
	/** Outputs of the same activity, which an output may be a part of. */
	outputs: Choice[];
	activities: Choice[];
	triggers: Choice[];
	calendars: Choice[];
	periods: PeriodChoice[];
	people: Choice[];
};

/** What a thing of the plan is called; of a passage without a title its text, or its first point. */
export function titleOfThing({ name, value }: Pick<Thing, 'name' | 'value'>, locale: Locale): string {
	const { title, name: own, label, text, issue, about, word, nl, en, points } = value;
	const said = [title, own, label, text, issue, about, nl || en ? { nl, en } : undefined, ...listAt(points)].find(
		isRaw
	);
	if (typeof word === 'string') return word;
	if (typeof own === 'string') return own;
	if (!said) return name;
	const words = say(said, locale);
	return words.length > mostOfTitle ? `${words.slice(0, mostOfTitle).trimEnd()} …` : words;
}

/** Longer is a text, not a title. */
const mostOfTitle = 160;

/** The things of one place by their names. */
export const choicesOf = (file: Raw, place: PlaceName, locale: Locale, within?: string): Choice[] =>
	thingsOf(file, place)
		.filter(({ parent }) => within === undefined || parent?.name === within)
		.map(({ name, value }) => ({ value: name, label: titleOfThing({ name, value }, locale) }));

export const periodChoices = (file: Raw, locale: Locale): PeriodChoice[] =>
	thingsOf(file, 'periods').map(({ name, value }) => ({
		value: name,
		label: titleOfThing({ name, value }, locale),
		starts_on: String(value.starts_on),
		ends_on: String(value.ends_on)
	}));

function kindChoice(kind: FactKind, locale: Locale): KindChoice {
	return {
		value: kind.kind,
		label: withCapital(`${kind.many[locale]} (${kind.verb[locale]})`),
		one: kind.one[locale],
		nature: kind.nature,
		unit: kind.unit?.[locale],
		where: Object.entries(kind.where).map(([key, { refersTo, words }]) => ({
			key,
			...(refersTo && { things: refersTo }),
			...(words && { words: words.map((word) => ({ value: word, label: valueWord(word, locale) })) })
		}))
	};
}

const byLabel = (locale: Locale) => (one: Choice, other: Choice) => one.label.localeCompare(other.label, locale);

type Around = {
	kinds: ReadonlyMap<string, FactKind>;
	records: ReadonlyMap<string, ReadonlyMap<string, { name: Localized }>>;
	people: readonly { id: string; name: string }[];
	/** The activity that the promise stands under. */
	activity: string | undefined;
	/** The promise itself, which is no part of itself. */
	code: string | undefined;
	locale: Locale;
};

export function promiseChoices(file: Raw, { kinds, records, people, activity, code, locale }: Around): PromiseChoices {
	const of = (place: PlaceName, within?: string) => choicesOf(file, place, locale, within);
	const things = Object.fromEntries(
		[...records].map(([refersTo, byKey]) => [
			refersTo,
			[...byKey].map(([value, { name }]) => ({ value, label: say(name, locale) })).sort(byLabel(locale))
		])
	);
	return {
		kinds: [...kinds.values()].map((kind) => kindChoice(kind, locale)).sort(byLabel(locale)),
		things: { ...things, question: of('questions') },
		goals: of('goals'),
		value_strategies: of('strategies'),
		themes: [...of('theme_sets'), ...of('themes'), ...of('theme_questions')],
		priorities: of('priorities'),
		programmes: of('programmes'),
		ambitions: activity === undefined ? [] : of('ambitions', activity),
		outputs: activity === undefined ? [] : of('outputs', activity).filter(({ value }) => value !== code),
		activities: of('activities'),
		triggers: of('triggers'),
		calendars: of('calendars'),
		periods: periodChoices(file, locale),
		people: people.map(({ id, name }) => ({ value: id, label: name }))
	};
}
