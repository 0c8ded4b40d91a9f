// What the form of a thing shows: every field with its value and what can be chosen for it, as deep as the plan file goes.
import type { Locale } from '#platform/localized.ts';
import type { EditField } from './edit-fields.ts';
import { fieldsOf, type EditablePlace } from './editable.ts';
import { none, textOfAny } from './edit-values.ts';
import { listAt, rawAt, wordAt, type Raw } from './plan-file-names.ts';
import { choicesOf } from './promise-choices.ts';
import type { ShownField } from './shown-fields.ts';
import { textOfPieces, textOfSource } from './source-text.ts';

function valueOf({ kind, name, none: orNone }: EditField, thing: Raw): unknown {
	const value = thing[name];
	if (kind === 'itself') return { nl: thing.nl, en: thing.en, older: thing.older };
	if (kind === 'lines') return textOfSource(thing);
	if (kind === 'pieces') return textOfPieces(value);
	if (kind === 'sdgs' || kind === 'many') return listAt(value).map(wordAt);
	if (kind === 'words') return listAt(value).map(wordAt).join('\n');
	if (kind === 'any') return textOfAny(value);
	return value === null && orNone ? none : value;
}

type Around = { file: Raw; locale: Locale };

function shown(field: EditField, thing: Raw, around: Around): ShownField {
	const { kind, name, optional, none: orNone = false } = field;
	const rows =
		field.kind === 'group'
			? [shownFields(field.fields, rawAt(thing[name]), around)]
			: field.kind === 'rows'
				? [...listAt(thing[name]), {}].map((row) => shownFields(field.fields, rawAt(row), around))
				: [];
	return {
		kind,
		name,
		called: field.called ?? (kind === 'itself' ? 'text' : name),
		optional,
		none: orNone,
		words: 'words' in field ? field.words : [],
		value: rows.length > 0 ? undefined : valueOf(field, thing),
		choices: 'of' in field ? field.of.flatMap((of) => choicesOf(around.file, of, around.locale)) : [],
		rows
	};
}

/** Lines of the source that only the file can write are left out. */
export const shownFields = (fields: readonly EditField[], thing: Raw, around: Around): ShownField[] =>
	fields
		.map((field) => shown(field, thing, around))
		.filter(({ kind, value }) => kind !== 'lines' || value !== undefined);

/** What a form shows of a thing: whether somebody else changed it meanwhile is told by this. */
export const shownOf = (place: EditablePlace, thing: Raw): Raw =>
	Object.fromEntries(
		fieldsOf(place)
			.flatMap(({ kind, name }) =>
				kind === 'itself' ? ['nl', 'en'] : kind === 'lines' ? ['lines', 'ranges', 'also_lines'] : [name]
			)
			.map((name) => [name, thing[name]])
	);
