// Chance that falls the same way every time: for the example year, which must be the same on every load.

export type Chance = {
	/** 0 up to, but not with, 1. */
	next: () => number;
	/** A whole number from `from` to `until`, both included. */
	between: (from: number, until: number) => number;
	/** True so many times out of a hundred. */
	percent: (times: number) => boolean;
	/** One of a list that is not empty. */
	pick: <Item>(list: readonly Item[]) => Item;
	/** The whole list in another order. */
	shuffled: <Item>(list: readonly Item[]) => Item[];
	/** So many different items, or all there are. */
	some: <Item>(list: readonly Item[], number: number) => Item[];
};

/** FNV-1a: a name as a number. */
function seedOf(name: string): number {
	let hash = 0x811c9dc5;
	for (const character of name) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
	return hash >>> 0;
}

/** A row of its own for every name, so that what is added elsewhere moves nothing here. The generator is mulberry32. */
export function chance(name: string): Chance {
	let state = seedOf(name);
	const next = () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
	const between = (from: number, until: number) => from + Math.floor(next() * (until - from + 1));
	const shuffled = <Item>(list: readonly Item[]) => {
		const rest = [...list];
		for (let last = rest.length - 1; last > 0; last--) {
			const other = between(0, last);
			[rest[last], rest[other]] = [rest[other]!, rest[last]!];
		}
		return rest;
	};
	return {
		next,
		between,
		percent: (times) => next() * 100 < times,
		pick: (list) => list[between(0, list.length - 1)]!,
		shuffled,
		some: (list, number) => shuffled(list).slice(0, number)
	};
}
