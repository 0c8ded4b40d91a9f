// What is wrong with a target, told precisely: its shape by `parseTarget`, its sense by `checkTarget`.
import { expect, test } from 'vitest';
import { checkTarget, type CheckContext } from './check.ts';
import { allKinds } from './kinds-in-tests.ts';
import { parseTarget } from './parse.ts';
import type { Target } from './target.ts';

const context: CheckContext = {
	kinds: allKinds,
	references: new Map([
		['series', new Set(['pme-course', 'lobby-cafes'])],
		['milestone', new Set(['launched'])],
		['document', new Set(['paper'])],
		['decision', new Set(['choice'])]
	]),
	windows: new Set(['spring', 'autumn']),
	triggers: new Set(['choice', 'new-cabinet']),
	calendars: new Set(['recess'])
};

/** `path code params` of everything that is wrong. */
const wrong = (raw: unknown): string[] => {
	const target = parseTarget(raw);
	const issues = Array.isArray(target) ? target : checkTarget(target, context);
	return issues.map(({ path, code, params }) =>
		[path, code.replace('plan_issue_', ''), ...Object.values(params).map(String)].join(' | ')
	);
};

const cafes = { count: 'event.done', where: { series: 'lobby-cafes' } };

test.each<[string, unknown, string[]]>([
	[
		'no measure',
		{ cuont: 'event.done' },
		[' | target_no_measure | count, sum, hold, reach, deliver, share, average, level | count']
	],
	['two measures in one', { count: 'a', sum: 'b' }, [' | target_two_measures | count | sum']],
	['a word that does not exist', { ...cafes, evry: 'week' }, ['evry | unknown_word | evry | every']],
	[
		'a word that another measure has',
		{ hold: 'term.holds', at_least: 1, every: 'week' },
		['every | unknown_word | every | -']
	],
	['a rhythm that does not exist', { ...cafes, every: '13 weeks' }, ['every | target_rhythm']],
	['a span that does not exist', { ...cafes, at_least: 1, if: 'choice', within: 'soon' }, ['within | target_span']],
	['a day that does not exist', { hold: 'term.holds', at_least: 1, on: '2022-02-30' }, ['on | day']],
	['a number in words', { ...cafes, at_least: 'ten' }, ['at_least | expected_number']],
	['parts that are no list', { all: cafes }, ['all | target_all']],
	[
		'a part without a measure',
		{ all: [cafes, {}] },
		['all.1 | target_no_measure | count, sum, hold, reach, deliver, share, average, level | -']
	],
	[
		'a share of what is no tally',
		{ share: cafes, of: { sum: 'x' }, at_least: 1 },
		['of | target_no_measure | count, hold | -']
	],
	['no target at all', 'weekly', [' | expected_mapping']]
])('%s is told where it stands', (_name, raw, issues) => {
	expect(wrong(raw)).toEqual(issues);
});

test.each<[string, Target, string[]]>([
	[
		'a kind that does not exist',
		{ ...cafes, count: 'event.doen', at_least: 1 },
		['count | target_kind | event.doen | event.done']
	],
	[
		'a key that the kind does not know',
		{ count: 'event.done', where: { serie: 'lobby-cafes' }, at_least: 1 },
		[
			'where.serie | target_where | serie | series | event.done | series, group, organisation, mode, country, event, tag, host'
		]
	],
	[
		'a word that the key does not know',
		{ count: 'event.done', where: { mode: 'on-line' }, at_least: 1 },
		['where.mode | target_word | on-line | online | physical, online, hybrid']
	],
	[
		'a record that does not exist, also where it is left out',
		{ count: 'event.done', where: { series: { not: ['lobby-cafe'] } }, at_least: 1 },
		['where.series | unknown_reference | lobby-cafe | lobby-cafes | series']
	],
	[
		'a milestone that does not exist',
		{ reach: 'launch' },
		['reach | unknown_reference | launch | launched | milestones']
	],
	[
		'a document that does not exist',
		{ deliver: 'papers' },
		['deliver | unknown_reference | papers | paper | documents']
	],
	[
		'a state that is counted',
		{ count: 'membership.holds', at_least: 1 },
		['count | target_count_of_state | membership.holds']
	],
	['an event that must hold', { hold: 'event.done', at_least: 1 }, ['hold | target_hold_of_event | event.done']],
	['a sum of what has no number', { sum: 'contact.made', at_least: 1 }, ['sum | target_no_quantity | contact.made']],
	['no bound', cafes, [' | target_no_bound | at_least, at_most, more_than, less_than, exactly, not_below']],
	['bounds that cross', { ...cafes, at_least: 6, at_most: 5 }, [' | target_bounds_cross | 6 | 5']],
	['more than, and no more than', { ...cafes, more_than: 5, at_most: 5 }, [' | target_bounds_cross | 5 | 5']],
	['exactly beside another bound', { ...cafes, exactly: 5, at_most: 6 }, [' | target_exactly']],
	['a rhythm that counts persons', { ...cafes, as: 'persons', every: 'week' }, ['as | target_rhythm_as']],
	['each without a rhythm', { ...cafes, at_least: 1, each: 2 }, ['each | target_each_without_every']],
	[
		'an exception without a rhythm',
		{ ...cafes, at_least: 1, except: 'recess' },
		['except | target_except_without_every']
	],
	[
		'a calendar that does not exist',
		{ ...cafes, every: 'week', except: 'reces' },
		['except | unknown_reference | reces | recess | calendars']
	],
	[
		'a window that the promise does not have',
		{ ...cafes, at_least: 1, in: ['spring', 'sprng'] },
		['in.1 | target_window | sprng | spring']
	],
	[
		'a trigger that does not exist',
		{ ...cafes, at_least: 1, if: 'newcabinet' },
		['if | unknown_reference | newcabinet | new-cabinet | triggers']
	],
	[
		'a span that counts from nothing',
		{ ...cafes, at_least: 1, within: '3 weeks' },
		['within | target_within_without_if']
	],
	['a share of eighty', { share: cafes, of: cafes, at_least: 80 }, [' | target_share_over_one']],
	[
		'a condition on the counted without a bound',
		{ ...cafes, at_least: 1, having: [{ count: 'event.attended' }] },
		['having.0 | target_no_bound | at_least, at_most, more_than, less_than, exactly, not_below']
	]
])('%s is refused', (_name, target, issues) => {
	expect(wrong(target)).toEqual(issues);
});

test('all that is wrong is told at once, in every part', () => {
	const parts = {
		all: [{ ...cafes, at_least: 3, at_most: 2, in: ['winter'] }, { reach: 'launched' }, { deliver: 'papr' }],
		if: 'nothing'
	};
	expect(wrong(parts)).toEqual([
		'all.0 | target_bounds_cross | 3 | 2',
		'all.0.in.0 | target_window | winter | -',
		'all.2.deliver | unknown_reference | papr | paper | documents',
		'if | unknown_reference | nothing | - | triggers'
	]);
});

test('a target that makes sense has no issues', () => {
	expect(
		wrong({
			all: [
				{ ...cafes, every: '2 months', each: 2, except: 'recess', at_least: 5, at_most: 5, in: ['spring'] },
				{ reach: 'launched' }
			],
			if: 'choice'
		})
	).toEqual([]);
	expect(wrong({ count: 'decision.taken', where: { decision: 'choice' }, at_least: 1 })).toEqual([]);
});
