// Answers questions by SQL over the published facts. Questions that differ only in constants are read together, and all of them
// in one statement: one round trip, one snapshot of the database.
import type { SQL } from 'drizzle-orm';
import type { Day } from '#platform/day.ts';
import { keptRows, rows, sql, type Database } from '#platform/server/database.ts';
import type { Answer, CountAnswer, HoldAnswer, ShareAnswer, ValueAnswer } from '../targets/answer.ts';
import { extentOf, type Filter, type HavingQuestion, type Question } from '../targets/question.ts';
import { statementOf, type Leaf } from './fact-statements.ts';

const leavesOf = (question: Question): Omit<Leaf, 'number'>[] => {
	const { asked, ranges, measure } = question;
	const base = { ranges, extent: extentOf(question), notBelow: 'not_below' in measure ? measure.not_below : undefined };
	return asked.ask === 'share'
		? [
				{ asked: asked.share, ...base },
				{ asked: asked.of, ...base }
			]
		: [{ asked, ...base }];
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

/** Leaves of one shape differ only in constants. */
function shapeOf({ asked, notBelow }: Leaf): string {
	const parts = [asked.ask, asked.kind, ...asked.filters.map(filterShape)];
	if ('as' in asked) parts.push(asked.as);
	if (asked.ask === 'count') parts.push(...asked.having.map(havingShape));
	if (asked.ask === 'level') parts.push(notBelow ?? '');
	return parts.join('|');
}

/** A row of an answer; what `a`, `b` and `c` mean is said at each statement. */
type Row = { leaf: number; on: Day; a: number; b: number; c: number };

const inOrder = (found: readonly Row[]) => [...found].sort((a, b) => (a.on < b.on ? -1 : 1));

const countAnswer = (found: readonly Row[]): CountAnswer => ({
	days: inOrder(found)
		.filter(({ a, b }) => a !== 0 || b !== 0)
		.map(({ on, a, b }) => ({ on, done: a, planned: b }))
});

function holdAnswer(found: readonly Row[], startsOn: Day): HoldAnswer {
	let value = 0;
	const steps = [{ on: startsOn, value }];
	for (const { on, a: change } of inOrder(found)) {
		if (change === 0) continue;
		value += change;
		if (on === startsOn) steps[0] = { on, value };
		else steps.push({ on, value });
	}
	return { steps };
}

function valueAnswer([row]: readonly Row[]): ValueAnswer {
	return row ? { value: row.a, answers: row.b, base: row.c } : { value: null, answers: 0, base: null };
}

function answerOf({ asked, extent }: Leaf, found: readonly Row[]): CountAnswer | HoldAnswer | ValueAnswer {
	if (asked.ask === 'hold') return holdAnswer(found, extent.startsOn);
	return asked.ask === 'count' || asked.ask === 'sum' ? countAnswer(found) : valueAnswer(found);
}

/** A question with the leaves that answer it. */
const numbered = (questions: readonly Question[]) => {
	let number = 0;
	return questions.map((question) => ({
		question,
		leaves: leavesOf(question).map((leaf): Leaf => ({ ...leaf, number: number++ }))
	}));
};

/** The statements that answer leaves, one per shape; always in the same order. */
export const statements = (leaves: readonly Leaf[], day: Day): SQL[] =>
	[...Map.groupBy(leaves, shapeOf)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, alike]) => statementOf(alike, day));

const numberOn = (answer: CountAnswer | HoldAnswer | ValueAnswer, day: Day): number => {
	if ('days' in answer) return answer.days.reduce((sum, { done }) => sum + done, 0);
	if ('steps' in answer) return answer.steps.findLast((step) => step.on <= day)?.value ?? 0;
	return answer.value ?? 0;
};

export type Asking = {
	/** The same questions will be asked again and again, as those of a whole plan are: PostgreSQL keeps how it answers them. */
	often?: boolean;
};

/** Answers all questions as the facts stand on `day`, by the question's id. */
export async function answer(
	db: Database,
	questions: readonly Question[],
	day: Day,
	{ often = false }: Asking = {}
): Promise<Map<string, Answer>> {
	if (questions.length === 0) return new Map();
	const asked = numbered(questions);
	const all = asked.flatMap(({ leaves }) => leaves);
	const statement = sql.join(statements(all, day), sql` union all `);
	const byLeaf = Map.groupBy(await (often ? keptRows : rows)<Row>(db, statement), ({ leaf }) => leaf);
	const one = (leaf: Leaf) => answerOf(leaf, byLeaf.get(leaf.number) ?? []);
	const share = (part: Leaf, whole: Leaf): ShareAnswer => ({
		part: numberOn(one(part), day),
		whole: numberOn(one(whole), day)
	});
	return new Map(
		asked.map(({ question, leaves: [first, second] }) => [question.id, second ? share(first!, second) : one(first!)])
	);
}

/** The statements behind an answer, for whoever measures them. */
export const statementsFor = (questions: readonly Question[], day: Day): SQL[] =>
	statements(
		numbered(questions).flatMap(({ leaves }) => leaves),
		day
	);
