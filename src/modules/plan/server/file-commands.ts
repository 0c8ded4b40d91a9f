// `npm run schakel -- import plan FILE`, `export plan FILE` and `check FILE`.
import { readFile, stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Invalid, type Issue } from '#platform/errors.ts';
import { sayIssue } from '#platform/issues.ts';
import { asCommand, commandCaller } from '#platform/server/command-caller.ts';
import type { Command } from '#platform/server/command.ts';
import { factKinds } from '#platform/server/module.ts';
import { messageOf, Problem, WrongUse } from '#platform/server/problem.ts';
import { readPlanFile } from '../plan-file-read.ts';
import { kindsForTargets } from '../targets/expected-kinds.ts';
import { exportPlan } from './operations/export-plan.ts';
import { importPlan } from './operations/import-plan.ts';
import { listPlans } from './operations/list-plans.ts';

/** Beyond it a file is not even read; the reader of plan files has a lower limit of its own. */
const mostBytes = 4_000_000;

function readArgs(args: readonly string[]): { file: string; why: string | undefined } {
	try {
		const { values, positionals } = parseArgs({
			args: [...args],
			options: { why: { type: 'string' } },
			allowPositionals: true
		});
		if (positionals.length !== 1 || !positionals[0]) throw new Error('Name one file.');
		// npm runs scripts from the top of the checkout; people name files from where they are.
		return { file: resolve(process.env.INIT_CWD ?? '.', positionals[0]), why: values.why };
	} catch (error) {
		throw new WrongUse(messageOf(error));
	}
}

async function textOf(file: string): Promise<string> {
	try {
		if ((await stat(file)).size > mostBytes) throw new Problem(`${file} is larger than a plan file may be (2 MB).`);
		return await readFile(file, 'utf8');
	} catch (error) {
		throw error instanceof Problem ? error : new Problem(`${file} cannot be read: ${messageOf(error)}`);
	}
}

/** `plan.yaml:12:5: There is no goal G9 …` */
function issueLine(file: string, { path, code, params }: Issue): string {
	const place = typeof params.line === 'number' ? `:${params.line}:${String(params.column)}` : '';
	return `${file}${place}: ${sayIssue({ code, params }, 'en')}${place ? '' : ` (${path})`}`;
}

const refused = (file: string, issues: readonly Issue[]) =>
	new Problem(issues.map((issue) => issueLine(file, issue)).join('\n'));

export const importPlanCommand: Command = {
	name: 'import plan',
	usage: 'FILE [--why REASON]',
	summary: 'Takes in a plan file: all of it, or every reason why not.',
	details:
		'A plan that was adopted changes only with a reason; the reason stays with every change. docs/plan-file.md explains the file.',
	run: async (args, surroundings) => {
		const { file, why } = readArgs(args);
		const text = await textOf(file);
		const caller = await commandCaller(surroundings);
		const deed = importPlan(caller, { file: text, why }).catch((error: unknown) => {
			throw error instanceof Invalid ? refused(file, error.issues) : error;
		});
		const { key, outcome, changes } = await asCommand(deed);
		const told = { new: 'is new here', same: 'was so already', changed: `changed in ${changes.length} places` };
		surroundings.print(`${key} ${told[outcome]}.`);
	}
};

export const exportPlanCommand: Command = {
	name: 'export plan',
	usage: 'FILE',
	summary: 'Writes the plan to a file that can be taken in again; nothing is lost.',
	run: async (args, surroundings) => {
		const { file } = readArgs(args);
		const caller = await commandCaller(surroundings);
		const [plan] = await asCommand(listPlans(caller, {}));
		if (!plan) throw new Problem('There is no plan yet.');
		const { text } = await asCommand(exportPlan(caller, { key: plan.key }));
		await writeFile(file, text);
		surroundings.print(`${file}: ${plan.key}.`);
	}
};

export const checkCommand: Command = {
	name: 'check',
	usage: 'FILE',
	summary: 'Says what is wrong with a plan file, without a database.',
	run: async (args, { print }) => {
		const { file } = readArgs(args);
		const { file: plan, issues } = readPlanFile(await textOf(file), kindsForTargets(factKinds()));
		if (!plan) throw refused(file, issues);
		print(`${file}: nothing wrong.`);
	}
};
