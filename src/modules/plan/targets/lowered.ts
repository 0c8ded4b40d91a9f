// Whether a target asks for less than it did: what was promised stays visible when it is lowered.
import { partsOf, type Measure, type Target } from './target.ts';

type Bounded = Partial<Record<'at_least' | 'more_than' | 'exactly' | 'at_most' | 'less_than', number>> & {
	every?: string;
	each?: number;
	having?: readonly unknown[];
};

/** From how much to how much, when it is one number; both null when it is lowered in another way. */
export type Lowering = { from: number | null; to: number | null };

const bounded = (measure: Measure): Bounded => measure as Bounded;
const floorOf = ({ at_least: least, more_than: more, exactly }: Bounded) => exactly ?? least ?? more;
const ceilingOf = ({ at_most: most, less_than: less }: Bounded) => most ?? less;

const timesAYear: Readonly<Record<string, number>> = { week: 52, month: 12, quarter: 4, 'half-year': 2, year: 1 };

/** How often a rhythm comes round in a year; undefined for the windows of a promise, which say it themselves. */
function pace(every: string | undefined): number | undefined {
	if (every === undefined) return undefined;
	const [number, unit] = every.split(' ');
	if (unit === 'weeks') return 52 / Number(number);
	if (unit === 'months') return 12 / Number(number);
	return timesAYear[every];
}

/** What a part asks for in a year by its rhythm alone. */
const paced = ({ every, each = 1 }: Bounded) => {
	const times = pace(every);
	return times === undefined ? undefined : times * each;
};

type Asked = number | undefined;
const isLess = (before: Asked, after: Asked) => before !== undefined && (after === undefined || after < before);
const isMore = (before: Asked, after: Asked) => after !== undefined && (before === undefined || after > before);

/** A ceiling alone is a promise to stay below it: a higher one is less of a promise. */
function isCeilingRaised(before: Bounded, after: Bounded): boolean {
	if (floorOf(before) !== undefined || ceilingOf(before) === undefined) return false;
	return isMore(ceilingOf(before), ceilingOf(after)) || ceilingOf(after) === undefined;
}

function partLowering(before: Measure, after: Measure): Lowering | undefined {
	const [old, now] = [bounded(before), bounded(after)];
	const [from, to] = [floorOf(old), floorOf(now)];
	if (isLess(from, to)) return { from: from ?? null, to: to ?? null };
	if (isCeilingRaised(old, now)) return { from: ceilingOf(old) ?? null, to: ceilingOf(now) ?? null };
	// A rhythm that slows down lowers a promise, unless the number was raised beside it.
	const slower = isLess(paced(old), paced(now)) && !isMore(from, to);
	const fewerDemands = (old.having?.length ?? 0) > (now.having?.length ?? 0);
	return slower || fewerDemands ? { from: null, to: null } : undefined;
}

/** How the later target asks for less than the earlier one; undefined when it does not. */
export function loweringOf(before: Target | null, after: Target | null): Lowering | undefined {
	if (!before) return undefined;
	if (!after) return { from: null, to: null };
	const [old, now] = [partsOf(before), partsOf(after)];
	if (now.length < old.length) return { from: null, to: null };
	for (const [at, part] of old.entries()) {
		const found = partLowering(part, now[at]!);
		if (found) return found;
	}
	return undefined;
}
