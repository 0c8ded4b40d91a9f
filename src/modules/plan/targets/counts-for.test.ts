// What a fact that is not there yet would count for.
import { expect, test } from 'vitest';
import { countsFor } from './counts-for.ts';
import type { Fact } from './evaluate.ts';
import type { Asked, Question } from './question.ts';

const fact = (values: Partial<Fact>): Fact => ({
	kind: 'event.done',
	id: 'e',
	starts_on: '2022-03-01',
	ends_on: '2022-03-01',
	state: 'done',
	organisation_id: null,
	person_id: null,
	group_id: null,
	also_group_ids: [],
	series_id: null,
	subject_id: null,
	standing: null,
	role: null,
	country: null,
	mode: null,
	tags: [],
	quantity: null,
	answers: null,
	...values
});

const question = (id: string, asked: Asked, [startsOn, endsOn] = ['2022-01-01', '2022-12-31']): Question => ({
	id,
	measure: { level: 'event.done' },
	asked,
	windows: [],
	ranges: [{ startsOn, endsOn }],
	periods: []
});

const ofGroup = (group: string) => [{ column: 'group_id' as const, values: [group], negate: false }];
const count = (kind: string, filters: ReturnType<typeof ofGroup> = [], having: { kind: string }[] = []): Asked => ({
	ask: 'count',
	kind,
	as: 'facts',
	filters,
	having: having.map((one) => ({ ...one, as: 'persons', filters: [], bounds: { at_least: 8 } }))
});

const ids = (facts: Fact[], questions: Question[]) => countsFor(facts, questions).map(({ id }) => id);

test('a meeting counts for what asks for meetings of its group, in the right time', () => {
	const questions = [
		question('group', count('event.done', ofGroup('g'))),
		question('other group', count('event.done', ofGroup('h'))),
		question('any', count('event.done')),
		question('mailings', count('issue.sent')),
		question('spring', count('event.done'), ['2022-04-01', '2022-06-30'])
	];
	expect(ids([fact({ group_id: 'g' })], questions)).toEqual(['group', 'any']);
	expect(ids([fact({ group_id: 'g', starts_on: '2022-05-01' })], questions)).toEqual(['group', 'any', 'spring']);
	expect(ids([fact({ group_id: 'g', starts_on: '2021-12-31' })], questions)).toEqual([]);
});

test('who was there counts for a meeting that must have participants', () => {
	const course = question('course', count('event.done', ofGroup('g'), [{ kind: 'event.attended' }]));
	const attended = fact({ kind: 'event.attended', id: 'a', subject_id: 'e' });
	expect(ids([attended, fact({ group_id: 'g' })], [course])).toEqual(['course']);
	expect(ids([attended, fact({ group_id: 'h' })], [course])).toEqual([]);
});

test('a share is moved by its part and by its whole', () => {
	const share: Asked = {
		ask: 'share',
		share: { ask: 'count', kind: 'event.done', as: 'facts', filters: [], having: [] },
		of: { ask: 'count', kind: 'issue.sent', as: 'facts', filters: [], having: [] }
	};
	const questions = [question('share', share)];
	expect(ids([fact({})], questions)).toEqual(['share']);
	expect(ids([fact({ kind: 'issue.sent' })], questions)).toEqual(['share']);
	expect(ids([fact({ kind: 'contact.made' })], questions)).toEqual([]);
});
