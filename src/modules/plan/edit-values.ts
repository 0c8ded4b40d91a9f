// From the fields of a form to a thing of the plan file, and back to the field that something is wrong with.
import type { Issue } from '#platform/errors.ts';
import type { WindowForm } from './edit-inputs.ts';
import type { EditField } from './edit-fields.ts';
import { listAt, rawAt, type Raw } from './plan-file-names.ts';
import { isNothing } from './plan-places.ts';
import { windowsOf } from './promise-form.ts';
import { piecesOfText, sourceOfText, textOfSource } from './source-text.ts';

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
		.map((word) => (typeof word === 'number' ? String(word) : trimmed(word)))
		.filter((word) => word !== '');

/** One a line. */
const linesFrom = (value: unknown) => (Array.isArray(value) ? value : trimmed(value).split('\n')).flatMap(wordsFrom);

/** A dash says that there is none. */
export const none = '-';

function numberFrom(value: unknown, orNone: boolean): unknown {
	if (typeof value === 'number' || (value === null && orNone)) return value;
	const text = trimmed(value);
	if (text === '') return undefined;
	if (text === none && orNone) return null;
	const number = Number(text.replace(',', '.'));
	// No number: the plan's own check says so at the field.
	return Number.isNaN(number) ? text : number;
}

const yesFrom = (value: unknown) =>
	typeof value === 'boolean' ? value : value === 'true' ? true : value === 'false' ? false : undefined;

/** Data in the notation of JSON; what is none is a text. */
export const textOfAny = (value: unknown): string => {
	if (value === undefined) return '';
	return typeof value === 'string' && anyFrom(value) === value ? value : JSON.stringify(value);
};

function anyFrom(value: unknown): unknown {
	const text = trimmed(value);
	if (text === '') return undefined;
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}

function windowRows(value: unknown): WindowForm[] {
	return listAt(value).map((each) => {
		const { key, period, starts_on: from, ends_on: until, label, precision } = rawAt(each);
		const word = (text: unknown) => trimmed(text) || undefined;
		return {
			key: word(key),
			period: word(period),
			starts_on: word(from),
			ends_on: word(until),
			slack_days: undefined,
			...(label !== undefined && { label: rawAt(label) }),
			...(precision !== undefined && { precision: trimmed(precision) })
		};
	});
}

/** What stands in none of the fields stays; undefined when the fields say nothing at all. */
function within(fields: readonly EditField[], form: unknown, was: unknown, file: Raw): Raw | undefined {
	const own = fieldsFrom(fields, rawAt(form), rawAt(was), file);
	if (isNothing(own)) return undefined;
	const entries = Object.entries({ ...rawAt(was), ...own });
	return Object.fromEntries(entries.filter(([, value]) => value === null || !isNothing(value)));
}

function linesOf(text: unknown, was: Raw): Raw {
	if (textOfSource(was) === undefined) return {};
	const source = sourceOfText(trimmed(text));
	// Not lines: the plan's own check says so at the field.
	return 'code' in source ? { lines: trimmed(text) } : source;
}

function valueFrom(field: EditField, form: Raw, was: Raw, file: Raw): Raw {
	const { kind, name } = field;
	const value = form[name];
	if (kind === 'itself') return { nl: undefined, en: undefined, older: undefined, ...textFrom(form) };
	if (kind === 'lines') return linesOf(value, was);
	return { [name]: plainFrom(field, value, was, file) };
}

function plainFrom(field: EditField, value: unknown, was: Raw, file: Raw): unknown {
	const { kind, name } = field;
	const before = was[name];
	switch (kind) {
		case 'text':
		case 'long':
			return textFrom(value);
		case 'many':
			return wordsFrom(value);
		case 'words':
			return linesFrom(value);
		case 'sdgs':
			return wordsFrom(value).map(Number);
		case 'number':
			return numberFrom(value, field.none === true);
		case 'yes':
			return yesFrom(value) === true ? true : undefined;
		case 'perhaps':
			return yesFrom(value);
		case 'any':
			return anyFrom(value);
		case 'pieces':
			return piecesOfText(trimmed(value)) ?? trimmed(value);
		case 'windows':
			return windowsOf(windowRows(value), before, file);
		case 'group':
			return within(field.fields, value, before, file);
		case 'rows':
			return listAt(value).flatMap((row, at) => within(field.fields, row, listAt(before)[at], file) ?? []);
		default:
			return field.none === true && (value === null || trimmed(value) === none) ? null : trimmed(value);
	}
}

/** The fields of the form as the file has them. */
export const fieldsFrom = (fields: readonly EditField[], form: Raw, was: Raw, file: Raw): Raw =>
	Object.assign({}, ...fields.map((each) => valueFrom(each, form, was, file))) as Raw;

/** The field of the form behind a path of the file: rows that were left empty are not in the file. */
export function formPath(fields: readonly EditField[], form: Raw, path: string): string {
	const [name = '', ...rest] = path.split('.');
	const field = fields.find((each) => each.name === name);
	if (!field || rest.length === 0) return path;
	if (field.kind === 'group') return `${name}.${formPath(field.fields, rawAt(form[name]), rest.join('.'))}`;
	if (field.kind !== 'rows') return path;
	const sent = listAt(form[name]);
	const kept = sent.flatMap((row, at) => (within(field.fields, row, {}, {}) ? [at] : []));
	const at = kept[Number(rest[0])];
	if (at === undefined) return path;
	return [name, String(at), formPath(field.fields, rawAt(sent[at]), rest.slice(1).join('.'))]
		.filter((step) => step !== '')
		.join('.');
}

/** The field at a path, whatever it stands within. */
function fieldAt(fields: readonly EditField[], path: string): EditField | undefined {
	const [name, ...rest] = path.split('.').filter((step) => !/^\d+$/.test(step));
	const field = fields.find((each) => each.name === name);
	return field && 'fields' in field && rest.length > 0 ? fieldAt(field.fields, rest.join('.')) : field;
}

/** What is wrong with a thing, at the field of its form and in the words of a form. */
export function besideField(fields: readonly EditField[], form: Raw, issue: Issue, prefix: string): Issue {
	if (issue.path === '') return issue;
	const field = fieldAt(fields, issue.path);
	const path = `${prefix}.${formPath(fields, form, issue.path)}`;
	const inTwoLanguages = field?.kind === 'text' || field?.kind === 'long';
	if (issue.code === 'plan_issue_missing')
		return { path, code: inTwoLanguages ? 'one_language' : 'required', params: {} };
	if (field?.kind === 'lines' || field?.kind === 'pieces') return { path, code: 'plan_issue_source_lines', params: {} };
	if (field?.kind === 'number' && issue.code === 'plan_issue_expected_number')
		return { path, code: 'number', params: {} };
	return { ...issue, path };
}
