// What a schema cannot see in a plan file: references to what is not there, periods that end before they start, circles, targets
// that make no sense, counts that do not add up. Pure, and on what was read as it stands.
import type { Issue } from '#platform/errors.ts';
import type { FactKind } from '#platform/facts.ts';
import { isDay } from '#platform/day.ts';
import { countsOf } from './plan-file-counts.ts';
import { meant } from './plan-file-issues.ts';
import {
	elementsOf,
	isRaw,
	listAt,
	namesOf,
	rawAt,
	type Element,
	type Elements,
	type Names,
	type Raw,
	type SpaceName
} from './plan-file-names.ts';
import { checkTarget } from './targets/check.ts';
import { parseTarget } from './targets/parse.ts';

/** Where a field refers to: the space of names, and the list of the file as people find it. */
type Reference = { space: SpaceName; list: string };

const references: Readonly<Record<string, Reference>> = {
	goals: { space: 'goals', list: 'framework.goals' },
	value_strategies: { space: 'strategies', list: 'framework.value_strategies' },
	themes: { space: 'themes', list: 'framework.themes' },
	sources: { space: 'sources', list: 'sources' },
	priorities: { space: 'priorities', list: 'priorities' },
	core_task: { space: 'coreTasks', list: 'core_tasks' },
	shared_with: { space: 'coreTasks', list: 'core_tasks' },
	activity: { space: 'activities', list: 'sections' },
	serves: { space: 'ambitions', list: 'ambitions' },
	same_as: { space: 'promises', list: 'sections' },
	applies_to: { space: 'promises', list: 'sections' },
	candidates: { space: 'promises', list: 'sections' },
	ambiguities: { space: 'ambiguities', list: 'ambiguities' },
	partners: { space: 'organisations', list: 'organisations' },
	organisations: { space: 'organisations', list: 'organisations' },
	organisation: { space: 'organisations', list: 'organisations' },
	funder: { space: 'organisations', list: 'organisations' },
	groups: { space: 'groups', list: 'groups' },
	group: { space: 'groups', list: 'groups' },
	programmes: { space: 'programmes', list: 'programmes' },
	programme: { space: 'programmes', list: 'programmes' },
	series: { space: 'series', list: 'series' },
	terms: { space: 'terms', list: 'terms' },
	trigger: { space: 'triggers', list: 'triggers' },
	window: { space: 'periods', list: 'periods' }
};

const parents: Readonly<Record<string, Reference>> = {
	groups: references.groups!,
	programmes: references.programmes!,
	sections: { space: 'outputs', list: 'outputs' }
};

/** Words of these mappings are no references: what a target refers to is checked with the target. */
const opaque = new Set(['target', 'conventions', 'counts', 'links', 'budget']);

const strings = (value: unknown) =>
	[value].flat().flatMap((each, index) => (typeof each === 'string' ? [{ word: each, index }] : []));

function checkField(path: string, name: string, value: unknown, names: Names): Issue[] {
	const reference = name === 'parent' ? parents[path.split('.')[0]!] : references[name];
	if (!reference) return [];
	const seen = new Set<string>();
	return strings(value).flatMap(({ word, index }) => {
		const at = Array.isArray(value) ? `${path}.${name}.${index}` : `${path}.${name}`;
		if (seen.has(word)) return [{ path: at, code: 'plan_issue_duplicate', params: { word } }];
		seen.add(word);
		if (names[reference.space].has(word)) return [];
		const params = { ...meant(word, names[reference.space]), list: reference.list };
		return [{ path: at.replace(/^\./, ''), code: 'plan_issue_unknown_reference', params }];
	});
}

function checkDays(path: string, value: Raw): Issue[] {
	const { starts_on: from, ends_on: until } = value;
	if (typeof from !== 'string' || typeof until !== 'string' || !isDay(from) || !isDay(until) || from <= until)
		return [];
	return [{ path: `${path}.ends_on`, code: 'plan_issue_ends_before_start', params: { from, until } }];
}

/** A window is a named period, or says both its days. */
function checkWindow(path: string, window: Raw, periods: ReadonlySet<string>): Issue[] {
	const days = [window.starts_on, window.ends_on].filter((day) => day !== undefined).length;
	if (days === 1) return [{ path, code: 'plan_issue_half_window', params: {} }];
	if (days === 2 || typeof window.key !== 'string' || periods.has(window.key)) return [];
	return [{ path, code: 'plan_issue_unknown_reference', params: { ...meant(window.key, periods), list: 'periods' } }];
}

function checkWindows(path: string, windows: unknown, { periods }: Names): Issue[] {
	const seen = new Set<string>();
	return listAt(windows).flatMap((each, index) => {
		const at = `${path}.${index}`;
		const window = typeof each === 'string' ? { key: each } : rawAt(each);
		const double = typeof window.key === 'string' && seen.has(window.key);
		seen.add(String(window.key));
		const doubled = double ? [{ path: at, code: 'plan_issue_duplicate', params: { word: window.key } }] : [];
		return [...checkWindow(at, window, periods), ...checkDays(at, window), ...doubled];
	});
}

/** References, periods and windows anywhere in the file. */
function checkTree(path: string, value: unknown, names: Names): Issue[] {
	if (Array.isArray(value)) return value.flatMap((each, index) => checkTree(`${path}.${index}`, each, names));
	if (!isRaw(value)) return [];
	const issues = checkDays(path, value);
	for (const [name, inner] of Object.entries(value)) {
		if (opaque.has(name)) continue;
		const at = path === '' ? name : `${path}.${name}`;
		if (name === 'windows') issues.push(...checkWindows(at, inner, names));
		else issues.push(...checkField(path, name, inner, names), ...checkTree(at, inner, names));
	}
	return issues;
}

/** A part of a part of itself. */
function checkCircles(elements: readonly Element[], field: 'code' | 'key'): Issue[] {
	const parentOf = new Map(elements.map(({ value }) => [value[field], value.parent] as const));
	return elements.flatMap(({ path, value }) => {
		const seen = new Set<unknown>();
		for (let at: unknown = value[field]; at !== undefined; at = parentOf.get(at)) {
			if (seen.has(at))
				return at === value[field] ? [{ path: `${path}.parent`, code: 'plan_issue_circle', params: {} }] : [];
			seen.add(at);
		}
		return [];
	});
}

const windowKeys = (windows: unknown) =>
	new Set(
		listAt(windows).flatMap((each) =>
			strings(typeof each === 'string' ? each : rawAt(each).key).map(({ word }) => word)
		)
	);

function checkTargets(elements: Elements, names: Names, kinds: ReadonlyMap<string, FactKind>): Issue[] {
	const { series, organisations, groups, triggers, calendars } = names;
	const things = new Map<string, ReadonlySet<string>>([
		['series', series],
		['event', names.events],
		['group', groups],
		['organisation', organisations],
		['channel', names.channels],
		['document', names.documents],
		['milestone', names.milestones],
		['term', names.terms],
		['measurement', names.measurements],
		['question', names.questions],
		['decision', triggers]
	]);
	return [...elements.ambitions, ...elements.outputs, ...elements.commitments].flatMap(({ path, value }) => {
		if (value.target === undefined) return [];
		const target = parseTarget(value.target, `${path}.target`);
		if (Array.isArray(target)) return target;
		const windows = windowKeys(value.windows);
		return checkTarget(target, { kinds, references: things, windows, triggers, calendars }, `${path}.target`);
	});
}

/** States that say half of what happened. */
function checkStates(elements: Elements): Issue[] {
	const triggers = elements.triggers.flatMap(({ path, value }) => {
		const settled = value.state !== undefined && value.state !== 'open';
		return settled === (value.on !== undefined) ? [] : [{ path, code: 'plan_issue_trigger_day', params: {} }];
	});
	const promises = [...elements.ambitions, ...elements.outputs, ...elements.commitments];
	const conditions = promises.flatMap(({ path, value }) =>
		listAt(value.conditions).flatMap((each, index) => {
			const { met_on: on, met_source: source } = rawAt(each);
			if ((on === undefined) === (source === undefined)) return [];
			return [{ path: `${path}.conditions.${index}`, code: 'plan_issue_condition_source', params: {} }];
		})
	);
	return [...triggers, ...conditions];
}

function checkCounts(file: Raw, elements: Elements): Issue[] {
	const found = new Map(countsOf(elements).map(({ of, number }) => [of, number]));
	return listAt(file.counts).flatMap((each, index) => {
		const { of, number } = rawAt(each);
		const real = found.get(String(of)) ?? 0;
		if (number === real) return [];
		return [
			{
				path: `counts.${index}`,
				code: 'plan_issue_count',
				params: { of: String(of), said: String(number), found: real }
			}
		];
	});
}

/** Everything that is wrong with the file's sense; its shape is the schema's. */
export function checkPlanFile(data: unknown, kinds: ReadonlyMap<string, FactKind>): Issue[] {
	if (!isRaw(data)) return [];
	const elements = elementsOf(data);
	const { names, issues } = namesOf(elements);
	return [
		...issues,
		...checkTree('', data, names),
		...checkCircles(elements.outputs, 'code'),
		...checkCircles(elements.groups, 'key'),
		...checkCircles(elements.programmes, 'key'),
		...checkTargets(elements, names, kinds),
		...checkStates(elements),
		...checkCounts(data, elements)
	];
}
