// Where the things of a plan are found in its forms: grouped on the page of the plan, and what stands below what. Light: pages read it too.
import type { EditablePlace } from './editable.ts';
import type { PlaceName } from './plan-places.ts';

/** What has a page of its own from the page of the plan; everything else stands on the page of what it belongs to. */
export const topGroups = {
	promises: ['sections', 'commitments', 'core_tasks', 'programmes', 'budget'],
	framework: ['about_framework', 'goals', 'about_strategies', 'strategies', 'theme_sets', 'decision_framework'],
	time: ['periods', 'calendars', 'triggers'],
	origin: ['about_plan', 'priorities', 'sources', 'chapters', 'links'],
	reading: ['ambiguities', 'reading_notes', 'reading_words', 'reading_cadences'],
	named: [
		'organisations',
		'groups',
		'series',
		'events',
		'channels',
		'documents',
		'milestones',
		'terms',
		'measurements',
		'questions'
	]
} as const satisfies Record<string, readonly (EditablePlace | 'commitments')[]>;

export type TopGroup = keyof typeof topGroups;
const tops = new Set<string>(Object.values(topGroups).flat());
export const isTop = (place: string): boolean => tops.has(place);

/** Records of other modules that the plan names: their names are theirs, and they are chosen rather than made here. */
export const recordPlaces = {
	organisations: 'organisation',
	groups: 'group',
	series: 'series',
	events: 'event',
	channels: 'channel',
	documents: 'document',
	milestones: 'milestone',
	terms: 'term',
	measurements: 'measurement'
} as const satisfies Partial<Record<PlaceName, string>>;

export type RecordPlace = keyof typeof recordPlaces;
export const isRecordPlace = (place: string): place is RecordPlace => Object.hasOwn(recordPlaces, place);

/** There is one of each of these; nothing is added, moved or taken out. */
const singles = ['about_plan', 'about_framework', 'about_strategies', 'decision_framework', 'budget'] as const;
export const isSingle = (place: string): place is (typeof singles)[number] => singles.some((one) => one === place);

/** What stands below a thing, in the order in which the plan has it. */
export const placesBelow: Partial<Record<PlaceName, readonly PlaceName[]>> = {
	sections: ['activities'],
	activities: ['outputs', 'ambitions', 'planning'],
	strategies: ['criteria'],
	theme_sets: ['themes'],
	themes: ['theme_questions'],
	chapters: ['passages']
};
