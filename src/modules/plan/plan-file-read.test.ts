// Reading plan files: every problem at once, with its line, column and cure.
import { describe, expect, test } from 'vitest';
import { sayIssue } from '#platform/issues.ts';
import { changed, everything, problems, read } from '../../../tests/setup/plan-files.ts';
import { meant } from './plan-file-issues.ts';

describe('what is wrong is told at its place, with the word that was meant', () => {
	test.each<[string, string | RegExp, string, string[]]>([
		[
			'a goal that does not exist',
			'goals: [G2, G1]\n            value',
			'goals: [G2, G3]\n            value',
			['G3 | unknown_reference G3 G1 framework.goals']
		],
		[
			'a window that ends before it starts',
			'starts_on: 2030-05-01, ends_on: 2030-06-30',
			'starts_on: 2030-06-30, ends_on: 2030-05-01',
			['ends_on | ends_before_start 2030-06-30 2030-05-01']
		],
		[
			'a period that ends before it starts',
			'key: spring, starts_on: 2030-03-01',
			'key: spring, starts_on: 2030-08-01',
			['ends_on | ends_before_start 2030-08-01 2030-05-31']
		],
		[
			'a window without days that no period names',
			'windows: [year]',
			'windows: [yaer]',
			['yaer | unknown_reference yaer year periods']
		],
		[
			'half a window',
			'starts_on: 2030-12-31, ends_on: 2030-12-31}]',
			'starts_on: 2030-12-31}]',
			['{key | half_window']
		],
		[
			'a window that stands twice',
			'[spring, {key: around',
			'[spring, spring, {key: around',
			['spring | duplicate spring']
		],
		[
			'a series that does not exist',
			'series: circle, group: [circle',
			'series: cirkel, group: [circle',
			['series | unknown_reference cirkel circle series']
		],
		[
			'a channel that does not exist',
			'channel: letter',
			'channel: leter',
			['channel | unknown_reference leter letter channels']
		],
		[
			'a group that does not exist',
			'groups: [others, circle-group]',
			'groups: [others, circle-grupo]',
			['circle-grupo | unknown_reference circle-grupo circle-group groups']
		],
		['a trigger that does not exist', 'if: when', 'if: wen', ['if | unknown_reference wen when triggers']],
		[
			'a calendar that does not exist',
			'except: recess',
			'except: reces',
			['except | unknown_reference reces recess calendars']
		],
		['a code that stands twice', 'code: C-2', 'code: C-1', ['code | duplicate C-1']],
		[
			'a field that does not exist',
			'window_basis: planning_cell',
			'window_bassis: planning_cell',
			['window_bassis | unknown_word window_bassis window_basis']
		],
		['a field that has no near one', 'window_basis: planning_cell', 'colour: red', ['colour | unknown_word colour -']],
		['a field that is missing', 'code: G2, key: two', 'code: G2', ['{code | missing key']],
		['text where a list belongs', 'sdgs: [17, 2]', 'sdgs: seventeen', ['sdgs | expected_list']],
		['a day that does not exist', 'starts_on: 2028-01-01', 'starts_on: 2028-02-30', ['starts_on | day']],
		['a code that is none', 'code: C-2', 'code: C 2', ['code | code']],
		[
			'a word that is not among the possible',
			'visibility: public',
			'visibility: everyone',
			['visibility | choose public, members, bureau']
		],
		['a part of itself', 'parent: A-1-O1', 'parent: A-1-O2', ['parent | circle']],
		[
			'a tick without a source',
			'met_on: 2030-03-03, met_source: verslag',
			'met_on: 2030-03-03',
			['{text | condition_source']
		],
		['a trigger that fired on no day', /, on: 2030-03-01/, '', ['{key | trigger_day']],
		['an SDG that stands twice', 'sdgs: [17, 2]', 'sdgs: [17, 17]', ['sdgs | sdg_twice']],
		['an SDG that does not exist', 'sdgs: [17, 2]', 'sdgs: [18]', ['18 | too_big number 17 true']],
		['a link that stands twice', 'priorities: [PR1]', 'priorities: [PR1, PR1]', ['PR1 | duplicate PR1']],
		['lines that run backwards', 'lines: [1, 9]', 'lines: [9, 1]', ['lines | lines']],
		[
			'a target that says nothing',
			'target: {reach: ready, if: when, within: 3 weeks}',
			'target: {}',
			['target | target_no_measure count, sum, hold, reach, deliver, share, average, level -']
		],
		[
			'a target that cannot be',
			'more_than: 10, less_than: 20',
			'more_than: 20, less_than: 10',
			['{sum | target_bounds_cross 20 10']
		],
		['another format', 'format: schakel-plan-1', 'format: schakel-plan-9', ['format | choose schakel-plan-1']]
	])('%s', (_name, from, to, expected) => {
		expect(problems(changed(from, to))).toEqual(expected);
	});

	test('lines and columns are counted from 1', () => {
		const { issues } = read(everything.replace('format: schakel-plan-1', 'fromat: schakel-plan-1'));
		expect(issues.map(({ code, params: { line, column } }) => [code, line, column])).toEqual([
			['plan_issue_missing', 2, 1],
			['plan_issue_unknown_word', 2, 1]
		]);
	});

	test('all problems at once, in the order of the file', () => {
		const source = changed('goals: [G2, G1]\n            value', 'goals: [G9]\n            value')
			.replace('window_basis:', 'windowbasis:')
			.replace('series: circle, group: [circle', 'series: circel, group: [circle')
			.replace('code: G2, key: two', 'code: G2')
			.replace('code: C-2', 'code: C-1');
		expect(problems(source)).toEqual([
			'{code | missing key',
			'series | unknown_reference circel circle series',
			'windowbasis | unknown_word windowbasis window_basis',
			'G9 | unknown_reference G9 G1 framework.goals',
			'code | duplicate C-1'
		]);
	});

	test('counts that do not add up', () => {
		const counted = `${everything}counts: [{of: outputs, number: 3}, {of: groups, number: 2}]\n`;
		expect(problems(counted)).toEqual(['{of | count outputs 3 2']);
	});

	test('every problem has a sentence in both languages', () => {
		const [first] = read(changed('windows: [year]', 'windows: [yaer]')).issues;
		expect(sayIssue(first!, 'nl')).toBe('“yaer” staat niet onder periods. Bedoel je year? Anders: zet het daar.');
		expect(sayIssue(first!, 'en')).toBe('‘yaer’ is not under periods. Do you mean year? If not: put it there.');
		const [other] = read(changed('window_basis: planning_cell', 'colour: red')).issues;
		expect(sayIssue(other!, 'nl')).toBe('Het veld “colour” bestaat hier niet. Haal het weg of verbeter het.');
		expect(sayIssue(other!, 'en')).toBe('There is no field ‘colour’ here. Remove or correct it.');
	});
});

test.each([
	['lobby-netwrok', 'lobby-network'],
	['at_leest', 'at_least'],
	['P22-PI-MON-O2', 'P22-PI-MON-O1'],
	['sping', 'spring'],
	['werkgroep', undefined],
	['x', undefined]
])('near to %s is %s', (word, expected) => {
	expect(meant(word, ['lobby-network', 'at_least', 'P22-PI-MON-O1', 'spring', 'lobby-group']).near).toBe(
		expected ?? '-'
	);
});
