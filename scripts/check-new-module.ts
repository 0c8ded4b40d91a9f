// Checks that `npm run new-module` lays out a module that passes everything at once: in a copy of the checkout, with the same checks.
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ownFiles } from './check/checkout.ts';
import { report, root } from './check/report.ts';

/** Made in place by tools; a copy makes its own. */
const ownOfCheckout = new Set(['$app', '.cache', '.vite', '.vite-temp', '.vitest-cache']);

async function linkPackages(folder: string) {
	await mkdir(join(folder, 'node_modules'));
	for (const name of await readdir(join(root, 'node_modules'))) {
		if (!ownOfCheckout.has(name)) await symlink(join(root, 'node_modules', name), join(folder, 'node_modules', name));
	}
}

async function copyCheckout(folder: string) {
	for (const path of ownFiles()) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await cp(join(root, path), join(folder, path)).catch(() => undefined);
	}
	await linkPackages(folder);
	spawnSync('git', ['init', '--quiet'], { cwd: folder });
}

/** What a program said, when it failed. */
function failureOf(folder: string, ...args: string[]): string[] {
	const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
	return status === 0 ? [] : [`In a copy with a new module, ${args.join(' ')} failed:\n${stdout}${stderr}`];
}

const checks = ['types', 'boundaries', 'files', 'messages', 'migrations'];
const written = ['src/modules/reading-circles', 'src/modules/list.server.ts'];
const tests = ['src/modules/reading-circles', 'tests/frame/permissions.test.ts', 'tests/frame/personal-data.test.ts'];

const folder = await mkdtemp(join(tmpdir(), 'schakel-new-module-'));
try {
	await copyCheckout(folder);
	const failures = failureOf(folder, 'scripts/new-module.ts', 'reading-circles');
	if (failures.length === 0) {
		failures.push(...failureOf(folder, 'scripts/test.ts', ...checks));
		failures.push(...failureOf(folder, 'node_modules/prettier/bin/prettier.cjs', '--check', ...written));
		failures.push(...failureOf(folder, 'node_modules/oxlint/bin/oxlint', '--deny-warnings', ...written));
		failures.push(
			...failureOf(folder, 'node_modules/vitest/vitest.mjs', 'run', '--project=pure', '--project=server', ...tests)
		);
	}
	report(failures, 'A new module passes every check from its first minute.');
} finally {
	await rm(folder, { recursive: true, force: true });
}
