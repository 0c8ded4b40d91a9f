// Checks who imports whom: the rules of .dependency-cruiser.mjs, modules without circles and in order, and nobody writing another's tables.
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { foreignWrites, moduleCircles, modulesOutOfOrder, type Cruised } from './check/modules.ts';
import { lawful, planted } from './check/planted-imports.ts';
import { report, root } from './check/report.ts';

const config = '.dependency-cruiser.mjs';

function cruise(folder: string, ...from: string[]): Promise<Cruised> {
	const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
	const args = [program, ...from, '--config', config, '--output-type', 'json'];
	return new Promise((resolve, reject) => {
		execFile(process.execPath, args, { cwd: folder, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
			// Its exit code is the number of violations: only what is no report is a failure.
			if (stdout.startsWith('{')) resolve(JSON.parse(stdout) as Cruised);
			else reject(error ?? new Error(stderr));
		});
	});
}

type Violation = Cruised['summary']['violations'][number];

const told = ({ rule, from, to, comment }: Violation) =>
	`${from}: ${rule.name} (imports ${to}). ${comment ?? ''}`.trimEnd();

/** Each rule must fire on what was planted for it, and nowhere else. */
async function provenRules(): Promise<string[]> {
	const folder = await mkdtemp(join(tmpdir(), 'schakel-boundaries-'));
	try {
		for (const file of ['package.json', 'tsconfig.json', config]) await cp(join(root, file), join(folder, file));
		await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
		const bad = Object.values(planted).flat();
		const good = Object.entries(lawful).map(([path, text]) => ({ path, text }));
		for (const { path, text } of [...bad, ...good]) {
			await mkdir(dirname(join(folder, path)), { recursive: true });
			await writeFile(join(folder, path), text);
		}
		const { summary } = await cruise(folder, 'src');
		const fired = new Set(summary.violations.map(({ rule, from }) => `${rule.name} on ${from}`));
		const due = new Set(
			Object.entries(planted).flatMap(([rule, files]) => files.map(({ path }) => `${rule} on ${path}`))
		);
		const unproven = summary.ruleSetUsed.forbidden.map(({ name }) => name).filter((name) => !planted[name]);
		return [
			...[...due].filter((each) => !fired.has(each)).map((each) => `The rule ${each} (planted) did not fire.`),
			...[...fired]
				.filter((each) => !due.has(each))
				.map((each) => `The rule ${each} (planted) fired where it should not.`),
			...unproven.map((name) => `The rule ${name} has no planted violation in scripts/check/planted-imports.ts.`)
		];
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

const [cruised, unproven] = await Promise.all([cruise(root, 'src', 'scripts', 'tests'), provenRules()]);
const list = await readFile(join(root, 'src/modules/list.server.ts'), 'utf8');
const writes = await Promise.all(
	cruised.modules
		.map(({ source }) => source)
		.filter((path) => /^src\/modules\/[^/]+\/server\/.*\.ts$/.test(path) && !path.endsWith('.test.ts'))
		.map(async (path) => foreignWrites(path, await readFile(join(root, path), 'utf8')))
);
report(
	[
		...unproven,
		...cruised.summary.violations.map(told),
		...moduleCircles(cruised),
		...modulesOutOfOrder(cruised, list),
		...writes.flat()
	],
	`${cruised.summary.totalDependenciesCruised} imports between ${cruised.modules.length} files keep to the ${cruised.summary.ruleSetUsed.forbidden.length} rules.`
);
