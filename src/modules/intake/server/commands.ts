// `schakel import facts FILE` and `schakel export facts FILE`.
import { parseArgs } from 'node:util';
import { dayOrders, type DayOrder } from '#platform/cells.ts';
import { csvCell } from '#platform/csv.ts';
import { Invalid } from '#platform/errors.ts';
import { commandCaller } from '#platform/server/command-caller.ts';
import type { Command } from '#platform/server/command.ts';
import { messageOf, WrongUse } from '#platform/server/problem.ts';
import { asTableCommand, tableFile, writeLines } from '#platform/server/table-command.ts';
import { plainColumns } from '../fact-columns.ts';
import { fates } from '../reported-fact.ts';
import { exportedColumns, type ExportedFact } from './fact-export.ts';
import type { ImportReport } from './fact-import.ts';
import { checkFacts, exportFacts, importFacts } from './operations/import-facts.ts';

function readArgs(args: readonly string[]) {
	try {
		const { values, positionals } = parseArgs({
			args: [...args],
			options: { source: { type: 'string' }, days: { type: 'string' }, 'dry-run': { type: 'boolean' } },
			allowPositionals: true
		});
		if (positionals.length !== 1 || !positionals[0]) throw new Error('Name one file.');
		if (values.days !== undefined && !(dayOrders as readonly string[]).includes(values.days)) {
			throw new Error(`--days is ${dayOrders.join(' or ')}.`);
		}
		const { source, days } = values;
		return { name: positionals[0], source, days: days as DayOrder | undefined, isDryRun: values['dry-run'] === true };
	} catch (error) {
		throw new WrongUse(messageOf(error));
	}
}

const dayWords = {
	iso: '2022-08-31',
	'day-first': '31-8-2022',
	'month-first': '8/31/2022',
	excel: 'Excel’s number 44804'
};

function formatOf(separator: ImportReport['separator']): string {
	if (separator === undefined) return 'JSON lines';
	return separator === 'sheet' ? 'a sheet of Excel' : `CSV with ${separator === '\t' ? 'tabs' : `‘${separator}’`}`;
}

function inWords({ rows, fates: counts, dayForms, encoding, separator }: ImportReport): string {
	const told = fates.filter((fate) => counts[fate] > 0).map((fate) => `${counts[fate]} ${fate}`);
	const days = Object.entries(dayForms).map(
		([form, count]) => `${count} as ${dayWords[form as keyof typeof dayWords]}`
	);
	const format = formatOf(separator);
	return [
		`${rows} rows (${format}, ${encoding}): ${told.join(', ') || 'nothing'}.`,
		...(days.length > 0 ? [`Days were read: ${days.join(', ')}.`] : [])
	].join('\n');
}

export const importFactsCommand: Command = {
	name: 'import facts',
	usage: 'FILE [--source NAME] [--days day-first|month-first] [--dry-run]',
	summary: 'Takes facts from a CSV or JSON lines file: all of it, or nothing.',
	details: [
		`Columns: ${plainColumns.join(', ')}, and what a kind of fact calls its own (channel, event, means, …).`,
		'Needed: kind, external_id, starts_on, and source unless --source names it. Organisations, groups, series and',
		'the like are named by their keys, a person by mail address. The same fact told again changes nothing, told',
		'otherwise in a later file it is corrected; withdrawn: true takes it back. A meeting of several groups names them',
		'all in its group, with commas; answers is how many answers a value is the mean of.'
	].join('\n'),
	run: async (args, surroundings) => {
		const { name, source, days, isDryRun } = readArgs(args);
		const file = await tableFile(name);
		const caller = await commandCaller(surroundings);
		const input = { file, ...(source && { source }), ...(days && { days }) };
		if (!isDryRun) return surroundings.print(inWords(await asTableCommand(importFacts(caller, input))));
		const { report, issues } = await asTableCommand(checkFacts(caller, input));
		for (const { row, fate, externalId, changed } of report?.shown ?? []) {
			surroundings.print(`row ${row}: ${fate} ${externalId}${changed.length > 0 ? ` (${changed.join(', ')})` : ''}`);
		}
		if (issues.length > 0) await asTableCommand(Promise.reject(new Invalid(issues)));
		surroundings.print(`${inWords(report!)}\nNothing was taken in: this was a dry run.`);
	}
};

async function* asJson(facts: AsyncIterable<ExportedFact>) {
	for await (const fact of facts) yield JSON.stringify(fact);
}

/** With the two languages of the title in columns of their own. */
async function* asCsv(facts: AsyncIterable<ExportedFact>) {
	const columns = exportedColumns.flatMap((name) => (name === 'title' ? ['title_nl', 'title_en'] : [name]));
	yield columns.join(',');
	for await (const { also_group_ids, tags, title, ...rest } of facts) {
		const cells: Record<string, string | number | null> = {
			...rest,
			also_group_ids: also_group_ids?.join(', ') ?? null,
			tags: tags?.join(', ') ?? null,
			title_nl: title.nl ?? null,
			title_en: title.en ?? null
		};
		yield columns.map((name) => csvCell(cells[name] ?? null, ',')).join(',');
	}
}

export const exportFactsCommand: Command = {
	name: 'export facts',
	usage: 'FILE',
	summary: 'Writes all facts to a file: JSON lines, or CSV when its name ends on .csv.',
	details: 'All columns of the published facts, our own records and those from outside. The file holds personal data.',
	run: async (args, surroundings) => {
		const { name } = readArgs(args);
		const caller = await commandCaller(surroundings);
		const { facts } = await asTableCommand(exportFacts(caller, {}));
		const isCsv = name.toLowerCase().endsWith('.csv');
		const lines = await writeLines(name, isCsv ? asCsv(facts) : asJson(facts));
		surroundings.print(`${name}: ${isCsv ? lines - 1 : lines} facts.`);
	}
};
