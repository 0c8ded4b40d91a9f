// Nothing that a file holds makes the reader stumble.
import { describe, expect, test } from 'vitest';
import { changed, everything, problems, read } from '../../../tests/setup/plan-files.ts';
import { planFileLimits } from './plan-file-yaml.ts';

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
