// Reading plan files: every problem at once, with its line, column and cure; nothing that a file holds makes the reader stumble.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sayIssue } from '#platform/issues.ts';
import { withoutDefaults } from './plan-file-defaults.ts';
import { changesBetween } from './plan-file-diff.ts';
import { meant } from './plan-file-issues.ts';
import { keepWhatHappened } from './plan-file-merge.ts';
import { readPlanFile } from './plan-file-read.ts';
import { planFileText } from './plan-file-write.ts';
import { planFileLimits } from './plan-file-yaml.ts';
import { allKinds } from './targets/kinds-in-tests.ts';

const text = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const everything = text('plan-file.test-data.yaml');
const example = text('../../../examples/partos-2022/plan.yaml');

const read = (source: string) => readPlanFile(source, allKinds);
const file = (source = everything) => {
	const { file: found, issues } = read(source);
	expect(issues).toEqual([]);
	return found!;
};

/** `code params` of each problem, before it the text that stands at its place. */
const problems = (source: string) =>
	read(source).issues.map(({ code, params: { line, column, ...rest } }) => {
		const at = source.split('\n')[Number(line) - 1]!.slice(Number(column) - 1);
		return [/^[^ ,}\]:]*/.exec(at)![0], '|', code.replace('plan_issue_', ''), ...Object.values(rest).map(String)].join(
			' '
		);
	});

/** The test plan with one thing changed; says so when there was nothing to change. */
function changed(from: string | RegExp, to: string): string {
	const result = everything.replace(from, to);
	expect(result).not.toBe(everything);
	return result;
}

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

describe('files that are no plan, or meant to do harm, are refused with one clear problem', () => {
	const bomb = [
		'a: &a [x, x, x, x, x, x, x, x, x]',
		...'bcdefghi'
			.split('')
			.map((name, i) => `${name}: &${name} [${Array.from({ length: 9 }, () => `*${'abcdefghi'[i]}`).join(', ')}]`)
	].join('\n');
	test.each<[string, string, string]>([
		['a YAML bomb', bomb, 'aliases'],
		['a circle of aliases', 'a: &a [*a]', 'aliases'],
		['a merge of an alias', 'a: &a {b: 1}\nc: {<<: *a}', 'aliases'],
		['a tag that makes a function', 'plan: !!js/function "return 1"', 'tag'],
		['a tag of YAML itself', 'plan: !!binary aGk=', 'tag'],
		['a tower of brackets', '['.repeat(100_000), 'too_deep'],
		['a tower of dashes', '- '.repeat(100_000), 'too_deep'],
		['a staircase', Array.from({ length: 1500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), 'too_deep'],
		['a heap of values', Array.from({ length: 120_000 }, (_, i) => `- ${i}`).join('\n'), 'too_deep'],
		['more than two megabytes', `# ${'x'.repeat(planFileLimits.bytes)}`, 'too_large'],
		['nothing', '', 'empty'],
		['two documents', 'a: 1\n---\nb: 2', 'yaml'],
		['a bracket that is left open', 'plan: [1\nb: 2', 'yaml'],
		['a tab', 'plan:\n\tkey: x', 'yaml'],
		['a character that no database keeps', 'plan: {key: "a\\0b"}', 'control_characters'],
		['half a character', 'plan: {key: "\\ud800"}', 'control_characters'],
		['a list', '- plan', 'expected_mapping'],
		['a word', 'plan', 'expected_mapping']
	])('%s', (_name, source, expected) => {
		const { file: found, issues } = read(source);
		expect(issues.map(({ code }) => code.replace('plan_issue_', ''))).toContain(expected);
		expect(found).toBeNull();
	});

	test('names that JavaScript keeps for itself are unknown fields', () => {
		expect(problems(`${everything}__proto__: {polluted: true}\nconstructor: 1\n`)).toEqual([
			'__proto__ | unknown_word __proto__ -',
			'constructor | unknown_word constructor -'
		]);
		expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
	});

	test('a file with thousands of mistakes tells the first two hundred, and how many more there are', () => {
		const many = changed(
			'sdgs: [17, 2]',
			`sdgs: [17, 2]\n${Array.from({ length: 1000 }, (_, i) => `            strange${i}: x`).join('\n')}`
		);
		const { issues } = read(many);
		expect(issues).toHaveLength(planFileLimits.issues + 1);
		expect(issues.at(-1)).toMatchObject({ code: 'plan_issue_more', params: { number: 1000 - planFileLimits.issues } });
	});
});

describe('writing', () => {
	test('what is written is read back as the same, and written again as the same', () => {
		const written = planFileText(file());
		const again = file(written);
		expect(again).toEqual(file());
		expect(planFileText(again)).toBe(written);
	});

	test('the real plan is written as it stands in the repository', () => {
		expect(planFileText(file(example))).toBe(example);
	}, 30_000);

	test('what goes without saying is not written', () => {
		const said = changed('title: {nl: Ambitie}', 'title: {nl: Ambitie}, stands_in: ambition')
			.replace('{key: choice, kind: decision,', '{key: choice, kind: decision, state: open,')
			.replace('title: {en: Said in passing}', 'title: {en: Said in passing}, visibility: bureau');
		expect(withoutDefaults(file(said))).toEqual(withoutDefaults(file()));
	});
});

test('the example of the documentation is a plan file', () => {
	const documented = /```yaml\n([\s\S]*?)```/.exec(text('../../../docs/plan-file.md'))![1]!;
	expect(read(documented).issues).toEqual([]);
});

describe('what changed between two files', () => {
	const fields = (from: string, to: string) =>
		changesBetween(withoutDefaults(file(from)), withoutDefaults(file(to))).map(
			({ subject, field }) => `${subject} ${field}`
		);

	test('nothing, when only the way of writing differs', () => {
		expect(fields(everything, planFileText(file()))).toEqual([]);
	});

	test('a field of a promise, of a goal and of the plan itself', () => {
		const later = changed('at_least: 0.8', 'at_least: 0.6')
			.replace('nl: Twee}', 'nl: Tweede}')
			.replace('nl: Alles in één plan', 'nl: Alles');
		expect(fields(everything, later)).toEqual(['goals/G2 name', 'A-1-O1 target', 'plan plan']);
	});

	test('what came, what went, and another order', () => {
		const later = changed(/ {2}- \{code: C-2.*\n/, '  - {code: C-3, title: {en: New}}\n').replace(
			'[union, bond]\n            link',
			'[bond, union]\n            link'
		);
		expect(fields(everything, later)).toEqual(['C-3 added', 'plan commitments', 'C-2 removed']);
	});
});

describe('what happened stays when a file says nothing about it', () => {
	test('ticks, triggers, owners, adoption and withdrawals', () => {
		const current = file(changed('  visibility: bureau\n', '  visibility: bureau\n  adopted_on: 2029-12-01\n'));
		const silent = file(
			changed(', met_on: 2030-03-03, met_source: verslag', '')
				.replace(', state: fired, on: 2030-03-01, why: Het mag weer.', '')
				.replace(/ *owner: .*\n/, '')
				.replace(/ *withdrawn: .*\n/, '')
		);
		expect(changesBetween(current, keepWhatHappened(silent, current))).toEqual([]);
	});

	test('a condition in other words is another condition', () => {
		const silent = file(
			changed('{text: {nl: met woorden}, met_on: 2030-03-03, met_source: verslag}', '{text: {nl: met andere woorden}}')
		);
		const [change, ...others] = changesBetween(file(), keepWhatHappened(silent, file()));
		expect(change).toMatchObject({ subject: 'A-1-O1', field: 'conditions' });
		expect(others).toEqual([]);
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
