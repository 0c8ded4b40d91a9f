// Checks the dependencies for known vulnerabilities, with what npm's registry knows; without one it says so and goes on.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { vulnerabilityFindings, type Audit } from './check/vulnerabilities.ts';
import { report, root } from './check/report.ts';

const secondsToAnswer = 60;

function audit(): Audit {
	const own = process.env.npm_execpath;
	const [program, args] = own?.endsWith('.js') ? [process.execPath, [own]] : ['npm', []];
	const { stdout, stderr, error } = spawnSync(
		program,
		[...args, 'audit', '--json', '--fetch-retries=1', '--fetch-timeout=20000'],
		{
			cwd: root,
			encoding: 'utf8',
			timeout: secondsToAnswer * 1000,
			maxBuffer: 1 << 27
		}
	);
	if (error) return { message: error.message };
	try {
		return JSON.parse(stdout) as Audit;
	} catch {
		return { message: stderr.trim().split('\n').at(-1) ?? 'npm audit gave no answer' };
	}
}

type Lock = { packages: Record<string, { dev?: boolean }> };
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;

const { findings, remark } = vulnerabilityFindings(audit(), (node) => packages[node]?.dev !== true);
report(findings, remark);
