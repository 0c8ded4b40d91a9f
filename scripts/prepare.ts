// Makes what types and tests read but git does not keep: compiled messages and SvelteKit's generated types.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { compileMessagesIfNeeded } from './build.ts';
import { root } from './check/report.ts';

await compileMessagesIfNeeded();
// What svelte-check made of components that are gone would be checked again.
rmSync(join(root, '.svelte-kit/.svelte-check'), { recursive: true, force: true });
const { status, stdout, stderr } = spawnSync(process.execPath, ['node_modules/@sveltejs/kit/svelte-kit.js', 'sync'], {
	cwd: root,
	encoding: 'utf8'
});
if (status !== 0) console.error(stdout, stderr);
process.exitCode = status ?? 1;
