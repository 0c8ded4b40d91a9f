// What changed between two plan files: per thing and per field, so that a lowered target stays visible as lowered.
import { isRaw, wordAt, type Raw } from './plan-file-names.ts';
import type { PlanFile } from './plan-file.ts';

/** `field` is `added` or `removed` for a thing as a whole. */
export type FileChange = { subject: string; field: string; before: unknown; after: unknown };

type Things = Map<string, Raw>;

/** Lists whose elements are things of their own, under the name that a change tells. A promise or activity is known by its code alone. */
const lists: Readonly<Record<string, string>> = {
	goals: 'goals/',
	strategies: 'value-strategies/',
	criteria: 'criteria/',
	themes: 'themes/',
	questions: 'questions/',
	sources: 'sources/',
	priorities: 'priorities/',
	core_tasks: 'core-tasks/',
	sections: 'sections/',
	activities: '',
	ambitions: '',
	outputs: '',
	commitments: '',
	planning: '',
	organisations: 'organisations/',
	groups: 'groups/',
	programmes: 'programmes/',
	series: 'series/',
	events: 'events/',
	channels: 'channels/',
	documents: 'documents/',
	milestones: 'milestones/',
	terms: 'terms/',
	measurements: 'measurements/',
	triggers: 'triggers/',
	calendars: 'calendars/',
	periods: 'periods/',
	chapters: 'chapters/',
	ambiguities: 'ambiguities/'
};

const nameOf = (thing: Raw) => wordAt(thing.code) || wordAt(thing.key) || wordAt(thing.number);

/** The elements, when they are things with a name; lists of words are fields. */
function thingsIn(value: unknown): Raw[] | undefined {
	if (!Array.isArray(value) || value.length === 0 || !value.every((each) => isRaw(each) && nameOf(each) !== ''))
		return undefined;
	return value as Raw[];
}

function collect(subject: string, thing: Raw, things: Things) {
	const fields: Raw = {};
	for (const [field, value] of Object.entries(thing)) {
		const prefix = lists[field];
		const inner = prefix === undefined ? undefined : thingsIn(value);
		if (inner) {
			// The order of things is a field of what holds them.
			fields[field] = inner.map(nameOf);
			for (const each of inner) collect(`${prefix}${nameOf(each)}`, each, things);
		} else if (isRaw(value) && (field === 'framework' || field === 'value_strategies')) {
			collect(field, value, things);
		} else fields[field] = value;
	}
	things.set(subject, fields);
}

function thingsOf({ counts: _counts, ...file }: PlanFile): Things {
	const things: Things = new Map();
	collect('plan', file, things);
	return things;
}

/** Equal as data: the order of keys says nothing, that of lists does. */
export function isSameData(a: unknown, b: unknown): boolean {
	if (a === b) return true;
	if (Array.isArray(a) || Array.isArray(b)) {
		return (
			Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((each, i) => isSameData(each, b[i]))
		);
	}
	if (!isRaw(a) || !isRaw(b)) return false;
	const keys = (raw: Raw) => Object.keys(raw).filter((key) => raw[key] !== undefined);
	const own = keys(a);
	return own.length === keys(b).length && own.every((key) => isSameData(a[key], b[key]));
}

function fieldChanges(subject: string, before: Raw, after: Raw): FileChange[] {
	const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
	return [...fields]
		.filter((field) => !isSameData(before[field], after[field]))
		.map((field) => ({ subject, field, before: before[field] ?? null, after: after[field] ?? null }));
}

/** All changes, in the order of the later file; what was removed comes last. */
export function changesBetween(before: PlanFile, after: PlanFile): FileChange[] {
	const [old, now] = [thingsOf(before), thingsOf(after)];
	const changes = [...now].flatMap(([subject, thing]): FileChange[] => {
		const was = old.get(subject);
		return was ? fieldChanges(subject, was, thing) : [{ subject, field: 'added', before: null, after: thing }];
	});
	const removed = [...old]
		.filter(([subject]) => !now.has(subject))
		.map(([subject, thing]): FileChange => ({ subject, field: 'removed', before: thing, after: null }));
	return [...changes, ...removed];
}
