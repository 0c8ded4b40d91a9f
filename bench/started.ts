// Starts a process of ours and waits for what it says when it is ready; ends it again.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

export type Started = { said: string; found: string; ms: number; stop: () => Promise<void> };

/** Runs a file of the checkout until it says what `ready` looks for; `found` is the first group of it. */
export function startedUp(
	file: string,
	args: readonly string[],
	env: Record<string, string>,
	ready: RegExp
): Promise<Started> {
	const began = performance.now();
	const child = spawn(process.execPath, [file, ...args], {
		cwd: root,
		env: { ...process.env, ...env },
		stdio: ['ignore', 'pipe', 'inherit', 'ipc']
	});
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	const stop = async () => {
		child.kill('SIGTERM');
		await ended;
	};
	return new Promise((resolve, reject) => {
		let said = '';
		void ended.then(() => reject(new Error(`${file} ended before it was ready:\n${said}`)));
		child.stdout?.on('data', (part: Buffer) => {
			// The site's log goes on; only what comes before it is ready matters.
			if (said.length > 100_000) return;
			said += part.toString();
			const found = ready.exec(said);
			if (found) resolve({ said, found: found[1] ?? '', ms: performance.now() - began, stop });
		});
	});
}
