// Makes what types and tests read but git does not keep: compiled messages and SvelteKit's generated types.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

function run(name: string, ...args: string[]) {
	const { status, stdout, stderr } = spawnSync(`node_modules/.bin/${name}`, args, { cwd: root, encoding: 'utf8' });
	if (status === 0) return;
	console.error(stdout, stderr);
	process.exit(status ?? 1);
}

run('paraglide-js', 'compile', '--project', './project.inlang', '--outdir', './src/paraglide');
run('svelte-kit', 'sync');
