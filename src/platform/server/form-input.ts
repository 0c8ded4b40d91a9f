// From the flat fields of a form to the shape that an operation takes: `title.nl`, `windows.0.startsOn`, `tags[]`.
import { Invalid, type Issue } from '#platform/errors.ts';

const MOST_FIELDS = 2000;
const MOST_LEVELS = 8;
const MOST_IN_LIST = 1000;

/** Names that would reach into JavaScript's own objects. */
const forbidden = new Set(['__proto__', 'prototype', 'constructor']);
const namePattern = /^[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*(?:\[\])?$/;

type Tree = { [name: string]: Value };
type Value = string | File | Value[] | Tree;

const isTree = (value: Value | undefined): value is Tree =>
	typeof value === 'object' && !Array.isArray(value) && !(value instanceof File);

const stepsIn = (name: string) => name.replace(/\[\]$/, '').split('.');

function isName(name: string): boolean {
	const steps = stepsIn(name);
	return namePattern.test(name) && steps.length <= MOST_LEVELS && !steps.some((step) => forbidden.has(step));
}

function stepsOf(name: string): string[] {
	if (!isName(name)) throw new Invalid([{ path: '', code: 'unknown_field', params: {} }]);
	return stepsIn(name);
}

/** An empty file field sends a file without name and contents: nothing was chosen. */
const given = (value: FormDataEntryValue) => !(value instanceof File && value.name === '' && value.size === 0);

function put(tree: Tree, [step, ...rest]: string[], value: Value): void {
	if (step === undefined) return;
	if (rest.length === 0) {
		tree[step] = value;
		return;
	}
	const below = tree[step];
	const branch = isTree(below) ? below : {};
	tree[step] = branch;
	put(branch, rest, value);
}

/** `{0: a, 2: b}` is the list `[a, b]`: rows that were taken out leave gaps in the numbers. */
function withLists(tree: Tree): Value {
	const entries = Object.entries(tree).map(
		([name, value]) => [name, isTree(value) ? withLists(value) : value] as const
	);
	const numbered = entries.length > 0 && entries.every(([name]) => /^\d{1,4}$/.test(name));
	if (!numbered) return Object.fromEntries(entries);
	if (entries.length > MOST_IN_LIST) throw new Invalid([{ path: '', code: 'too_many_fields', params: {} }]);
	return entries.sort(([one], [other]) => Number(one) - Number(other)).map(([, value]) => value);
}

/** The input of an operation as the form gives it: texts, files, lists and objects; the schema does the rest. */
export function inputOf(form: FormData): Record<string, unknown> {
	const names = [...new Set(form.keys())];
	if (names.length > MOST_FIELDS) throw new Invalid([{ path: '', code: 'too_many_fields', params: {} }]);
	const tree: Tree = {};
	for (const name of names) {
		const values = form.getAll(name).filter(given);
		const steps = stepsOf(name);
		if (name.endsWith('[]') || values.length > 1) put(tree, steps, values);
		else if (values[0] !== undefined) put(tree, steps, values[0]);
	}
	// The top level is an object by definition, also when somebody names every field with a number.
	return Object.fromEntries(
		Object.entries(tree).map(([name, value]) => [name, isTree(value) ? withLists(value) : value])
	);
}

/** What was typed, by the names of the fields, to fill the form in again. Files cannot be given back. */
export function valuesOf(form: FormData): Record<string, string | string[]> {
	const values: [string, string | string[]][] = [];
	for (const name of new Set(form.keys())) {
		if (!isName(name)) continue;
		const texts = form.getAll(name).filter((value) => typeof value === 'string');
		if (name.endsWith('[]') || texts.length > 1) values.push([name, texts]);
		else if (texts[0] !== undefined) values.push([name, texts[0]]);
	}
	return Object.fromEntries(values);
}

/** A sentence at the name of a field; under the empty name what belongs to no field. */
export type FieldError = { path: string; message: string };

/**
 * Each issue at the name of the field that it can be read beside: `tags.2` at `tags[]`. One sentence a field, the first:
 * the others mostly say the same in other words.
 */
export function errorsByField(issues: readonly Issue[], form: FormData, say: (issue: Issue) => string): FieldError[] {
	const found = new Map<string, string>();
	for (const issue of issues) {
		const field = fieldOf(issue.path, form);
		if (!found.has(field)) found.set(field, say(issue));
	}
	return [...found].map(([path, message]) => ({ path, message }));
}

function fieldOf(path: string, form: FormData): string {
	const steps = path === '' ? [] : path.split('.');
	for (let length = steps.length; length > 0; length--) {
		const name = steps.slice(0, length).join('.');
		if (form.has(name)) return name;
		if (form.has(`${name}[]`)) return `${name}[]`;
	}
	// A field of which the browser sent nothing: an unticked box, a list with no choice, `title` with `title.nl` below it.
	return path;
}
