// The records behind a number: every fact that counts for a question, as far as the actor may see it, and how many there are in all.
import { isBureau, type Actor } from '#platform/actor.ts';
import type { Day } from '#platform/day.ts';
import type { Localized } from '#platform/localized.ts';
import { rows, sql, type Database } from '#platform/server/database.ts';
import { factVisibleIn } from '#platform/server/views.ts';
import { notLate, type Late } from '../lateness.ts';
import type { EvidenceKey } from '../plan-scope.ts';
import type { CountQuestion, HoldQuestion, Question, SumQuestion, ValueQuestion } from '../targets/question.ts';
import {
	conditions,
	constantsOf,
	factsAsked,
	havingCondition,
	havingConstants,
	rangeConstants
} from './fact-filters.ts';

export type EvidenceFact = {
	id: string;
	kind: string;
	startsOn: Day;
	endsOn: Day | null;
	/** `done` counts, `planned` is still to come. */
	state: 'done' | 'planned';
	title: Localized;
	href: string;
	quantity: number | null;
	dueOn: Day | null;
	firstDueOn: Day | null;
	/** It came after the period in which it would have counted. */
	isAfter: boolean;
	/** Whose it is, for the bureau and for that organisation itself; where the title does not say so already. */
	organisation: { id: string; name: Localized } | null;
};

export type Evidence = { facts: EvidenceFact[]; visible: number; total: number };

type Shown = { limit: number; offset: number; onlyDone?: boolean; after?: readonly Question[] };

type Asked = CountQuestion | SumQuestion | HoldQuestion | ValueQuestion;

/** Which facts count for what was asked, and in which state they stand on the day. */
function picked(asked: Asked, day: Day) {
	if (asked.ask === 'hold') {
		return {
			on: sql`f.starts_on <= ${day}::date and coalesce(f.ends_on, 'infinity') >= ${day}::date`,
			isDone: sql`true`
		};
	}
	const having = asked.ask === 'count' ? asked.having.map((one, index) => havingCondition(one, index, day)) : [];
	const isDone = sql`(f.state = 'done' and f.starts_on <= ${day}::date${sql.join(having)})`;
	const counts = asked.ask === 'count' || asked.ask === 'sum';
	return {
		on: sql`f.starts_on between q.starts_on and q.ends_on and (${isDone} or ${counts ? sql`f.starts_on > ${day}::date` : sql`false`})`,
		isDone
	};
}

function statementOf(question: Question, asked: Asked, day: Day, isAfter: boolean) {
	const table = question.ranges.map((range) => [
		...rangeConstants(range),
		...constantsOf(asked.filters, 'f'),
		...(asked.ask === 'count' ? asked.having.flatMap(havingConstants) : [])
	]);
	const { on, isDone } = picked(asked, day);
	return sql`select distinct f.kind, f.id, f.starts_on, f.ends_on, case when ${isDone} then 'done' else 'planned' end as state,
			f.title, f.href, f.quantity, f.visibility, f.organisation_id, f.group_id, f.also_group_ids,
			f.due_on, f.first_due_on, ${isAfter}::boolean as is_after, ${isAfter ? sql`f.starts_on - q.starts_on + 1` : sql`0`} as days_after
		from ${factsAsked(table, asked.kind, sql`${on}${sql.join(conditions(asked.filters, 'f', 'f'))}`)}`;
}

const statementsOf = (questions: readonly Question[], day: Day, isAfter = false) =>
	questions.flatMap((question) =>
		question.asked.ask === 'share'
			? [
					statementOf(question, question.asked.share, day, isAfter),
					statementOf(question, question.asked.of, day, isAfter)
				]
			: [statementOf(question, question.asked, day, isAfter)]
	);

/** How many records a number rests on, whoever may see them. */
export async function evidenceCount(db: Database, questions: readonly Question[], day: Day): Promise<number> {
	const asked = statementsOf(questions, day);
	if (asked.length === 0) return 0;
	const [found] = await rows<{ total: number }>(
		db,
		sql`select count(*) filter (where state = 'done') as total from (${sql.join(asked, sql` union `)}) counted`
	);
	return found!.total;
}

/** Every record that a number rests on, without names and titles; of sealed ones only their number. */
export async function evidenceKeys(
	db: Database,
	questions: readonly Question[],
	day: Day
): Promise<{ records: EvidenceKey[]; total: number }> {
	const asked = statementsOf(questions, day);
	if (asked.length === 0) return { records: [], total: 0 };
	const found = await rows<EvidenceKey & { sealed: boolean }>(
		db,
		sql`select kind, id, starts_on as "on", organisation_id as "organisationId", visibility = 'sealed' as sealed,
				left(md5(concat_ws('|', starts_on, ends_on, quantity)), 12) as key
			from (${sql.join(asked, sql` union `)}) counted where state = 'done' order by starts_on, kind, id`
	);
	const records = found.filter(({ sealed }) => !sealed).map(({ sealed: _sealed, ...record }) => record);
	return { records, total: found.length };
}

/**
 * Of what counts: how many came after the day they were due on, and the latest by how many days. `after` are the questions
 * about the days after the periods: how many came then, and the first of them when.
 */
export async function lateOf(
	db: Database,
	questions: readonly Question[],
	after: readonly Question[],
	day: Day
): Promise<Late> {
	const asked = [...statementsOf(questions, day), ...statementsOf(after, day, true)];
	if (asked.length === 0) return notLate;
	const [found] = await rows<Late>(
		db,
		sql`select count(*) filter (where isnt_after and starts_on > due_on) as number,
				coalesce(max(starts_on - due_on) filter (where isnt_after and starts_on > due_on), 0) as days,
				count(*) filter (where not isnt_after) as after, min(starts_on) filter (where not isnt_after) as "afterOn",
				coalesce(min(days_after) filter (where not isnt_after), 0) as "afterDays"
			from (select id, starts_on, max(due_on) as due_on, bool_or(not is_after) as isnt_after, min(days_after) as days_after
				from (${sql.join(asked, sql` union `)}) found where state = 'done' group by id, starts_on) counted`
	);
	return found!;
}

/** Which organisation a record is of is for the bureau, and for those who work there. */
const namesOrganisations = (actor: Actor) =>
	isBureau(actor)
		? sql`true`
		: sql`o.id = any(${sql.param(actor.organisations.map(({ organisationId }) => organisationId))}::uuid[])`;

/**
 * The newest `limit` facts that count for any of the questions, from `offset` on; planned ones too, unless `onlyDone`. With
 * them, marked, what came when it could not count any more: what answers the questions `after`.
 */
export async function evidenceOf(
	db: Database,
	actor: Actor,
	questions: readonly Question[],
	day: Day,
	{ limit, offset, onlyDone = false, after = [] }: Shown
): Promise<Evidence> {
	const asked = [...statementsOf(questions, day), ...statementsOf(after, day, true)];
	if (asked.length === 0) return { facts: [], visible: 0, total: 0 };
	const found = await rows<EvidenceFact & { visible: number; total: number }>(
		db,
		sql`with counted as (select distinct on (starts_on, id) * from (${sql.join(asked, sql` union `)}) counted
				where state = 'done' or ${!onlyDone} order by starts_on, id, is_after),
				numbers as (select count(*) as total, count(*) filter (where ${factVisibleIn(actor, 'counted')}) as visible from counted)
			select counted.id, counted.kind, counted.starts_on as "startsOn", counted.ends_on as "endsOn", counted.state, counted.title,
				counted.href, counted.quantity, counted.due_on as "dueOn", counted.first_due_on as "firstDueOn",
				counted.is_after as "isAfter", case when o.id is not null then json_build_object('id', o.id, 'name', o.name) end as organisation, numbers.visible, numbers.total
			from numbers left join counted on ${factVisibleIn(actor, 'counted')}
				left join organisation o on o.id = counted.organisation_id and o.name <> counted.title and ${namesOrganisations(actor)}
			order by counted.starts_on desc nulls last, counted.id desc limit ${limit} offset ${offset}`
	);
	const [first] = found;
	return {
		facts: found.filter(({ id }) => id !== null).map(({ visible: _visible, total: _total, ...fact }) => fact),
		visible: first?.visible ?? 0,
		total: first?.total ?? 0
	};
}
