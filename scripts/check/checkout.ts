// The files of the checkout that are ours: what git knows or would add, or, without git, all but what tools make.
import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './report.ts';

const madeByTools = ['node_modules/**', 'build/**', '.svelte-kit/**', '.schakel/**', 'src/paraglide/**', 'coverage/**'];

/** Paths from the top of the checkout, with forward slashes. */
export function ownFiles(): string[] {
	const { status, stdout } = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
		cwd: root,
		encoding: 'utf8',
		maxBuffer: 1 << 26
	});
	if (status !== 0) return globSync('**/*.*', { cwd: root, exclude: madeByTools });
	return stdout.split('\0').filter((path) => path !== '' && existsSync(join(root, path)));
}
