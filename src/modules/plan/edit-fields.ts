// The kinds of fields that the forms of a plan are made of, nested as the plan file is.
import type { PlaceName } from './plan-places.ts';

export type FieldKind =
	/** The text of the thing itself: `nl` and `en` beside its other fields. */
	| 'itself'
	/** In two languages, of one line or of several. */
	| 'text'
	| 'long'
	/** The same in both languages. */
	| 'word'
	/** One a line. */
	| 'words'
	| 'number'
	| 'day'
	/** Said or not said; and yes, no or not said. */
	| 'yes'
	| 'perhaps'
	/** Whatever the plan says: a word, a number, or data. */
	| 'any'
	/** Where it stands in the source. */
	| 'lines'
	| 'pieces'
	| 'windows'
	| 'sdgs';

export type EditField = {
	name: string;
	/** The word for it on the screen, where its name alone would say something else. */
	called?: string;
	optional: boolean;
	none?: boolean;
} & (
	| { kind: FieldKind }
	| { kind: 'one' | 'many'; of: readonly PlaceName[] }
	| { kind: 'choose'; words: readonly string[] }
	/** Fields within one field, and a list of such. */
	| { kind: 'group' | 'rows'; fields: readonly EditField[] }
);

export const field = (kind: FieldKind, name: string): EditField => ({ kind, name, optional: false });
export const maybe = (kind: FieldKind, name: string): EditField => ({ kind, name, optional: true });
/** The same field under another word. */
export const called = (word: string, field: EditField): EditField => ({ ...field, called: word });
/** A dash says that there is none, which is something else than saying nothing. */
export const orNone = (kind: 'word' | 'number', name: string): EditField => ({ ...maybe(kind, name), none: true });
export const one = (name: string, of: PlaceName, optional = false): EditField => ({
	kind: 'one',
	name,
	of: [of],
	optional
});
export const many = (name: string, ...of: PlaceName[]): EditField => ({ kind: 'many', name, of, optional: true });
export const choose = (name: string, words: readonly string[], optional = false): EditField => ({
	kind: 'choose',
	name,
	words,
	optional
});
export const group = (name: string, ...fields: EditField[]): EditField => ({
	kind: 'group',
	name,
	fields,
	optional: true
});
export const rows = (name: string, ...fields: EditField[]): EditField => ({
	kind: 'rows',
	name,
	fields,
	optional: true
});

export const lines = maybe('lines', 'lines');
export const windows = maybe('windows', 'windows');
const itself: EditField = { kind: 'itself', name: '', optional: true };
/** A sentence of the plan, with the place where it stands. */
const said = [itself, lines, windows];
export const statement = (name: string) => group(name, ...said);
export const statements = (name: string) => rows(name, ...said);
/** A piece of running text, with its points. */
export const passage = [
	maybe('text', 'title'),
	itself,
	maybe('words', 'words'),
	maybe('number', 'since'),
	statements('points'),
	lines,
	windows
];
