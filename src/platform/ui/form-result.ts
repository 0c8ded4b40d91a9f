// What a form gets back when it was refused, and how its fields find their own part of it.
import { getContext, setContext } from 'svelte';

/** What an action returns to its page. `form` names the form it is about, when the page has several. */
export type FormResult = {
	form?: string;
	/** What was typed, by the name of the field. */
	values?: Record<string, unknown>;
	/** `path` is the name of the field, or empty when it is about the whole form. */
	errors?: readonly { path: string; message: string }[];
	/** A sentence about the whole form. */
	message?: string;
	/** It was done, and the page stays. */
	done?: boolean;
};

/** What a field needs to know of the form around it. */
export type FieldState = { id: string; error: string | undefined; typed: unknown; wasSent: boolean };

type FormState = { id: string; result: FormResult | undefined };

const key = Symbol('form');

/** Called by the form; a function, so that fields follow a new answer. */
export const provideForm = (state: () => FormState) => setContext(key, state);

export function fieldOf(name: string): () => FieldState {
	const form = getContext<(() => FormState) | undefined>(key);
	return () => {
		const { id, result } = form?.() ?? { id: 'form', result: undefined };
		return {
			id: `${id}-${name}`,
			error: result?.errors?.find((error) => error.path === name)?.message,
			typed: result?.values?.[name],
			wasSent: result?.values !== undefined
		};
	};
}

/** The part of an answer that is about this form. */
export const resultFor = (id: string, result: FormResult | null | undefined): FormResult | undefined =>
	result && (result.form === undefined || result.form === id) ? result : undefined;
