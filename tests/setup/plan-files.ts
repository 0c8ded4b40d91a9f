// For tests of plan files: the test plan, read, broken in one place, and what is told about it.
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { readPlanFile } from '#modules/plan/plan-file-read.ts';
import { allKinds } from '#modules/plan/targets/kinds-in-tests.ts';

/** A file of the project. */
export const text = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
export const everything = text('src/modules/plan/plan-file.test-data.yaml');
export const example = text('examples/partos-2022/plan.yaml');

export const read = (source: string) => readPlanFile(source, allKinds);
export const file = (source = everything) => {
	const { file: found, issues } = read(source);
	expect(issues).toEqual([]);
	return found!;
};

/** `code params` of each problem, before it the text that stands at its place. */
export const problems = (source: string) =>
	read(source).issues.map(({ code, params: { line, column, ...rest } }) => {
		const at = source.split('\n')[Number(line) - 1]!.slice(Number(column) - 1);
		return [/^[^ ,}\]:]*/.exec(at)![0], '|', code.replace('plan_issue_', ''), ...Object.values(rest).map(String)].join(
			' '
		);
	});

/** The test plan with one thing changed; says so when there was nothing to change. */
export function changed(from: string | RegExp, to: string): string {
	const result = everything.replace(from, to);
	expect(result).not.toBe(everything);
	return result;
}
