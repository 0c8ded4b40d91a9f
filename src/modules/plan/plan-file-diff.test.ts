// What changed between two plan files, and what stays when a file says nothing about it.
import { describe, expect, test } from 'vitest';
import { withoutDefaults } from './plan-file-defaults.ts';
import { changesBetween } from './plan-file-diff.ts';
import { changed, everything, file } from '../../../tests/setup/plan-files.ts';
import { keepWhatHappened } from './plan-file-merge.ts';
import { planFileText } from './plan-file-write.ts';

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
