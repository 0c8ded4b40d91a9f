// How a check speaks: every finding on a line of its own with its place and its cure; exit code 1 when there are any.
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export function report(findings: readonly string[], whenFine: string): void {
	if (findings.length === 0) {
		console.log(whenFine);
		return;
	}
	for (const finding of findings) console.error(finding);
	process.exitCode = 1;
}
