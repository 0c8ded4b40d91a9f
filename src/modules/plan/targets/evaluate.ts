// The naive evaluator: reads an array of facts, one at a time. Short and obviously right; only used to check the compiler.
import { addDays, type Day } from '#platform/day.ts';
import type { FactColumn } from '#platform/facts.ts';
import type { Answer, CountAnswer, DayCount, HoldAnswer, ValueAnswer } from './answer.ts';
import { breaksCeiling, reachesFloor } from './normal.ts';
import {
	extentOf,
	type CountedAs,
	type CountQuestion,
	type Filter,
	type HoldQuestion,
	type Question,
	type SumQuestion,
	type ValueQuestion
} from './question.ts';
import type { Range } from './periods.ts';

export type Fact = {
	kind: string;
	id: string;
	starts_on: Day;
	ends_on: Day | null;
	state: 'planned' | 'done';
	/** The groups that it counts for beside `group_id`, of a joint meeting. */
	also_group_ids: readonly string[];
	tags: readonly string[];
	quantity: number | null;
	/** How many answers the quantity is the mean of; null: it is one itself. */
	answers: number | null;
} & { [column in Exclude<FactColumn, 'id' | 'tags' | 'title'>]: string | null };

function valuesOf(fact: Fact, column: FactColumn): readonly unknown[] {
	if (column === 'tags') return fact.tags;
	if (column === 'group_id') return [fact.group_id, ...fact.also_group_ids];
	return [(fact as Record<string, unknown>)[column]];
}

const passes = (fact: Fact, { column, values, negate }: Filter): boolean => {
	const own = valuesOf(fact, column);
	return own.some((value) => typeof value === 'string' && values.includes(value)) !== negate;
};

/** Whether a fact is one that is asked for, whatever its day. */
export const matches = (fact: Fact, kind: string, filters: readonly Filter[]) =>
	fact.kind === kind && filters.every((filter) => passes(fact, filter));

export const inside = (day: Day, ranges: readonly Range[]) =>
	ranges.some((range) => range.startsOn <= day && day <= range.endsOn);

const isDone = (fact: Fact, day: Day) => fact.state === 'done' && fact.starts_on <= day;

/** Who or what a fact counts for; undefined when it counts for nobody. */
const counts = (fact: Fact, as: CountedAs): { key: string; weight: number } | undefined => {
	if (as === 'facts') return { key: fact.id, weight: 1 };
	if (as === 'organisations') return fact.organisation_id ? { key: fact.organisation_id, weight: 1 } : undefined;
	return fact.person_id ? { key: fact.person_id, weight: 1 } : { key: fact.id, weight: fact.quantity ?? 1 };
};

const total = (facts: readonly Fact[], as: CountedAs) => {
	const seen = new Map(
		facts
			.map((fact) => counts(fact, as))
			.filter((one) => one !== undefined)
			.map((one) => [one.key, one.weight])
	);
	return [...seen.values()].reduce((sum, weight) => sum + weight, 0);
};

const has = (fact: Fact, question: CountQuestion, facts: readonly Fact[], day: Day) =>
	question.having.every((having) => {
		const about = facts.filter(
			(one) => one.subject_id === fact.id && matches(one, having.kind, having.filters) && isDone(one, day)
		);
		const number = total(about, having.as);
		return reachesFloor(having.bounds, number, null) && !breaksCeiling(having.bounds, number);
	});

const byDay = (counted: readonly { on: Day; done: number; planned: number }[]): DayCount[] => {
	const days = new Map<Day, DayCount>();
	for (const { on, done, planned } of counted) {
		const day = days.get(on) ?? { on, done: 0, planned: 0 };
		days.set(on, { on, done: day.done + done, planned: day.planned + planned });
	}
	return [...days.values()]
		.filter(({ done, planned }) => done !== 0 || planned !== 0)
		.sort((a, b) => a.on.localeCompare(b.on));
};

function answerCount(question: CountQuestion, ranges: readonly Range[], facts: readonly Fact[], day: Day): CountAnswer {
	const found = facts.filter(
		(fact) => matches(fact, question.kind, question.filters) && inside(fact.starts_on, ranges)
	);
	const done = found.filter((fact) => isDone(fact, day) && has(fact, question, facts, day));
	const planned = found.filter((fact) => fact.starts_on > day);
	const first = new Map<string, { on: Day; done: number; planned: number }>();
	for (const [list, field] of [
		[done, 'done'],
		[planned, 'planned']
	] as const) {
		for (const fact of [...list].sort((a, b) => a.starts_on.localeCompare(b.starts_on))) {
			const one = counts(fact, question.as);
			if (one && !first.has(one.key))
				first.set(one.key, { on: fact.starts_on, done: 0, planned: 0, [field]: one.weight });
		}
	}
	return { days: byDay([...first.values()]) };
}

function answerSum(question: SumQuestion, ranges: readonly Range[], facts: readonly Fact[], day: Day): CountAnswer {
	const found = facts.filter(
		(fact) => matches(fact, question.kind, question.filters) && inside(fact.starts_on, ranges)
	);
	return {
		days: byDay([
			...found
				.filter((fact) => isDone(fact, day))
				.map((fact) => ({ on: fact.starts_on, done: fact.quantity ?? 0, planned: 0 })),
			...found
				.filter((fact) => fact.starts_on > day)
				.map((fact) => ({ on: fact.starts_on, done: 0, planned: fact.quantity ?? 0 }))
		])
	};
}

function answerHold(question: HoldQuestion, range: Range, facts: readonly Fact[]): HoldAnswer {
	const found = facts.filter((fact) => matches(fact, question.kind, question.filters));
	const changes = found.flatMap((fact) => [fact.starts_on, ...(fact.ends_on ? [addDays(fact.ends_on, 1)] : [])]);
	const days = [range.startsOn, ...changes.filter((on) => on > range.startsOn && on <= range.endsOn)];
	const steps = [...new Set(days)].sort().map((on) => ({
		on,
		value: total(
			found.filter((fact) => fact.starts_on <= on && (fact.ends_on === null || fact.ends_on >= on)),
			question.as
		)
	}));
	return { steps: steps.filter((step, index) => index === 0 || step.value !== steps[index - 1]!.value) };
}

function answerValue(
	{ ask, kind, filters }: ValueQuestion,
	notBelow: 'start' | 'previous' | undefined,
	ranges: readonly Range[],
	facts: readonly Fact[],
	day: Day
): ValueAnswer {
	const all = facts
		.filter((fact) => matches(fact, kind, filters) && isDone(fact, day) && fact.quantity !== null)
		.sort((a, b) => a.starts_on.localeCompare(b.starts_on) || a.id.localeCompare(b.id));
	const found = all.filter((fact) => inside(fact.starts_on, ranges));
	const before = all.filter((fact) => fact.starts_on < ranges[0]!.startsOn);
	const answered = (list: readonly Fact[]) => list.reduce((sum, { answers }) => sum + (answers ?? 1), 0);
	const mean = (list: readonly Fact[]) =>
		answered(list) === 0
			? null
			: list.reduce((sum, { quantity, answers }) => sum + quantity! * (answers ?? 1), 0) / answered(list);
	if (ask === 'average') return { value: mean(found), answers: answered(found), base: mean(before) };
	const last = found.at(-1);
	const previous = last && all[all.indexOf(last) - 1];
	const base = notBelow === 'previous' ? previous : before.at(-1);
	return { value: last?.quantity ?? null, answers: found.length, base: base?.quantity ?? null };
}

/** The answer of `facts` to `question`, read on `day`. */
export function evaluate(question: Question, facts: readonly Fact[], day: Day): Answer {
	const { asked, ranges, measure } = question;
	const range = extentOf(question);
	switch (asked.ask) {
		case 'count':
			return answerCount(asked, ranges, facts, day);
		case 'sum':
			return answerSum(asked, ranges, facts, day);
		case 'hold':
			return answerHold(asked, range, facts);
		case 'share': {
			const number = (one: CountQuestion | HoldQuestion) =>
				one.ask === 'count'
					? answerCount(one, ranges, facts, day).days.reduce((sum, { done }) => sum + done, 0)
					: (answerHold(one, range, facts).steps.findLast((step) => step.on <= day)?.value ?? 0);
			return { part: number(asked.share), whole: number(asked.of) };
		}
		case 'average':
		case 'level':
			return answerValue(asked, 'not_below' in measure ? measure.not_below : undefined, ranges, facts, day);
	}
}
