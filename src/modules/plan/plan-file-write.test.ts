// Writing plan files: what is written is read as the same, and what goes without saying is not written.
import { describe, expect, test } from 'vitest';
import { withoutDefaults } from './plan-file-defaults.ts';
import { changed, example, file, read, text } from '../../../tests/setup/plan-files.ts';
import { planFileText } from './plan-file-write.ts';

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
	const documented = /```yaml\n([\s\S]*?)```/.exec(text('docs/plan-file.md'))![1]!;
	expect(read(documented).issues).toEqual([]);
});
