// What a page without script is given and the browser is not.

/** A value that stands where SvelteKit does not look when it writes down a page's data for the browser. */
export type Unsent<Value> = { readonly value: Value };

/**
 * For pages with `csr = false`: their data is written down for the browser as well, and then thrown away (a tenth of the time
 * that a page of a year takes). A page that has script must not use it: its browser would find nothing.
 */
export const unsent = <Value>(value: Value): Unsent<Value> =>
	Object.defineProperty({}, 'value', { value }) as Unsent<Value>;
