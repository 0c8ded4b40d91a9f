// Checks that the migrations make exactly the tables of the code: drizzle-kit, run on a copy, must find nothing to add.
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { journalFindings, type Journal } from './check/migrations.ts';
import { report, root } from './check/report.ts';

const migrations = join(root, 'migrations');

function drizzleKit(command: string, config: string) {
	const program = join(root, 'node_modules/drizzle-kit/bin.cjs');
	const { stdout, stderr, status } = spawnSync(process.execPath, [program, command, '--config', config], {
		cwd: root,
		encoding: 'utf8',
		// A question (renamed or new?) cannot be answered here: it ends with an error instead of waiting.
		stdio: ['ignore', 'pipe', 'pipe'],
		timeout: 120_000
	});
	return { said: `${stdout}${stderr}`.trim(), status };
}

const sqlIn = async (folder: string) => (await readdir(folder)).filter((name) => name.endsWith('.sql'));

/** What drizzle-kit would add to a copy of the migrations. */
async function additions(): Promise<string[]> {
	const folder = await mkdtemp(join(tmpdir(), 'schakel-migrations-'));
	try {
		const out = join(folder, 'migrations');
		await cp(migrations, out, { recursive: true });
		const config = join(folder, 'drizzle.config.ts');
		const given = JSON.stringify(join(root, 'drizzle.config.ts'));
		await writeFile(
			config,
			`import config from ${given};\nexport default { ...config, out: ${JSON.stringify(relative(root, out))} };\n`
		);
		const before = new Set(await sqlIn(out));
		const { said, status } = drizzleKit('generate', relative(root, config));
		const added = (await sqlIn(out)).filter((name) => !before.has(name));
		const texts = await Promise.all(added.map((name) => readFile(join(out, name), 'utf8')));
		if (texts.length > 0) {
			return [
				`migrations: out of step with the tables; run \`npx drizzle-kit generate\`, which adds:\n${texts.join('\n')}`
			];
		}
		if (said.includes('Interactive prompts')) {
			return [
				'migrations: out of step with the tables, and drizzle-kit asks whether something was renamed; run `npx drizzle-kit generate`.'
			];
		}
		if (status !== 0 || !said.includes('No schema changes'))
			return [`migrations: drizzle-kit could not compare:\n${said}`];
		return [];
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

const journal = JSON.parse(await readFile(join(migrations, 'meta/_journal.json'), 'utf8')) as Journal;
const files = await sqlIn(migrations);
report(
	[...journalFindings(journal, files), ...(await additions())],
	`${files.length} migrations make the tables of the code.`
);
