// `schakel import organisations FILE` and `schakel import people FILE`.
import { parseArgs } from 'node:util';
import { dayOrders, type DayOrder } from '#platform/cells.ts';
import { commandCaller } from '#platform/server/command-caller.ts';
import type { Command, Surroundings } from '#platform/server/command.ts';
import { messageOf, WrongUse } from '#platform/server/problem.ts';
import { asTableCommand, tableFile } from '#platform/server/table-command.ts';
import { reportInWords, type TableReport } from '#platform/server/table-import.ts';
import type { Caller } from '#platform/server/operation.ts';
import { organisationColumns, personColumns } from '../import-columns.ts';
import { importOrganisations, importPeople } from './operations-import.ts';

const isOrder = (text: string): text is DayOrder => (dayOrders as readonly string[]).includes(text);

function readArgs(args: readonly string[]): { name: string; days: DayOrder | undefined } {
	try {
		const { values, positionals } = parseArgs({
			args: [...args],
			options: { days: { type: 'string' } },
			allowPositionals: true
		});
		if (positionals.length !== 1 || !positionals[0]) throw new Error('Name one file.');
		if (values.days !== undefined && !isOrder(values.days)) throw new Error(`--days is ${dayOrders.join(' or ')}.`);
		return { name: positionals[0], days: values.days };
	} catch (error) {
		throw new WrongUse(messageOf(error));
	}
}

type Import = (caller: Caller, input: { file: File; days?: DayOrder | undefined }) => Promise<TableReport>;

const importing = (what: Import) => async (args: readonly string[], surroundings: Surroundings) => {
	const { name, days } = readArgs(args);
	const file = await tableFile(name);
	const caller = await commandCaller(surroundings);
	surroundings.print(reportInWords(await asTableCommand(what(caller, { file, days }))));
};

const usage = 'FILE [--days day-first|month-first]';

export const importOrganisationsCommand: Command = {
	name: 'import organisations',
	usage,
	summary: 'Takes organisations, memberships and ties from a CSV or JSON lines file: all of it, or nothing.',
	details: `Columns: ${organisationColumns.join(', ')}.\nNeeded: key and a name. Others are named by their key.`,
	run: importing(importOrganisations)
};

export const importPeopleCommand: Command = {
	name: 'import people',
	usage,
	summary: 'Takes people and their positions from a CSV or JSON lines file: all of it, or nothing.',
	details: `Columns: ${personColumns.join(', ')}.\nNeeded: email and, for who is new, given_name and family_name.`,
	run: importing(importPeople)
};
