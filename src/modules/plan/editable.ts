// What can be changed of each thing of a plan that is no promise, field by field; what stands in none of these fields stays as it is.
import { listAt, rawAt, wordAt, type Raw } from './plan-file-names.ts';
import type { PlaceName } from './plan-places.ts';
import { sourceOfText, textOfSource, windowsOf } from './promise-form.ts';
import { promiseVisibilities, triggerKinds } from './plan-file-words.ts';
import type { WindowForm } from './edit-inputs.ts';

export type FieldKind =
	'text' | 'long' | 'word' | 'day' | 'yes' | 'lines' | 'statements' | 'windows' | 'ranges' | 'sdgs';

export type EditField = { name: string; optional: boolean } & (
	| { kind: FieldKind }
	| { kind: 'one' | 'many'; of: readonly PlaceName[] }
	| { kind: 'choose'; words: readonly string[] }
);

const field = (kind: FieldKind, name: string): EditField => ({ kind, name, optional: false });
const maybe = (kind: FieldKind, name: string): EditField => ({ kind, name, optional: true });
const one = (name: string, of: PlaceName, optional = false): EditField => ({ kind: 'one', name, of: [of], optional });
const many = (name: string, ...of: PlaceName[]): EditField => ({ kind: 'many', name, of, optional: true });
const choose = (name: string, words: readonly string[]): EditField => ({
	kind: 'choose',
	name,
	words,
	optional: false
});

const goals = many('goals', 'goals');
const lines = maybe('lines', 'lines');
const themeFields = [
	field('text', 'name'),
	maybe('long', 'text'),
	maybe('long', 'note'),
	goals,
	maybe('sdgs', 'sdgs'),
	lines
];

const fieldsOfPlace = {
	goals: [field('word', 'key'), field('text', 'name'), maybe('long', 'text'), lines],
	strategies: [field('word', 'key'), field('text', 'name'), maybe('long', 'text'), lines],
	criteria: [field('long', 'text'), lines],
	theme_sets: themeFields,
	themes: themeFields,
	theme_questions: [maybe('text', 'name'), field('long', 'text'), maybe('yes', 'main'), lines],
	sources: [
		field('word', 'kind'),
		field('text', 'text'),
		maybe('statements', 'findings'),
		maybe('long', 'follow_up'),
		many('themes', 'theme_sets', 'themes', 'theme_questions'),
		lines
	],
	priorities: [
		field('text', 'title'),
		goals,
		maybe('sdgs', 'sdgs'),
		many('sources', 'sources'),
		many('partners', 'organisations'),
		maybe('statements', 'points'),
		lines
	],
	core_tasks: [field('word', 'code'), field('text', 'title'), maybe('yes', 'across'), maybe('long', 'note'), lines],
	sections: [field('text', 'title'), one('core_task', 'core_tasks'), lines],
	activities: [field('text', 'title'), maybe('text', 'addition'), lines],
	planning: [
		field('long', 'text'),
		maybe('windows', 'windows'),
		one('trigger', 'triggers', true),
		many('applies_to', 'outputs', 'ambitions', 'commitments'),
		maybe('text', 'confidence'),
		lines
	],
	triggers: [choose('kind', triggerKinds), field('text', 'label'), maybe('long', 'resolves')],
	periods: [maybe('text', 'label'), field('day', 'starts_on'), field('day', 'ends_on'), maybe('word', 'precision')],
	calendars: [field('text', 'label'), maybe('ranges', 'ranges')],
	programmes: [
		field('text', 'name'),
		field('word', 'kind'),
		maybe('long', 'description'),
		one('core_task', 'core_tasks', true),
		one('parent', 'programmes', true),
		one('funder', 'organisations', true),
		maybe('long', 'obligation'),
		many('partners', 'organisations'),
		lines
	],
	ambiguities: [field('long', 'issue'), field('long', 'reading'), maybe('text', 'confidence'), lines]
} as const satisfies Partial<Record<PlaceName, readonly EditField[]>>;

export type EditablePlace = keyof typeof fieldsOfPlace;
export const editablePlaces = Object.keys(fieldsOfPlace) as EditablePlace[];
export const isEditable = (place: string): place is EditablePlace => Object.hasOwn(fieldsOfPlace, place);
export const fieldsOf = (place: EditablePlace): readonly EditField[] => fieldsOfPlace[place];

/** What has a list of its own on the page of the plan; everything else stands on the page of what it belongs to. */
export const topPlaces = [
	'sections',
	'goals',
	'strategies',
	'theme_sets',
	'priorities',
	'sources',
	'core_tasks',
	'programmes',
	'triggers',
	'periods',
	'calendars',
	'ambiguities'
] as const satisfies readonly EditablePlace[];

/** What stands below a thing, in the order in which the plan has it. */
export const placesBelow: Partial<Record<PlaceName, readonly PlaceName[]>> = {
	sections: ['activities'],
	activities: ['outputs', 'ambitions', 'planning'],
	strategies: ['criteria'],
	theme_sets: ['themes'],
	themes: ['theme_questions']
};

/** The texts of the framework and of the plan that stand by themselves: path in the file, and how they are written. */
export const standingTexts = [
	{ name: 'plan_title', path: ['plan', 'title'], kind: 'text' },
	{ name: 'framework_title', path: ['framework', 'title'], kind: 'text' },
	{ name: 'mission', path: ['framework', 'mission'], kind: 'statement' },
	{ name: 'overall_goal', path: ['framework', 'overall_goal'], kind: 'statement' },
	{ name: 'orientation', path: ['framework', 'orientation'], kind: 'statement' },
	{ name: 'strategies_purpose', path: ['framework', 'value_strategies', 'purpose'], kind: 'statement' }
] as const;

export const planVisibilities = promiseVisibilities;

const trimmed = (value: unknown) => (typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : '');

/** `{nl, en}` without what is empty; undefined when both are. */
export function textFrom(value: unknown): Raw | undefined {
	const { nl, en } = rawAt(value);
	const text = { ...(trimmed(nl) && { nl: trimmed(nl) }), ...(trimmed(en) && { en: trimmed(en) }) };
	return Object.keys(text).length > 0 ? text : undefined;
}

const wordsFrom = (value: unknown) =>
	[value ?? []]
		.flat()
		.map(trimmed)
		.filter((word) => word !== '');

/** Sentences with the place where each stands: one that is changed keeps its place. */
const statementsFrom = (value: unknown, was: unknown) =>
	listAt(value).flatMap((each, at) => {
		const text = textFrom(each);
		const { nl: _nl, en: _en, older: _older, ...place } = rawAt(listAt(was)[at]);
		return text ? [{ ...text, ...place }] : [];
	});

const rangesFrom = (value: unknown) =>
	listAt(value).flatMap((each) => {
		const { starts_on: from, ends_on: until, label } = rawAt(each);
		if (!trimmed(from) && !trimmed(until)) return [];
		const text = textFrom(label);
		return [{ starts_on: trimmed(from), ends_on: trimmed(until), ...(text && { label: text }) }];
	});

function windowRows(value: unknown): WindowForm[] {
	return listAt(value).map((each) => {
		const { key, period, starts_on: from, ends_on: until } = rawAt(each);
		const word = (text: unknown) => trimmed(text) || undefined;
		return { key: word(key), period: word(period), starts_on: word(from), ends_on: word(until), slack_days: undefined };
	});
}

function valueFrom({ kind, name }: EditField, value: unknown, was: Raw, file: Raw): Raw {
	if (kind === 'text' || kind === 'long') return { [name]: textFrom(value) };
	if (kind === 'many') return { [name]: wordsFrom(value) };
	if (kind === 'sdgs') return { [name]: wordsFrom(value).map(Number) };
	if (kind === 'yes') return { [name]: value === 'true' || value === true ? true : undefined };
	if (kind === 'statements') return { [name]: statementsFrom(value, was[name]) };
	if (kind === 'windows') return { [name]: windowsOf(windowRows(value), was[name], file) };
	if (kind === 'ranges') return { [name]: rangesFrom(value) };
	if (kind !== 'lines') return { [name]: trimmed(value) };
	if (textOfSource(was) === undefined) return {};
	const source = sourceOfText(trimmed(value));
	// Not lines: the plan's own check says so at the field.
	return 'code' in source ? { lines: trimmed(value) } : source;
}

/** The fields of the form as the file has them. */
export const fieldsFrom = (place: EditablePlace, form: Raw, was: Raw, file: Raw): Raw =>
	Object.assign({}, ...fieldsOf(place).map((each) => valueFrom(each, form[each.name], was, file))) as Raw;

/** What the form shows of a field. */
export const shownValue = ({ kind, name }: EditField, thing: Raw): unknown =>
	kind === 'lines'
		? textOfSource(thing)
		: kind === 'sdgs' || kind === 'many'
			? listAt(thing[name]).map(wordAt)
			: thing[name];
