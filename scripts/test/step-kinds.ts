// The kinds of steps: a program of a dependency, a script of ours, tests of vitest.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Outcome } from './run-steps.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const installed = join(root, 'node_modules', '.bin');

type Ended = { code: number; output: string };

/** Runs a program to its end under the Node that runs us; one that hangs is ended. */
function run(file: string, args: readonly string[], limitSeconds = 800): Promise<Ended> {
	const path = [dirname(process.execPath), installed, process.env.PATH].join(delimiter);
	// Colour would get into what is shown in full; Node warns when both variables are set.
	const { FORCE_COLOR: _colour, ...inherited } = process.env;
	const env = { ...inherited, PATH: path, NO_COLOR: '1' };
	return new Promise((resolve) => {
		const child = spawn(file, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
		const parts: Buffer[] = [];
		const keep = (part: Buffer) => void parts.push(part);
		child.stdout.on('data', keep);
		child.stderr.on('data', keep);
		const limit = setTimeout(() => {
			parts.push(Buffer.from(`\nEnded after ${limitSeconds} seconds without an end of its own.\n`));
			child.kill('SIGTERM');
			setTimeout(() => child.kill('SIGKILL'), 10_000).unref();
		}, limitSeconds * 1000);
		const end = (code: number) => {
			clearTimeout(limit);
			resolve({ code, output: Buffer.concat(parts).toString() });
		};
		child.on('error', (error) => {
			parts.push(Buffer.from(error.message));
			end(1);
		});
		child.on('close', (code) => end(code ?? 1));
	});
}

const single = ({ code, output }: Ended): Outcome => {
	const remark = /^not checked: .*$/m.exec(output)?.[0];
	return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output, ...(remark && { remark }) };
};

/** A program of a dependency, by the name it has in node_modules/.bin. */
export const command =
	(name: string, ...args: string[]) =>
	async () =>
		single(await run(join(installed, name), args));

/** A script of ours; a line `not checked: …` of it is shown also when it passes. */
export const script =
	(file: string, ...args: string[]) =>
	async () =>
		single(await run(process.execPath, [file, ...args]));

type VitestReport = {
	numPassedTests: number;
	numFailedTests: number;
	testResults: { status: string; assertionResults: { status: string }[] }[];
};

/** Projects of vitest.config.ts; every test counts, and so does a file that could not be read. */
export const tests =
	(...projects: string[]) =>
	async (): Promise<Outcome> => {
		const folder = await mkdtemp(join(tmpdir(), 'schakel-report-'));
		const reportFile = join(folder, 'report.json');
		try {
			const ended = await run(join(installed, 'vitest'), [
				'run',
				...projects.map((project) => `--project=${project}`),
				'--reporter=default',
				'--reporter=json',
				`--outputFile.json=${reportFile}`
			]);
			const text = await readFile(reportFile, 'utf8').catch(() => undefined);
			return text ? counted(JSON.parse(text) as VitestReport, ended) : single({ ...ended, code: ended.code || 1 });
		} finally {
			await rm(folder, { recursive: true, force: true });
		}
	};

function counted({ numPassedTests, numFailedTests, testResults }: VitestReport, { code, output }: Ended): Outcome {
	const broken = testResults.filter(
		({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed')
	).length;
	const failed = numFailedTests + broken;
	return { passed: numPassedTests, failed: code === 0 ? failed : Math.max(failed, 1), output };
}
