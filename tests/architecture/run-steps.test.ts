// One run over all checks: it counts right, waits for what is needed, runs no more at once than asked, and ends with one plain line.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runSteps, type Outcome, type Step } from '../../scripts/test/run-steps.ts';

let lines: string[];
beforeEach(() => {
	lines = [];
	vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
});
afterEach(() => void vi.restoreAllMocks());

const outcome = (passed: number, failed: number, output = ''): Outcome => ({ passed, failed, output });
const step = (name: string, result: Outcome | Error, ...after: string[]): Step => ({
	name,
	after,
	run: () => (result instanceof Error ? Promise.reject(result) : Promise.resolve(result))
});

test('the last line sums up all steps, and the exit code follows', async () => {
	expect(await runSteps([step('a', outcome(3, 0)), step('b', outcome(1, 0))], [], 2)).toBe(0);
	expect(lines.at(-1)).toBe('4 passed, 0 failed');
	expect(await runSteps([step('a', outcome(3, 2, 'why it failed')), step('b', new Error('broke'))], [], 2)).toBe(1);
	expect(lines.at(-1)).toBe('3 passed, 3 failed');
	expect(lines.join('\n')).toMatch(/why it failed[^]*broke|broke[^]*why it failed/);
});

test('what passes is not shown, except what was not checked', async () => {
	await runSteps([step('a', { ...outcome(1, 0, 'chatter'), remark: 'not checked: the moon' })], [], 1);
	expect(lines.join('\n')).not.toContain('chatter');
	expect(lines[0]).toContain('not checked: the moon');
});

test('a step whose need failed is not run, and counts as failed', async () => {
	const run = vi.fn<Step['run']>(() => Promise.resolve(outcome(1, 0)));
	await runSteps([step('build', outcome(0, 1)), { name: 'journeys', after: ['build'], run }], [], 2);
	expect(run).not.toHaveBeenCalled();
	expect(lines.at(-1)).toBe('0 passed, 2 failed');
});

test('a step that the machine cannot do says why, and is not run', async () => {
	const run = vi.fn<Step['run']>(() => Promise.resolve(outcome(1, 0)));
	await runSteps([{ name: 'journeys', setUp: () => Promise.resolve('no browser here'), run }], [], 1);
	expect(run).not.toHaveBeenCalled();
	expect(lines.join('\n')).toContain('no browser here');
	expect(lines.at(-1)).toBe('0 passed, 1 failed');
});

test('asked for one step, it runs that one and what it needs', async () => {
	await runSteps([step('a', outcome(1, 0)), step('b', outcome(1, 0), 'a'), step('c', outcome(1, 0))], ['b'], 1);
	expect(lines.at(-1)).toBe('2 passed, 0 failed');
	await expect(runSteps([step('a', outcome(1, 0))], ['z'], 1)).rejects.toThrow("no step 'z'");
});

test('never more at once than there are lanes', async () => {
	let [running, most] = [0, 0];
	const slow = (name: string): Step => ({
		name,
		run: async () => {
			most = Math.max(most, ++running);
			await new Promise((resolve) => setTimeout(resolve, 5));
			running--;
			return outcome(1, 0);
		}
	});
	await runSteps(['a', 'b', 'c', 'd', 'e'].map(slow), [], 2);
	expect(most).toBe(2);
});
