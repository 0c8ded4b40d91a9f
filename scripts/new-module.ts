// Lays out a new module in the agreed shape, puts it in the list, and makes its migration and its part of the permission table.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from './check/report.ts';
import { namesOf, type Names } from './new-module/names.ts';
import { texts } from './new-module/texts.ts';

async function write(path: string, text: string) {
	const file = join(root, path);
	await mkdir(dirname(file), { recursive: true });
	await writeFile(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
	console.log(path);
}

/** Replaces one thing in a file; a file that looks otherwise than expected is left alone, with a sentence. */
async function change(path: string, from: RegExp, to: string) {
	const text = await readFile(join(root, path), 'utf8');
	if (!from.test(text)) throw new Error(`${path} looks otherwise than expected: add the module there by hand.`);
	await write(path, text.replace(from, to));
}

async function register({ module, variable }: Names) {
	const list = 'src/modules/list.server.ts';
	await change(
		list,
		/^(import \{ \w+ \} from '\.\/.*\n)(?!import)/m,
		`$1import { ${variable} } from './${module}/server/module.ts';\n`
	);
	await change(list, /(installModules\(\[[^\]]*?)(\s*\]\))/, `$1, ${variable}$2`);
	const pattern = `./src/modules/${module}/messages/{locale}.json`;
	await change('project.inlang/settings.json', /("pathPattern": \[[^\]]*?")(\s*\])/, `$1, "${pattern}"$2`);
}

function run(...args: string[]) {
	const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
	if (status !== 0) throw new Error(`${args.join(' ')} failed; the files are there, run it again when that is mended.`);
}

async function main() {
	const names = namesOf(process.argv[2], process.argv[3]);
	const folder = `src/modules/${names.module}`;
	if (existsSync(join(root, folder))) throw new Error(`${folder} exists already.`);
	for (const [path, text] of Object.entries(texts)) await write(`${folder}/${path}`, text(names));
	await register(names);
	run('node_modules/drizzle-kit/bin.cjs', 'generate', '--name', names.prefix);
	run('scripts/generate-docs.ts', 'permissions');
	console.log(
		`The module ${names.module} is there: say in its README for whom, and change its record into what it keeps.`
	);
}

try {
	await main();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
