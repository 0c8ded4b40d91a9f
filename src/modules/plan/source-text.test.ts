// Lines of the source: as typed and as the plan file has them.
import { expect, test } from 'vitest';
import { sourceOfText, textOfSource } from './source-text.ts';

test.each([
	['', {}],
	['12', { lines: [12, 12] }],
	['12-14, 20', { lines: [12, 14], also_lines: [[20, 20]] }],
	[
		'1-9 (1-2, 4-9), 7, 11-12',
		{
			lines: [1, 9],
			ranges: [
				[1, 2],
				[4, 9]
			],
			also_lines: [
				[7, 7],
				[11, 12]
			]
		}
	],
	['(1-2)', { ranges: [[1, 2]] }]
])('%s', (text, source) => {
	expect(textOfSource(source)).toBe(text);
	expect(sourceOfText(text)).toEqual({ lines: undefined, ranges: [], also_lines: [], ...source });
});

test.each(['twelve', '1-', '(1', '1) 2', '1 2', '(1), 2 (3)'])('“%s” is refused at its field', (text) => {
	expect(sourceOfText(text)).toMatchObject({ path: 'lines', code: 'plan_issue_source_lines' });
});

test('what can only be written in the file stays out of the form', () => {
	expect(textOfSource({ also_lines: [[3, 3]] })).toBeUndefined();
});
