// `npm run schakel -- report …`: list, prepare, freeze, export.
import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { groupsByKey } from '#modules/groups/server/public.ts';
import { organisationsByKey } from '#modules/members/server/public.ts';
import { say, locales, type Locale } from '#platform/localized.ts';
import { asCommand, commandCaller } from '#platform/server/command-caller.ts';
import type { Command } from '#platform/server/command.ts';
import type { Caller } from '#platform/server/operation.ts';
import { messageOf, Problem, WrongUse } from '#platform/server/problem.ts';
import { NotFound } from '#platform/errors.ts';
import { forWhom } from '../labels.ts';
import { isFormat } from '../words.ts';
import { exportReport } from './operations/export-report.ts';
import { freezeReport } from './operations/freeze-report.ts';
import { prepareReport } from './operations/prepare-report.ts';
import { findReport, listReports } from './operations/show-report.ts';

type Said = { positionals: string[]; values: Partial<Record<string, string>> };

/** Options that each take a text, and what else was typed. */
function readArgs(args: readonly string[], ...names: readonly string[]): Said {
	try {
		const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
		const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
		return { positionals, values };
	} catch (error) {
		throw new WrongUse(messageOf(error));
	}
}

async function idOf(caller: Caller, key: string | undefined): Promise<string> {
	if (!key) throw new WrongUse('Say which report: its key stands in `report list`.');
	try {
		return (await findReport(caller, { key })).id;
	} catch (error) {
		if (error instanceof NotFound) throw new Problem(`There is no report ${key}: their keys stand in 'report list'.`);
		throw error;
	}
}

export const listCommand: Command = {
	name: 'report list',
	usage: '',
	summary: 'Prints every report: key, closing day, whether it is frozen, for whom, title.',
	run: async (_args, surroundings) => {
		const caller = await commandCaller(surroundings);
		const { reports } = await asCommand(listReports(caller, {}));
		for (const report of reports) {
			const state = report.frozenOn ? `frozen ${report.frozenOn}` : 'in preparation';
			const whom = forWhom(report, 'en');
			surroundings.print(
				`${report.key.padEnd(28)} ${report.closesOn}  ${state.padEnd(18)} ${whom.padEnd(34)} ${say(report.title, 'en')}`
			);
		}
	}
};

const prepareOptions = 'title title-nl closes reader group funder scope asks comments-before intro intro-nl'.split(' ');

/** Undefined when nothing was said in any language. */
const inLanguages = (en?: string, nl?: string) => (en || nl ? { ...(en && { en }), ...(nl && { nl }) } : undefined);

/** The id behind a key; undefined when none was given. */
function idIn(all: ReadonlyMap<string, { id: string }>, what: string, key: string | undefined): string | undefined {
	if (key === undefined) return undefined;
	const found = all.get(key);
	if (!found) throw new Problem(`There is no ${what} with the key ${key}.`);
	return found.id;
}

export const prepareCommand: Command = {
	name: 'report prepare',
	usage:
		'--title TEXT --closes DATE --reader READER [--group KEY] [--funder KEY] [--scope SCOPE] [--asks WHAT] [--comments-before DATE] …',
	summary: 'Sets a report up and asks the owners of its promises for comments; prints its key.',
	details: `READER is board, assembly, group, funder or public. A report for a group names it with --group, one for a funder with
--funder: by their keys. A report for board or assembly may name the group that concludes, too.
SCOPE is plan (when left out), core-task:KEY, programme:KEY, goal:CODE, value-strategy:CODE, theme:CODE, priority:CODE, or
activities:CODE,CODE…
WHAT owners are asked about is slipping (when left out: missed, behind, at risk, or a condition still open), counted
(everything with a target) or everything.
--title and --intro are in English, --title-nl and --intro-nl in Dutch; one language is enough.`,
	run: async (args, surroundings) => {
		const { values } = readArgs(args, ...prepareOptions);
		const [scope = 'plan', codes = ''] = values.scope?.split(/:(.*)/s) ?? [];
		const caller = await commandCaller(surroundings);
		const { key } = await asCommand(
			prepareReport(caller, {
				title: inLanguages(values.title, values['title-nl']) ?? {},
				scope: scope === 'activities' ? scope : codes ? `${scope}:${codes}` : scope,
				activities: scope === 'activities' ? codes.split(',') : [],
				reader: values.reader as 'board',
				groupId: idIn(await groupsByKey(caller.db), 'group', values.group),
				organisationId: idIn(await organisationsByKey(caller.db), 'organisation', values.funder),
				asks: values.asks as 'slipping' | undefined,
				closesOn: values.closes ?? '',
				commentsBefore: values['comments-before'],
				intro: inLanguages(values.intro, values['intro-nl'])
			})
		);
		surroundings.print(key);
	}
};

export const freezeCommand: Command = {
	name: 'report freeze',
	usage: 'KEY',
	summary: 'Freezes a report: its figures and comments stand as they are.',
	run: async (args, surroundings) => {
		const { positionals } = readArgs(args);
		const caller = await commandCaller(surroundings);
		const reportId = await idOf(caller, positionals[0]);
		const { lines } = await asCommand(freezeReport(caller, { reportId }));
		surroundings.print(`Frozen, with ${lines} promises.`);
	}
};

export const exportCommand: Command = {
	name: 'report export',
	usage: 'KEY FILE.docx|xlsx|html [--locale nl|en]',
	summary: 'Writes a report as a Word document, spreadsheet or web page.',
	run: async (args, surroundings) => {
		const { positionals, values } = readArgs(args, 'locale');
		const [key, file] = positionals;
		const locale = values.locale ?? 'nl';
		const format = extname(file ?? '').slice(1);
		if (!file || !isFormat(format)) throw new WrongUse('Name a file that ends in .docx, .xlsx or .html.');
		if (!(locales as readonly string[]).includes(locale)) throw new WrongUse('The locale is nl or en.');
		const caller = { ...(await commandCaller(surroundings)), locale: locale as Locale };
		const reportId = await idOf(caller, key);
		const { bytes } = await asCommand(exportReport(caller, { reportId, format }));
		await writeFile(file, bytes).catch((error: unknown) => {
			throw new Problem(`${file} cannot be written: ${messageOf(error)}`);
		});
		surroundings.tell(`${file} is written.`);
	}
};
