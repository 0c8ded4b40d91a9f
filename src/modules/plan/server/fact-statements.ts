// The SQL of each way of asking. All answer in the same columns, so that one statement can carry them all: `leaf` (which
// question), `"on"` (a day), and three numbers `a`, `b`, `c` whose meaning is the question's own.
import type { SQL } from 'drizzle-orm';
import type { Day } from '#platform/day.ts';
import { sql } from '#platform/server/database.ts';
import type { Range } from '../targets/periods.ts';
import type { CountedAs, CountQuestion, HoldQuestion, SumQuestion, ValueQuestion } from '../targets/question.ts';
import {
	conditions,
	constantsOf,
	factsAsked,
	havingCondition,
	havingConstants,
	rangeConstants,
	type Constant
} from './fact-filters.ts';

/** A question without parts: what one statement can answer. */
export type Leaf = {
	number: number;
	asked: CountQuestion | SumQuestion | HoldQuestion | ValueQuestion;
	ranges: readonly Range[];
	extent: Range;
	notBelow: 'start' | 'previous' | undefined;
};

const leafConstant = (leaf: Leaf): Constant => ({ name: 'leaf', type: 'int', value: leaf.number });

const countTable = (leaves: readonly Leaf[]) =>
	leaves.flatMap((leaf) =>
		leaf.ranges.map((range) => [
			leafConstant(leaf),
			...rangeConstants(range),
			...constantsOf(leaf.asked.filters, 'f'),
			...(leaf.asked.ask === 'count' ? leaf.asked.having.flatMap(havingConstants) : [])
		])
	);

const entity: Record<Exclude<CountedAs, 'facts'>, { key: SQL; weight: SQL }> = {
	persons: {
		key: sql`coalesce(f.person_id, f.id)`,
		weight: sql`case when f.person_id is null then coalesce(f.quantity, 1) else 1 end`
	},
	organisations: { key: sql`f.organisation_id`, weight: sql`1` }
};

/** By leaf and day: `a` done, `b` planned. */
function countStatement(leaves: readonly Leaf[], day: Day): SQL {
	const asked = leaves[0]!.asked as CountQuestion | SumQuestion;
	const as = asked.ask === 'count' ? asked.as : 'facts';
	const having = asked.ask === 'count' ? asked.having.map((one, index) => havingCondition(one, index, day)) : [];
	const isDone = sql`(f.state = 'done' and f.starts_on <= ${day}::date${sql.join(having)})`;
	const isPlanned = sql`f.starts_on > ${day}::date`;
	const from = factsAsked(
		countTable(leaves),
		asked.kind,
		sql`f.starts_on between q.starts_on and q.ends_on${sql.join(conditions(asked.filters, 'f', 'f'))}`
	);
	if (as === 'facts') {
		const weight = asked.ask === 'sum' ? sql`coalesce(sum(f.quantity)` : sql`(count(*)`;
		const close = asked.ask === 'sum' ? sql`, 0)` : sql`)`;
		return sql`select q.leaf, f.starts_on as "on", ${weight} filter (where ${isDone})${close}::numeric as a,
			${weight} filter (where ${isPlanned})${close}::numeric as b, null::numeric as c from ${from} group by q.leaf, f.starts_on`;
	}
	const { key, weight } = entity[as];
	return sql`select leaf, "on", coalesce(sum(weight) filter (where done), 0)::numeric as a,
			coalesce(sum(weight) filter (where not done), 0)::numeric as b, null::numeric as c
		from (select q.leaf, ${key} as entity, bool_or(${isDone}) as done, max(${weight}) as weight,
				coalesce(min(f.starts_on) filter (where ${isDone}), min(f.starts_on) filter (where ${isPlanned})) as "on"
			from ${from} where ${key} is not null group by 1, 2) seen
		where "on" is not null group by leaf, "on"`;
}

/**
 * By leaf and day: `a` more, or fewer, hold from that day on. A holder whose spans overlap or touch counts once: each span
 * only adds what lies after the latest end before it (`covered_until`).
 */
function holdStatement(leaves: readonly Leaf[]): SQL {
	const asked = leaves[0]!.asked as HoldQuestion;
	const table = leaves.map((leaf) => [
		leafConstant(leaf),
		...rangeConstants(leaf.extent),
		...constantsOf(leaf.asked.filters, 'f')
	]);
	const holder: Record<CountedAs, SQL> = {
		facts: sql`f.id`,
		persons: sql`coalesce(f.person_id, f.id)`,
		organisations: sql`f.organisation_id`
	};
	const weight = asked.as === 'persons' ? entity.persons.weight : sql`1`;
	const inWindow = sql`f.starts_on <= q.ends_on and coalesce(f.ends_on, 'infinity') >= q.starts_on${sql.join(conditions(asked.filters, 'f', 'f'))}`;
	return sql`select leaf, "on", sum(change)::numeric as a, null::numeric as b, null::numeric as c from (
			select leaf, greatest(starts_on, covered_until + 1, window_starts_on) as begins_on, ends_on, window_ends_on, weight from (
				select q.leaf, q.starts_on as window_starts_on, q.ends_on as window_ends_on, ${weight}::numeric as weight,
					f.starts_on, coalesce(f.ends_on, 'infinity') as ends_on,
					max(coalesce(f.ends_on, 'infinity')) over (partition by q.leaf, ${holder[asked.as]}
						order by f.starts_on, coalesce(f.ends_on, 'infinity') rows between unbounded preceding and 1 preceding) as covered_until
				from ${factsAsked(table, asked.kind, inWindow)}
				where ${holder[asked.as]} is not null
			) span where covered_until is null or ends_on > covered_until
		) held cross join lateral (values (begins_on, weight), (ends_on + 1, -weight)) step("on", change)
		where "on" <= window_ends_on group by leaf, "on"`;
}

const multirange = (ranges: readonly Range[]) =>
	`{${ranges.map(({ startsOn, endsOn }) => `[${startsOn},${endsOn}]`).join(',')}}`;

/** By leaf: `a` the value inside the windows, `b` how many answers, `c` what was before. */
function valueStatement(leaves: readonly Leaf[], day: Day): SQL {
	const { asked, notBelow } = leaves[0]!;
	const table = leaves.map((leaf) => [
		leafConstant(leaf),
		...rangeConstants(leaf.extent),
		{ name: 'ranges', type: 'datemultirange', value: multirange(leaf.ranges) },
		...constantsOf(leaf.asked.filters, 'f')
	]);
	const from = factsAsked(
		table,
		asked.kind,
		sql`f.state = 'done' and f.starts_on <= ${day}::date and f.quantity is not null${sql.join(conditions(asked.filters, 'f', 'f'))}`
	);
	const inside = sql`filter (where q.ranges @> f.starts_on)`;
	const before = sql`filter (where f.starts_on < q.starts_on)`;
	if (asked.ask === 'average') {
		// A value that is itself the mean of many answers weighs as many.
		const weight = sql`coalesce(f.answers, 1)::numeric`;
		const mean = (of: SQL) => sql`sum(f.quantity * ${weight}) ${of} / nullif(sum(${weight}) ${of}, 0)`;
		return sql`select q.leaf, null::date as "on", ${mean(inside)} as a, coalesce(sum(${weight}) ${inside}, 0) as b,
			${mean(before)} as c from ${from} group by q.leaf`;
	}
	const last = sql`order by starts_on desc, id desc`;
	const base =
		notBelow === 'previous'
			? sql`(array_agg(previous ${last}) filter (where inside))[1]`
			: sql`(array_agg(quantity ${last}) filter (where before))[1]`;
	return sql`select leaf, null::date as "on", (array_agg(quantity ${last}) filter (where inside))[1] as a,
			(count(*) filter (where inside))::numeric as b, ${base} as c
		from (select q.leaf, f.id, f.starts_on, f.quantity, q.ranges @> f.starts_on as inside, f.starts_on < q.starts_on as before,
				lag(f.quantity) over (partition by q.leaf order by f.starts_on, f.id) as previous from ${from}) measured
		group by leaf`;
}

/** The statement that answers leaves of one shape. */
export function statementOf(leaves: readonly Leaf[], day: Day): SQL {
	const { ask } = leaves[0]!.asked;
	if (ask === 'hold') return holdStatement(leaves);
	if (ask === 'count' || ask === 'sum') return countStatement(leaves, day);
	return valueStatement(leaves, day);
}
