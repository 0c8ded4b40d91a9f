// What a plan file names, and where: every code and key once, so that references can be followed and doubles are found.
// Works on what was read before it is known to be right, so that all problems are told at once.
import type { Issue } from '#platform/errors.ts';

export type Raw = Record<string, unknown>;

export const isRaw = (value: unknown): value is Raw =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
export const listAt = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
/** A text or number as text; nothing else has a name. */
export const wordAt = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : '';
export const rawAt = (value: unknown): Raw => (isRaw(value) ? value : {});

/** Everything of one list: `path` of the element, and the element. */
export type Element = { path: string; value: Raw };

const numbered = (list: unknown, path: string): Element[] =>
	listAt(list).map((value, index) => ({ path: `${path}.${index}`, value: rawAt(value) }));

const below = (elements: readonly Element[], key: string): Element[] =>
	elements.flatMap(({ path, value }) => numbered(value[key], `${path}.${key}`));

/** The lists of the file that name things, by the place where they stand. */
export function elementsOf(file: Raw) {
	const framework = rawAt(file.framework);
	const strategies = numbered(rawAt(framework.value_strategies).strategies, 'framework.value_strategies.strategies');
	const sets = numbered(framework.themes, 'framework.themes');
	const themes = below(sets, 'themes');
	const sections = numbered(file.sections, 'sections');
	const activities = below(sections, 'activities');
	const top = (name: string) => numbered(file[name], name);
	return {
		goals: numbered(framework.goals, 'framework.goals'),
		strategies,
		criteria: below(strategies, 'criteria'),
		themes: [...sets, ...themes, ...below(themes, 'questions')],
		sections,
		activities,
		ambitions: below(activities, 'ambitions'),
		outputs: below(activities, 'outputs'),
		planning: below(activities, 'planning'),
		commitments: top('commitments'),
		...Object.fromEntries(topLists.map((name) => [name, top(name)]))
	} as Record<ElementList, Element[]>;
}

const topLists = [
	'sources',
	'priorities',
	'core_tasks',
	'organisations',
	'groups',
	'programmes',
	'series',
	'events',
	'channels',
	'documents',
	'milestones',
	'terms',
	'measurements',
	'questions',
	'triggers',
	'calendars',
	'periods',
	'chapters',
	'ambiguities'
] as const;

type ElementList =
	| (typeof topLists)[number]
	| 'goals'
	| 'strategies'
	| 'criteria'
	| 'themes'
	| 'sections'
	| 'activities'
	| 'ambitions'
	| 'outputs'
	| 'planning'
	| 'commitments';

export type Elements = Record<ElementList, Element[]>;

/** One space of names: no name may stand in it twice. */
type Space = { field: 'code' | 'key' | 'number'; lists: readonly ElementList[] };

const spaces = {
	goals: { field: 'code', lists: ['goals'] },
	goalKeys: { field: 'key', lists: ['goals'] },
	strategies: { field: 'code', lists: ['strategies'] },
	strategyKeys: { field: 'key', lists: ['strategies'] },
	criteria: { field: 'code', lists: ['criteria'] },
	themes: { field: 'code', lists: ['themes'] },
	sources: { field: 'code', lists: ['sources'] },
	priorities: { field: 'code', lists: ['priorities'] },
	coreTasks: { field: 'key', lists: ['core_tasks'] },
	coreTaskCodes: { field: 'code', lists: ['core_tasks'] },
	sections: { field: 'code', lists: ['sections'] },
	activities: { field: 'code', lists: ['activities'] },
	promises: { field: 'code', lists: ['ambitions', 'outputs', 'commitments'] },
	ambitions: { field: 'code', lists: ['ambitions'] },
	outputs: { field: 'code', lists: ['outputs'] },
	planning: { field: 'code', lists: ['planning'] },
	organisations: { field: 'key', lists: ['organisations'] },
	groups: { field: 'key', lists: ['groups'] },
	programmes: { field: 'key', lists: ['programmes'] },
	series: { field: 'key', lists: ['series'] },
	events: { field: 'key', lists: ['events'] },
	channels: { field: 'key', lists: ['channels'] },
	documents: { field: 'key', lists: ['documents'] },
	milestones: { field: 'key', lists: ['milestones'] },
	terms: { field: 'key', lists: ['terms'] },
	measurements: { field: 'key', lists: ['measurements'] },
	questions: { field: 'key', lists: ['questions'] },
	triggers: { field: 'key', lists: ['triggers'] },
	calendars: { field: 'key', lists: ['calendars'] },
	periods: { field: 'key', lists: ['periods'] },
	chapters: { field: 'number', lists: ['chapters'] },
	ambiguities: { field: 'code', lists: ['ambiguities'] }
} as const satisfies Record<string, Space>;

export type SpaceName = keyof typeof spaces;
export type Names = Record<SpaceName, ReadonlySet<string>>;

/** Names of every space, with an issue for each that stands twice. */
export function namesOf(elements: Elements): { names: Names; issues: Issue[] } {
	const issues: Issue[] = [];
	const doubles = new Set<string>();
	const collect = ({ field, lists }: Space): ReadonlySet<string> => {
		const found = new Set<string>();
		for (const { path, value } of lists.flatMap((list) => elements[list])) {
			const name = value[field];
			if (typeof name !== 'string' && typeof name !== 'number') continue;
			const at = `${path}.${field}`;
			// A promise's code is in two spaces; its double is told once.
			if (found.has(String(name)) && !doubles.has(at)) {
				doubles.add(at);
				issues.push({ path: at, code: 'plan_issue_duplicate', params: { word: String(name) } });
			}
			found.add(String(name));
		}
		return found;
	};
	const names = Object.fromEntries(Object.entries(spaces).map(([name, space]) => [name, collect(space)])) as Names;
	return { names, issues };
}
