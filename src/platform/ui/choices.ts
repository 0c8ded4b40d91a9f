// The answers one can choose from, and whether one is chosen: a form sends text, a record may hold a number, a boolean or a list.

export type Choice = {
	value: string;
	label: string;
	/** What choosing it means. */
	hint?: string;
	disabled?: boolean;
};

/** Any value as it stands in a text field. */
export function textOf(value: unknown): string {
	if (typeof value === 'string') return value;
	return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint' ? String(value) : '';
}

const formats: Record<string, RegExp> = {
	date: /^\d{4}-\d{2}-\d{2}$/,
	time: /^\d{2}:\d{2}$/,
	number: /^-?\d+(?:\.\d+)?$/
};

/** Browsers empty a date or number field that is given something else: what was typed must then stand in a text field. */
export const canShow = (kind: string, text: string) => text === '' || (formats[kind]?.test(text) ?? true);

export const chosen = (current: unknown, value: string): boolean =>
	Array.isArray(current) ? current.some((one) => textOf(one) === value) : textOf(current) === value;
