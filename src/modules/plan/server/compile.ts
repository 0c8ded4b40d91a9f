// Makes the SQL that answers questions over the published facts. Questions that differ only in constants are read together:
// their constants become a VALUES list, joined with the view of their kind.
import type { SQL } from 'drizzle-orm';
import type { Day } from '#platform/day.ts';
import { rows, sql, type Database } from '#platform/server/database.ts';
import type { Answer, CountAnswer, DayCount, HoldAnswer, ShareAnswer, ValueAnswer } from '../targets/answer.ts';
import type { Range } from '../targets/periods.ts';
import {
	conditions,
	constantsOf,
	factsAsked,
	havingCondition,
	havingConstants,
	rangeConstants,
	type Constant
} from './fact-filters.ts';
import {
	extentOf,
	type CountedAs,
	type CountQuestion,
	type Filter,
	type HavingQuestion,
	type HoldQuestion,
	type Question,
	type SumQuestion,
	type ValueQuestion
} from '../targets/question.ts';

/** A question without parts: what one statement can answer. */
type Leaf = {
	id: string;
	asked: CountQuestion | SumQuestion | HoldQuestion | ValueQuestion;
	ranges: readonly Range[];
	extent: Range;
	notBelow: 'start' | 'previous' | undefined;
};

const leavesOf = (question: Question): Leaf[] => {
	const { id, asked, ranges, measure } = question;
	const base = { ranges, extent: extentOf(question), notBelow: 'not_below' in measure ? measure.not_below : undefined };
	if (asked.ask !== 'share') return [{ id, asked, ...base }];
	return [
		{ id: `${id}/part`, asked: asked.share, ...base },
		{ id: `${id}/whole`, asked: asked.of, ...base }
	];
};

const filterShape = ({ column, values, negate }: Filter) =>
	`${column}${negate ? '!' : ''}${values.length === 1 ? '1' : '*'}`;
const havingShape = ({ kind, as, filters, bounds }: HavingQuestion) =>
	[
		kind,
		as,
		...filters.map(filterShape),
		...Object.entries(bounds).flatMap(([name, bound]) => (bound === undefined ? [] : [name]))
	].join(',');

function shapeOf({ asked, notBelow }: Leaf): string {
	const parts = [asked.ask, asked.kind, ...asked.filters.map(filterShape)];
	if ('as' in asked) parts.push(asked.as);
	if (asked.ask === 'count') parts.push(...asked.having.map(havingShape));
	if (asked.ask === 'level') parts.push(notBelow ?? '');
	return parts.join('|');
}

const idConstant = (leaf: Leaf): Constant => ({ name: 'id', value: sql`${leaf.id}::text` });

const countTable = (leaves: readonly Leaf[]) =>
	leaves.flatMap((leaf) =>
		leaf.ranges.map((range) => [
			idConstant(leaf),
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

/** By leaf and day: how many done, how many planned. */
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
		return sql`select q.id, f.starts_on as "on", ${weight} filter (where ${isDone})${close} as done,
			${weight} filter (where ${isPlanned})${close} as planned from ${from} group by q.id, f.starts_on order by 1, 2`;
	}
	const { key, weight } = entity[as];
	return sql`select id, "on", coalesce(sum(weight) filter (where done), 0) as done, coalesce(sum(weight) filter (where not done), 0) as planned
		from (select q.id, ${key} as entity, bool_or(${isDone}) as done, max(${weight}) as weight,
				coalesce(min(f.starts_on) filter (where ${isDone}), min(f.starts_on) filter (where ${isPlanned})) as "on"
			from ${from} where ${key} is not null group by 1, 2) seen
		where "on" is not null group by id, "on" order by 1, 2`;
}

/** By leaf and day: how many more, or fewer, hold from that day on. Spans of the same holder that touch are one. */
function holdStatement(leaves: readonly Leaf[]): SQL {
	const asked = leaves[0]!.asked as HoldQuestion;
	const table = leaves.map((leaf) => [
		idConstant(leaf),
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
	return sql`with span as (
			select q.id, q.starts_on as window_starts_on, q.ends_on as window_ends_on, ${holder[asked.as]} as holder, ${weight}::numeric as weight,
				f.starts_on, coalesce(f.ends_on, 'infinity') as ends_on
			from ${factsAsked(table, asked.kind, inWindow)}
			where ${holder[asked.as]} is not null
		), marked as (
			select *, case when starts_on <= max(ends_on + 1) over (partition by id, holder order by starts_on, ends_on
				rows between unbounded preceding and 1 preceding) then 0 else 1 end as begins from span
		), numbered as (
			select *, sum(begins) over (partition by id, holder order by starts_on, ends_on) as island from marked
		), island as (
			select id, window_starts_on, window_ends_on, max(weight) as weight, min(starts_on) as starts_on, max(ends_on) as ends_on
			from numbered group by id, window_starts_on, window_ends_on, holder, island
		)
		select id, "on", sum(change) as change from (
			select id, greatest(starts_on, window_starts_on) as "on", weight as change from island
			union all
			select id, ends_on + 1, -weight from island where ends_on < window_ends_on
		) changes group by id, "on" order by 1, 2`;
}

const multirange = (ranges: readonly Range[]) =>
	`{${ranges.map(({ startsOn, endsOn }) => `[${startsOn},${endsOn}]`).join(',')}}`;

/** By leaf: the value inside the windows, how many answers, and what was before. */
function valueStatement(leaves: readonly Leaf[], day: Day): SQL {
	const { asked, notBelow } = leaves[0]!;
	const table = leaves.map((leaf) => [
		idConstant(leaf),
		...rangeConstants(leaf.extent),
		{ name: 'ranges', value: sql`${multirange(leaf.ranges)}::datemultirange` },
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
		return sql`select q.id, avg(f.quantity) ${inside} as value, count(*) ${inside} as answers, avg(f.quantity) ${before} as base
			from ${from} group by q.id`;
	}
	const last = sql`order by starts_on desc, id desc`;
	const base =
		notBelow === 'previous'
			? sql`(array_agg(previous ${last}) filter (where inside))[1]`
			: sql`(array_agg(quantity ${last}) filter (where before))[1]`;
	return sql`select question as id, (array_agg(quantity ${last}) filter (where inside))[1] as value, count(*) filter (where inside) as answers, ${base} as base
		from (select q.id as question, f.id, f.starts_on, f.quantity, q.ranges @> f.starts_on as inside, f.starts_on < q.starts_on as before,
				lag(f.quantity) over (partition by q.id order by f.starts_on, f.id) as previous from ${from}) measured
		group by question`;
}

type Found = { id: string };
type Row = Found & Record<string, unknown>;

const grouped = <T>(items: readonly T[], by: (item: T) => string) => Map.groupBy(items, by);

function countAnswer(found: readonly Row[]): CountAnswer {
	const days = found as unknown as (Found & DayCount)[];
	return {
		days: days
			.filter(({ done, planned }) => done !== 0 || planned !== 0)
			.map(({ on, done, planned }) => ({ on, done, planned }))
	};
}

function holdAnswer(found: readonly Row[], startsOn: Day): HoldAnswer {
	let value = 0;
	const steps = [{ on: startsOn, value }];
	for (const { on, change } of found as unknown as (Found & { on: Day; change: number })[]) {
		if (change === 0) continue;
		value += change;
		if (on === startsOn) steps[0] = { on, value };
		else steps.push({ on, value });
	}
	return { steps };
}

function answerOf(leaf: Leaf, found: readonly Row[]): CountAnswer | HoldAnswer | ValueAnswer {
	switch (leaf.asked.ask) {
		case 'count':
		case 'sum':
			return countAnswer(found);
		case 'hold':
			return holdAnswer(found, leaf.extent.startsOn);
		default: {
			const [row] = found as unknown as ValueAnswer[];
			return row ? { value: row.value, answers: row.answers, base: row.base } : { value: null, answers: 0, base: null };
		}
	}
}

/** The statements that answer the questions, each with the leaves it answers. */
export function statements(questions: readonly Question[], day: Day): { leaves: Leaf[]; statement: SQL }[] {
	const leaves = questions.flatMap(leavesOf);
	return [...grouped(leaves, shapeOf).values()].map((group) => {
		const { ask } = group[0]!.asked;
		if (ask === 'hold') return { leaves: group, statement: holdStatement(group) };
		if (ask === 'count' || ask === 'sum') return { leaves: group, statement: countStatement(group, day) };
		return { leaves: group, statement: valueStatement(group, day) };
	});
}

const numberOn = (answer: CountAnswer | HoldAnswer | ValueAnswer, day: Day): number => {
	if ('days' in answer) return answer.days.reduce((sum, { done }) => sum + done, 0);
	if ('steps' in answer) return answer.steps.findLast((step) => step.on <= day)?.value ?? 0;
	return answer.value ?? 0;
};

/** Answers all questions as the facts stand on `day`, by the question's id. */
export async function answer(db: Database, questions: readonly Question[], day: Day): Promise<Map<string, Answer>> {
	const found = new Map<string, CountAnswer | HoldAnswer | ValueAnswer>();
	for (const { leaves, statement } of statements(questions, day)) {
		const byId = grouped(await rows<Row>(db, statement), ({ id }) => id);
		for (const leaf of leaves) found.set(leaf.id, answerOf(leaf, byId.get(leaf.id) ?? []));
	}
	const share = (id: string): ShareAnswer => ({
		part: numberOn(found.get(`${id}/part`)!, day),
		whole: numberOn(found.get(`${id}/whole`)!, day)
	});
	return new Map(questions.map(({ id, asked }) => [id, asked.ask === 'share' ? share(id) : found.get(id)!]));
}
