// What can be changed of each thing of a plan that is no promise, field by field; what stands in none of these fields stays as it is.
import {
	called,
	choose,
	field,
	group,
	lines,
	many,
	maybe,
	one,
	orNone,
	passage,
	rows,
	statement,
	statements,
	windows,
	type EditField
} from './edit-fields.ts';
import { cadence } from './edit-promise.ts';
import { promiseVisibilities, triggerKinds } from './plan-file-words.ts';
import type { PlaceName } from './plan-places.ts';

const goals = many('goals', 'goals');
const themeFields = [
	field('text', 'name'),
	maybe('long', 'text'),
	maybe('long', 'note'),
	goals,
	maybe('sdgs', 'sdgs'),
	lines
];
/** What the plan says of a record; the rest stands with the record itself. */
const recordFields = [one('programme', 'programmes', true), maybe('long', 'note'), lines];

const fieldsOfPlace = {
	about_plan: [
		field('text', 'title'),
		maybe('number', 'year'),
		field('day', 'starts_on'),
		field('day', 'ends_on'),
		called('plan_visibility', choose('visibility', promiseVisibilities, true)),
		group(
			'association',
			field('word', 'key'),
			field('text', 'name'),
			maybe('word', 'kind'),
			maybe('word', 'country'),
			maybe('text', 'role')
		),
		group(
			'source',
			field('word', 'file'),
			maybe('number', 'lines'),
			maybe('word', 'language'),
			maybe('word', 'encoding'),
			maybe('text', 'form'),
			maybe('number', 'schema_version')
		),
		group('written', field('word', 'around'), maybe('pieces', 'ranges'), maybe('long', 'note'))
	],
	about_framework: [
		field('text', 'title'),
		maybe('day', 'starts_on'),
		maybe('day', 'ends_on'),
		statement('overall_goal'),
		group('mission', ...passage),
		statement('orientation'),
		lines
	],
	about_strategies: [statement('purpose'), lines],
	decision_framework: [
		field('text', 'name'),
		statement('purpose'),
		rows('inputs', called('topic', field('word', 'about')), maybe('long', 'note')),
		statements('used_when'),
		maybe('word', 'image'),
		maybe('perhaps', 'content_available'),
		lines
	],
	budget: [maybe('perhaps', 'available'), maybe('long', 'note'), lines],
	goals: [field('word', 'key'), field('text', 'name'), maybe('long', 'text'), lines],
	strategies: [field('word', 'key'), field('text', 'name'), maybe('long', 'text'), lines],
	criteria: [field('long', 'text'), lines],
	theme_sets: themeFields,
	themes: themeFields,
	theme_questions: [maybe('text', 'name'), field('long', 'text'), maybe('yes', 'main'), lines],
	sources: [
		field('word', 'kind'),
		field('text', 'text'),
		statements('findings'),
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
		statements('points'),
		lines
	],
	core_tasks: [field('word', 'code'), field('text', 'title'), maybe('yes', 'across'), maybe('long', 'note'), lines],
	sections: [field('text', 'title'), one('core_task', 'core_tasks'), lines],
	activities: [field('text', 'title'), maybe('text', 'addition'), lines],
	planning: [
		field('long', 'text'),
		windows,
		group('figures', cadence),
		one('trigger', 'triggers', true),
		many('applies_to', 'outputs', 'ambitions', 'commitments'),
		many('candidates', 'outputs', 'ambitions', 'commitments'),
		maybe('text', 'confidence'),
		lines
	],
	triggers: [choose('kind', triggerKinds), field('text', 'label'), maybe('long', 'resolves')],
	periods: [maybe('text', 'label'), field('day', 'starts_on'), field('day', 'ends_on'), maybe('word', 'precision')],
	calendars: [
		field('text', 'label'),
		called(
			'calendar_ranges',
			rows('ranges', field('day', 'starts_on'), field('day', 'ends_on'), maybe('text', 'label'))
		)
	],
	programmes: [
		field('text', 'name'),
		field('word', 'kind'),
		maybe('long', 'description'),
		one('core_task', 'core_tasks', true),
		many('shared_with', 'core_tasks'),
		one('parent', 'programmes', true),
		one('funder', 'organisations', true),
		maybe('long', 'obligation'),
		many('partners', 'organisations'),
		maybe('text', 'theme'),
		windows,
		maybe('words', 'stages'),
		rows('facts', field('word', 'key'), maybe('any', 'value'), maybe('text', 'text')),
		lines
	],
	organisations: [maybe('long', 'role'), maybe('long', 'note'), lines],
	groups: [
		maybe('text', 'called'),
		maybe('words', 'aliases'),
		one('core_task', 'core_tasks', true),
		many('shared_with', 'core_tasks'),
		one('parent', 'groups', true),
		many('themes', 'theme_sets', 'themes', 'theme_questions'),
		many('partners', 'organisations'),
		maybe('word', 'status_at_start'),
		lines
	],
	series: recordFields,
	events: recordFields,
	channels: recordFields,
	documents: recordFields,
	milestones: recordFields,
	terms: [
		maybe('word', 'supplier'),
		maybe('text', 'form'),
		maybe('day', 'ends_on'),
		maybe('text', 'precision'),
		...recordFields
	],
	measurements: recordFields,
	questions: [field('text', 'name'), maybe('long', 'description'), ...recordFields],
	chapters: [field('text', 'title'), maybe('long', 'about'), lines],
	passages: passage,
	ambiguities: [field('long', 'issue'), field('long', 'reading'), maybe('text', 'confidence'), lines],
	links: [field('word', 'url'), field('text', 'about'), lines],
	reading_notes: [called('topic', field('word', 'about')), field('long', 'text')],
	reading_words: [field('word', 'list'), field('word', 'word'), field('long', 'means')],
	reading_cadences: [
		field('word', 'name'),
		orNone('word', 'freq'),
		orNone('number', 'interval'),
		orNone('number', 'nominal_per_year'),
		maybe('long', 'note')
	]
} as const satisfies Partial<Record<PlaceName, readonly EditField[]>>;

export type EditablePlace = keyof typeof fieldsOfPlace;
export const editablePlaces = Object.keys(fieldsOfPlace) as EditablePlace[];
export const isEditable = (place: string): place is EditablePlace => Object.hasOwn(fieldsOfPlace, place);
export const fieldsOf = (place: EditablePlace): readonly EditField[] => fieldsOfPlace[place];
