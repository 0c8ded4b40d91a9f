// What people say of a promise: which judgement and which overruling stood on a day, and what they make of a reading.
import { expect, test } from 'vitest';
import { judgementOn, overrulingOn, withSaid, type Judgement, type Overruling } from './judged.ts';
import type { Reading } from './status.ts';

const judged = (judgedOn: string, rest: Partial<Judgement> = {}): Judgement => ({
	judgedOn,
	value: null,
	verdict: 'on_track',
	source: 'Verslag',
	reason: 'Het gaat goed',
	withdrawnOn: null,
	...rest
});
const overruled = (startsOn: string, rest: Partial<Overruling> = {}): Overruling => ({
	status: 'on_track',
	why: 'Afgesproken met de financier',
	startsOn,
	endsOn: null,
	liftedOn: null,
	...rest
});
const counted: Reading = { status: 'behind', parts: [], openConditions: 0 };
const uncountable: Reading = { status: 'not_measurable', parts: [], openConditions: 1 };

test('the judgement about the last day up to then counts, and of one day the last', () => {
	const [march, june, again] = [
		judged('2022-03-01'),
		judged('2022-06-01'),
		judged('2022-06-01', { verdict: 'behind' })
	];
	const all = [june, march, again];
	expect(judgementOn(all, '2022-02-28')).toBeUndefined();
	expect(judgementOn(all, '2022-05-31')).toBe(march);
	expect(judgementOn(all, '2022-06-01')).toBe(again);
});

test('a judgement that was withdrawn still stood before that day', () => {
	const all = [judged('2022-03-01'), judged('2022-06-01', { withdrawnOn: '2022-07-01' })];
	expect(judgementOn(all, '2022-06-30')).toBe(all[1]);
	expect(judgementOn(all, '2022-07-01')).toBe(all[0]);
});

test('an overruling stands from its first day to its last, or until the day it is lifted', () => {
	const until = [overruled('2022-06-01', { endsOn: '2022-06-30' })];
	expect(['2022-05-31', '2022-06-01', '2022-06-30', '2022-07-01'].map((day) => overrulingOn(until, day))).toEqual([
		undefined,
		until[0],
		until[0],
		undefined
	]);
	const lifted = [overruled('2022-06-01', { liftedOn: '2022-06-10' }), overruled('2022-06-10', { status: 'missed' })];
	expect(overrulingOn(lifted, '2022-06-09')).toBe(lifted[0]);
	expect(overrulingOn(lifted, '2022-06-10')).toBe(lifted[1]);
	expect(overrulingOn([overruled('2022-06-01', { liftedOn: '2022-06-01' })], '2022-06-01')).toBeUndefined();
});

test('a judgement counts only where nothing can be counted', () => {
	const judgement = judged('2022-06-01', { verdict: 'met' });
	expect(withSaid(uncountable, { judgement })).toEqual({ ...uncountable, status: 'met', judged: judgement });
	expect(withSaid(counted, { judgement })).toBe(counted);
});

test('a judged value without a verdict does not make a promise measurable', () => {
	const judgement = judged('2022-06-01', { verdict: null, value: 7.2 });
	expect(withSaid(uncountable, { judgement })).toMatchObject({ status: 'not_measurable', judged: { value: 7.2 } });
});

test('an overruling shows, with the computed status beside it, also of what was judged', () => {
	const overruling = overruled('2022-06-01');
	expect(withSaid(counted, { overruling })).toEqual({
		...counted,
		status: 'on_track',
		computed: 'behind',
		overruled: overruling
	});
	const both = withSaid(uncountable, { judgement: judged('2022-06-01', { verdict: 'missed' }), overruling });
	expect(both).toMatchObject({ status: 'on_track', computed: 'missed' });
	expect(withSaid(counted, {})).toBe(counted);
});
