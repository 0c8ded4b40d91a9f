// The pieces of SQL that pick facts: filters, windows, and what a counted fact must itself have. Constants stand in a table `q`.
import type { SQL } from 'drizzle-orm';
import type { Day } from '#platform/day.ts';
import { sql } from '#platform/server/database.ts';
import { viewName } from '#platform/server/views.ts';
import type { Range } from '../targets/periods.ts';
import type { CountedAs, Filter, HavingQuestion } from '../targets/question.ts';

const uuidColumns = new Set(['id', 'organisation_id', 'person_id', 'group_id', 'series_id', 'subject_id']);
export const view = (kind: string) => sql.identifier(viewName('fact', kind));
export const q = (name: string) => sql.raw(`q.${name}`);

/** A column of the table of constants `q`, and its value in one row. */
export type Constant = { name: string; type: string; value: unknown };

const typeOf = ({ column, values }: Filter) => {
	if (column === 'tags') return 'text[]';
	const type = uuidColumns.has(column) ? 'uuid' : 'text';
	return values.length === 1 ? type : `${type}[]`;
};

export const constantsOf = (filters: readonly Filter[], prefix: string): Constant[] =>
	filters.map((filter, index) => {
		const type = typeOf(filter);
		return { name: `${prefix}${index}`, type, value: type.endsWith('[]') ? filter.values : filter.values[0] };
	});

/** The filter on `alias`, its constant in `q.name`. A fact without the column passes only what it must not be. */
function condition({ column, values, negate }: Filter, alias: string, name: string): SQL {
	const own = sql.raw(`${alias}.${column}`);
	const isOne = values.length === 1;
	const among =
		column === 'tags' ? sql`${own} && ${q(name)}` : isOne ? sql`${own} = ${q(name)}` : sql`${own} = any(${q(name)})`;
	// A joint meeting counts for each of its groups, and once for several of them.
	const test =
		column === 'group_id'
			? sql`(${among} or ${sql.raw(`${alias}.also_group_ids`)} && ${isOne ? sql`array[${q(name)}]` : q(name)})`
			: among;
	return negate ? sql`not coalesce(${test}, false)` : test;
}

export const conditions = (filters: readonly Filter[], alias: string, prefix: string) =>
	filters.map((filter, index) => sql` and ${condition(filter, alias, `${prefix}${index}`)}`);

/**
 * `q(id, starts_on, …)`, a row per leaf and range, out of one parameter: so the text of a statement does not depend on how
 * many questions it answers, and PostgreSQL can keep its plan.
 */
function constantsTable(table: readonly (readonly Constant[])[]): SQL {
	const columns = table[0]!.map(({ name, type }) => `${name} ${type}`).join(', ');
	const lines = table.map((line) => Object.fromEntries(line.map(({ name, value }) => [name, value])));
	return sql`json_to_recordset(${JSON.stringify(lines)}::json) as q(${sql.raw(columns)})`;
}

/**
 * The facts `f` of a kind that each row of `q` asks for. Lateral and with `offset 0`: only so a condition on a column of `q`
 * reaches the indices under the view. In a plain join PostgreSQL reads every fact of the kind, as the view is a union
 * (measured: 400 ms against 16 ms, two series among 200,000 facts of one kind).
 */
export const factsAsked = (table: readonly (readonly Constant[])[], kind: string, condition: SQL) =>
	sql`${constantsTable(table)} cross join lateral (select * from ${view(kind)} f where ${condition} offset 0) f`;

export const rangeConstants = ({ startsOn, endsOn }: Range): Constant[] => [
	{ name: 'starts_on', type: 'date', value: startsOn },
	{ name: 'ends_on', type: 'date', value: endsOn }
];

const boundNames = ['at_least', 'more_than', 'at_most'] as const;

/** The bounds that bind on what a counted fact must have; `at_most` only when it stands alone. */
const bindingBounds = ({ bounds }: HavingQuestion) =>
	boundNames.filter(
		(name) =>
			bounds[name] !== undefined &&
			(name !== 'at_most' || (bounds.at_least === undefined && bounds.more_than === undefined))
	);

const number: Record<CountedAs, SQL> = {
	facts: sql`count(*)`,
	organisations: sql`count(distinct h.organisation_id)`,
	persons: sql`count(distinct h.person_id) + coalesce(sum(coalesce(h.quantity, 1)) filter (where h.person_id is null), 0)`
};
const comparison = { at_least: sql`>=`, more_than: sql`>`, at_most: sql`<=` };

export const havingConstants = (having: HavingQuestion, index: number): Constant[] => [
	...constantsOf(having.filters, `h${index}_`),
	...bindingBounds(having).map((name) => ({ name: `h${index}_${name}`, type: 'numeric', value: having.bounds[name] }))
];

export function havingCondition(having: HavingQuestion, index: number, day: Day): SQL {
	const counted = sql`(select ${number[having.as]} from ${view(having.kind)} h where h.subject_id = f.id
		and h.state = 'done' and h.starts_on <= ${day}::date${sql.join(conditions(having.filters, 'h', `h${index}_`))})`;
	const tests = bindingBounds(having).map((name) => sql` and ${counted} ${comparison[name]} ${q(`h${index}_${name}`)}`);
	return sql.join(tests);
}
