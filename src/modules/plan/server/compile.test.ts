// The compiler against the naive evaluator: random questions over random facts must get the same answer.
import fc from 'fast-check';
import { expect } from 'vitest';
import { addDays } from '#platform/day.ts';
import { rows, sql, type Database } from '#platform/server/database.ts';
import { story } from '#platform/server/testing.ts';
import type { Answer } from '../targets/answer.ts';
import { evaluate, type Fact } from '../targets/evaluate.ts';
import { joined, reach, type Window } from '../targets/periods.ts';
import type { Asked, CountedAs, Filter, Question } from '../targets/question.ts';
import { answer } from './compile.ts';

const uuid = (group: string, number: number) =>
	`00000000-0000-7000-8000-0000000${group}${String(number).padStart(4, '0')}`;
const some = (group: string, until: number) => fc.integer({ min: 1, max: until }).map((number) => uuid(group, number));
const dayIn2022 = fc.integer({ min: -40, max: 400 }).map((offset) => addDays('2022-01-01', offset));
const kinds = ['test.done', 'test.about', 'test.holds'] as const;

const fact = (number: number) =>
	fc
		.record({
			kind: fc.constantFrom(...kinds),
			starts_on: dayIn2022,
			length: fc.option(fc.integer({ min: 0, max: 120 }), { freq: 3 }),
			state: fc.constantFrom('planned' as const, 'done' as const, 'done' as const),
			organisation_id: fc.option(some('b', 4), { freq: 3 }),
			person_id: fc.option(some('c', 5), { freq: 2 }),
			group_id: fc.option(some('d', 3)),
			also_group_ids: fc.uniqueArray(some('d', 3), { maxLength: 2 }),
			series_id: fc.option(some('e', 3)),
			subject_id: fc.option(some('a', 30)),
			standing: fc.option(fc.constantFrom('member', 'other')),
			role: fc.option(fc.constantFrom('participant', 'speaker')),
			country: fc.option(fc.constantFrom('NL', 'KE')),
			mode: fc.option(fc.constantFrom('online', 'hybrid')),
			tags: fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { maxLength: 2 }),
			quantity: fc.option(fc.integer({ min: 0, max: 40 })),
			answers: fc.option(fc.integer({ min: 0, max: 30 }), { freq: 2 })
		})
		.map(({ length, ...rest }): Fact => ({
			id: uuid('a', number),
			ends_on: length === null ? null : addDays(rest.starts_on, length),
			...rest
		}));

const facts = fc
	.integer({ min: 0, max: 40 })
	.chain((number) => fc.tuple(...Array.from({ length: number }, (_, index) => fact(index + 1))));

const filter: fc.Arbitrary<Filter> = fc.oneof(
	fc.record({
		column: fc.constant('group_id' as const),
		values: fc.uniqueArray(some('d', 3), { minLength: 1, maxLength: 2 }),
		negate: fc.boolean()
	}),
	fc.record({
		column: fc.constant('series_id' as const),
		values: fc.uniqueArray(some('e', 3), { minLength: 1, maxLength: 2 }),
		negate: fc.boolean()
	}),
	fc.record({ column: fc.constant('standing' as const), values: fc.constant(['member']), negate: fc.boolean() }),
	fc.record({
		column: fc.constant('country' as const),
		values: fc.constantFrom(['NL'], ['NL', 'KE']),
		negate: fc.boolean()
	}),
	fc.record({
		column: fc.constant('tags' as const),
		values: fc.uniqueArray(fc.constantFrom('x', 'y'), { minLength: 1 }),
		negate: fc.boolean()
	})
);
const filters = fc.uniqueArray(filter, { maxLength: 2, selector: ({ column }) => column });
const as: fc.Arbitrary<CountedAs> = fc.constantFrom('facts', 'persons', 'organisations');
const bounds = fc.oneof(
	fc.record({ at_least: fc.integer({ min: 0, max: 5 }) }),
	fc.record({ more_than: fc.integer({ min: 0, max: 3 }) }),
	fc.record({ at_most: fc.integer({ min: 0, max: 3 }) }),
	fc.record({ at_least: fc.integer({ min: 0, max: 2 }), at_most: fc.integer({ min: 2, max: 5 }) })
);
const having = fc.array(fc.record({ kind: fc.constant('test.about'), as, filters, bounds }), { maxLength: 2 });
const count = fc.record({ ask: fc.constant('count' as const), kind: fc.constant('test.done'), as, filters, having });
const hold = fc.record({ ask: fc.constant('hold' as const), kind: fc.constant('test.holds'), as, filters });
const number = fc.oneof(count, hold);
const asked: fc.Arbitrary<Asked> = fc.oneof(
	count,
	hold,
	fc.record({ ask: fc.constant('sum' as const), kind: fc.constant('test.done'), filters }),
	fc.record({ ask: fc.constantFrom('average' as const, 'level' as const), kind: fc.constant('test.done'), filters }),
	fc.record({ ask: fc.constant('share' as const), share: number, of: number })
);
const window = fc
	.tuple(dayIn2022, fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 10 }))
	.map(([startsOn, length, slackDays]): Window => ({
		key: 'w',
		startsOn,
		endsOn: addDays(startsOn, length),
		slackDays
	}));

const question = fc
	.record({
		asked,
		windows: fc.array(window, { minLength: 1, maxLength: 3 }),
		notBelow: fc.constantFrom(undefined, 'start' as const, 'previous' as const)
	})
	.map(({ asked, windows, notBelow }): Omit<Question, 'id'> => ({
		// Only what the answer depends on stands in the measure here: which past `not_below` looks back at.
		measure: { level: 'test.done', ...(notBelow ? { not_below: notBelow } : {}) },
		asked,
		windows,
		ranges: joined(windows.map(reach)),
		periods: []
	}));

async function makeViews(db: Database) {
	await db.execute(sql`create table test_fact (kind text, id uuid, starts_on date, ends_on date, state text, organisation_id uuid, person_id uuid,
		group_id uuid, also_group_ids uuid[], series_id uuid, subject_id uuid, standing text, role text, country text, mode text, tags text[], quantity numeric, answers integer)`);
	for (const kind of kinds) {
		const name = sql.raw(`fact_${kind.replace('.', '_')}`);
		await db.execute(sql`create view ${name} as select * from test_fact where kind = ${sql.raw(`'${kind}'`)}`);
	}
}

async function store(db: Database, all: readonly Fact[]) {
	await db.execute(sql`delete from test_fact`);
	await db.execute(
		sql`insert into test_fact select * from json_populate_recordset(null::test_fact, ${JSON.stringify(all)}::json)`
	);
}

const rounded = (value: number | null) => (value === null ? null : Math.round(value * 1e6) / 1e6);
const comparable = (found: Answer | undefined): unknown =>
	found && 'base' in found ? { ...found, value: rounded(found.value), base: rounded(found.base) } : found;

story(
	'the compiled SQL and the naive evaluator give the same answers',
	async ({ db }) => {
		await makeViews(db);
		let answered = 0;
		await fc.assert(
			fc.asyncProperty(
				facts,
				fc.array(question, { minLength: 1, maxLength: 6 }),
				dayIn2022,
				async (all, asked, day) => {
					await store(db, all);
					const questions = asked.map((one, index) => ({ ...one, id: `Q${index}` }));
					const compiled = await answer(db, questions, day, { often: questions.length > 3 });
					for (const one of questions) {
						expect(comparable(compiled.get(one.id)), JSON.stringify(one.asked)).toEqual(
							comparable(evaluate(one, all, day))
						);
						answered += 1;
					}
				}
			),
			{ numRuns: Number(process.env.PROPERTY_RUNS ?? 200) }
		);
		expect(answered).toBeGreaterThan(300);
		expect(await rows(db, sql`select 1 from test_fact limit 1`)).toBeDefined();
	},
	600_000
);
