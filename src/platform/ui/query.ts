// Lists keep their filter, order and page in the address: these make the next address from the present one.

type Change = Record<string, string | number | null | undefined>;

/** The query with these names set, or taken out when empty. A new filter or order begins at the first page again. */
export function withQuery(search: string, change: Change): string {
	const query = new URLSearchParams(search);
	if (!('page' in change)) query.delete('page');
	for (const [name, value] of Object.entries(change)) {
		if (value === null || value === undefined || value === '') query.delete(name);
		else query.set(name, String(value));
	}
	const text = query.toString();
	return text === '' ? '?' : `?${text}`;
}

export type Order = { by: string; down: boolean };

/** `name` is upwards, `-name` downwards; anything else than these columns is the order one gets unasked. */
export function orderOf(text: string | null, columns: readonly string[], unasked: Order): Order {
	const down = text?.startsWith('-') ?? false;
	const by = down ? text?.slice(1) : text;
	return by !== undefined && by !== null && columns.includes(by) ? { by, down } : unasked;
}

/** The first time upwards, the second time downwards. */
export const orderText = (by: string, present: Order) => (present.by === by && !present.down ? `-${by}` : by);

/** Pages count from 1; anything else is the first. */
export function pageOf(text: string | null): number {
	const page = Number(text);
	return Number.isSafeInteger(page) && page > 0 ? page : 1;
}

export const pageCount = (total: number, size: number) => Math.max(1, Math.ceil(total / size));
