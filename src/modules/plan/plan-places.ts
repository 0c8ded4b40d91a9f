// Where each thing of a plan file stands, so that it can be found, changed, added, moved and taken out: pure, on the file as data.
import { isRaw, listAt, rawAt, type Raw } from './plan-file-names.ts';

type Place = {
	/** The field that names it; `position` where only the place in the list does, `only` where there is one. */
	name: 'code' | 'key' | 'number' | 'position' | 'only';
	/** Path in the file, or the list within each thing of another place. */
	at: readonly string[] | { parent: PlaceName; list: string };
	/** Named anew within each parent: the parent's name goes before it. */
	isLocal?: boolean;
};

const top = (list: string, name: Place['name'] = 'key'): Place => ({ name, at: [list] });
const within = (parent: string, list: string): Place => ({
	name: 'code',
	at: { parent: parent as PlaceName, list }
});
const local = (parent: string, list: string): Place => ({ ...within(parent, list), name: 'key', isLocal: true });
const only = (...at: string[]): Place => ({ name: 'only', at });

export const places = {
	about_plan: only('plan'),
	about_framework: only('framework'),
	about_strategies: only('framework', 'value_strategies'),
	decision_framework: only('framework', 'decision_framework'),
	budget: only('budget'),
	goals: { name: 'code', at: ['framework', 'goals'] },
	strategies: { name: 'code', at: ['framework', 'value_strategies', 'strategies'] },
	criteria: within('strategies', 'criteria'),
	theme_sets: { name: 'code', at: ['framework', 'themes'] },
	themes: within('theme_sets', 'themes'),
	theme_questions: within('themes', 'questions'),
	sources: top('sources', 'code'),
	priorities: top('priorities', 'code'),
	core_tasks: top('core_tasks'),
	sections: top('sections', 'code'),
	activities: within('sections', 'activities'),
	ambitions: within('activities', 'ambitions'),
	outputs: within('activities', 'outputs'),
	planning: within('activities', 'planning'),
	commitments: top('commitments', 'code'),
	triggers: top('triggers'),
	periods: top('periods'),
	calendars: top('calendars'),
	groups: top('groups'),
	organisations: top('organisations'),
	programmes: top('programmes'),
	series: top('series'),
	events: top('events'),
	channels: top('channels'),
	documents: top('documents'),
	milestones: top('milestones'),
	terms: top('terms'),
	measurements: top('measurements'),
	questions: top('questions'),
	chapters: top('chapters', 'number'),
	passages: local('chapters', 'texts'),
	ambiguities: top('ambiguities', 'code'),
	links: top('links', 'position'),
	reading_notes: { name: 'position', at: ['conventions', 'notes'] },
	reading_words: { name: 'position', at: ['conventions', 'words'] },
	reading_cadences: { name: 'position', at: ['conventions', 'cadences'] }
} as const satisfies Record<string, Place>;

export type PlaceName = keyof typeof places;
export const placeNames = Object.keys(places) as PlaceName[];

/** A thing of the file: where it stands, in which list, below what. Everything is the file's own, to be changed in place. */
export type Thing = { name: string; path: string; value: Raw; list: unknown[]; index: number; parent: Thing | null };

export const placeOf = (place: PlaceName): Place => places[place];
export const parentOf = (place: PlaceName): PlaceName | null => {
	const { at } = placeOf(place);
	return 'parent' in at ? at.parent : null;
};

/** The name that a new thing gets below its parent. */
export const nameBelow = (place: PlaceName, parent: string | undefined, own: string): string =>
	placeOf(place).isLocal === true && parent !== undefined ? `${parent}.${own}` : own;

const thingsInList = (list: unknown, path: string, place: PlaceName, parent: Thing | null): Thing[] =>
	listAt(list).flatMap((value, index) => {
		if (!isRaw(value)) return [];
		const field = placeOf(place).name;
		const own = field === 'position' ? index + 1 : value[field];
		const name = nameBelow(place, parent?.name, String(own));
		return [{ name, path: `${path}.${index}`, value, list: list as unknown[], index, parent }];
	});

/** Everything of one place, in the file's order. */
export function thingsOf(file: Raw, place: PlaceName): Thing[] {
	const { at, name } = placeOf(place);
	if ('parent' in at) {
		return thingsOf(file, at.parent).flatMap((parent) =>
			thingsInList(parent.value[at.list], `${parent.path}.${at.list}`, place, parent)
		);
	}
	const found = at.reduce<unknown>((value, step) => rawAt(value)[step], file);
	if (name !== 'only') return thingsInList(found, at.join('.'), place, null);
	return [{ name: place, path: at.join('.'), value: rawAt(found), list: [], index: 0, parent: null }];
}

/** Puts what there is one of where it belongs; without content it goes. */
export function putOnly(file: Raw, place: PlaceName, value: Raw): void {
	const { at } = placeOf(place);
	if ('parent' in at) return;
	setFields(holderAt(file, at), { [at.at(-1)!]: value });
}

/** What holds the last step of a path, made when it is not there yet. */
const holderAt = (start: Raw, steps: readonly string[]): Raw =>
	steps.slice(0, -1).reduce((holder, step) => {
		const inner = rawAt(holder[step]);
		holder[step] = inner;
		return inner;
	}, start);

export const thingOf = (file: Raw, place: PlaceName, name: string): Thing | undefined =>
	thingsOf(file, place).find((thing) => thing.name === name);

/** The list in which a new thing belongs, made when it is not there yet; undefined when its parent does not exist. */
function listFor(
	file: Raw,
	place: PlaceName,
	parentName: string | undefined
): { list: unknown[]; path: string } | undefined {
	const { at } = placeOf(place);
	const parent = 'parent' in at ? thingOf(file, at.parent, parentName ?? '') : undefined;
	if ('parent' in at && !parent) return undefined;
	const steps = 'parent' in at ? [at.list] : at;
	const holder = holderAt(parent?.value ?? file, steps);
	const last = steps.at(-1)!;
	const list = Array.isArray(holder[last]) ? (holder[last] as unknown[]) : [];
	holder[last] = list;
	return { list, path: [parent?.path, ...steps].filter((step) => step !== undefined).join('.') };
}

/** Adds a thing at the end of its list; its path, or undefined when there is no such parent. */
export function addThing(file: Raw, place: PlaceName, parentName: string | undefined, value: Raw): string | undefined {
	const found = listFor(file, place, parentName);
	if (!found) return undefined;
	found.list.push(value);
	return `${found.path}.${found.list.length - 1}`;
}

/** One place up or down among its neighbours; false at the end of the list. */
export function moveThing({ list, index }: Thing, way: 'up' | 'down'): boolean {
	const other = way === 'up' ? index - 1 : index + 1;
	if (other < 0 || other >= list.length) return false;
	[list[index], list[other]] = [list[other], list[index]];
	return true;
}

export function removeThing({ list, index }: Thing): void {
	list.splice(index, 1);
}

/** Puts a thing below another parent, at the end. */
export function putBelow(file: Raw, place: PlaceName, thing: Thing, parentName: string): string | undefined {
	if (thing.parent?.name === parentName) return thing.path;
	const found = listFor(file, place, parentName);
	if (!found) return undefined;
	removeThing(thing);
	return addThing(file, place, parentName, thing.value);
}

/** Fields as they shall be; what is undefined, empty or without content goes. Null says that there is none, and stays. */
export function setFields(value: Raw, fields: Raw): void {
	for (const [name, field] of Object.entries(fields)) {
		if (field !== null && isNothing(field)) delete value[name];
		else value[name] = field;
	}
}

export function isNothing(field: unknown): boolean {
	if (field === undefined || field === null || field === '') return true;
	if (Array.isArray(field)) return field.length === 0;
	return isRaw(field) && Object.values(field).every(isNothing);
}

export const promisePlaces = ['outputs', 'ambitions', 'commitments'] as const;
export type PromisePlace = (typeof promisePlaces)[number];

/** A promise by its code, in whichever list it stands. */
export function promiseIn(file: Raw, code: string): { place: PromisePlace; thing: Thing } | undefined {
	for (const place of promisePlaces) {
		const thing = thingOf(file, place, code);
		if (thing) return { place, thing };
	}
	return undefined;
}

/** What stands around a path, innermost first: which output names a goal that is to go. */
export function holderOf(file: Raw, path: string): { place: PlaceName; thing: Thing } | undefined {
	const inside = placeNames
		.flatMap((place) => thingsOf(file, place).map((thing) => ({ place, thing })))
		.filter(({ thing }) => path === thing.path || path.startsWith(`${thing.path}.`));
	return inside.toSorted((a, b) => b.thing.path.length - a.thing.path.length)[0];
}

const suffixes: Partial<Record<PlaceName, string>> = { outputs: 'O', ambitions: 'A', planning: 'P' };

/** A free code after the manner of its neighbours: `P22-PI-MON-O2` after `P22-PI-MON-O1`. */
export function freeCode(file: Raw, place: PlaceName, parentName: string | undefined): string {
	const taken = new Set(placeNames.flatMap((each) => thingsOf(file, each).map(({ name }) => name)));
	const siblings = thingsOf(file, place).filter(({ parent }) => !parentName || parent?.name === parentName);
	const last = siblings.findLast(({ name }) => /\d+$/.test(name))?.name;
	const suffix = suffixes[place] ?? '';
	const stem = last ? last.replace(/\d+$/, '') : `${parentName ?? place.toUpperCase()}-${suffix}`;
	for (let number = siblings.length + 1; ; number++) if (!taken.has(`${stem}${number}`)) return `${stem}${number}`;
}
