// Fields as a form shows them. Light: it goes along to the browser.
import type { EditField } from './edit-fields.ts';
import { rawAt, type Raw } from './plan-file-names.ts';
import type { Choice } from './promise-choices.ts';

export type ShownField = {
	kind: EditField['kind'];
	name: string;
	/** The word for it on the screen. */
	called: string;
	optional: boolean;
	/** A dash may be said: none. */
	none: boolean;
	words: readonly string[];
	value: unknown;
	choices: Choice[];
	/** Of a group its fields; of rows those of each, the last of which is empty. */
	rows: ShownField[][];
};

/** The form as a browser would send it back: what it shows, under the names of its fields. */
export function sentBack(fields: readonly ShownField[]): Raw {
	return Object.assign(
		{},
		...fields.map(({ kind, name, value, rows }): Raw => {
			if (kind === 'itself') return rawAt(value);
			if (kind === 'group') return { [name]: sentBack(rows[0]!) };
			if (kind === 'rows') return { [name]: rows.map(sentBack) };
			return { [name]: value };
		})
	) as Raw;
}

/** Whether a group or row says anything. */
export const saysSomething = (fields: readonly ShownField[]): boolean =>
	fields.some(({ value, rows }) =>
		rows.length > 0
			? rows.some(saysSomething)
			: Array.isArray(value)
				? value.length > 0
				: typeof value === 'object' && value !== null
					? Object.values(value).some((inner) => inner !== undefined)
					: value !== undefined && value !== ''
	);
