// `npm run schakel -- readings --on DATE [--json]`.
import { parseArgs } from 'node:util';
import { isDay } from '#platform/day.ts';
import { asCommand, commandCaller } from '#platform/server/command-caller.ts';
import type { Command } from '#platform/server/command.ts';
import { messageOf, WrongUse } from '#platform/server/problem.ts';
import { listReadings, type ListedReading } from './operations/list-readings.ts';

function readArgs(args: readonly string[]): { on: string | undefined; json: boolean } {
	try {
		const { values } = parseArgs({
			args: [...args],
			options: { on: { type: 'string' }, json: { type: 'boolean', default: false } }
		});
		if (values.on !== undefined && !isDay(values.on))
			throw new Error(`'${values.on}' is no day: write it as 2022-08-31.`);
		return { on: values.on, json: values.json };
	} catch (error) {
		throw new WrongUse(messageOf(error));
	}
}

const inWords = ({ id, status, value, parts, open_conditions }: ListedReading) => {
	const wanted = parts.length === 1 ? parts[0]!.wanted : parts.length;
	const reading = value === null ? '' : `${value} / ${wanted ?? '-'}`;
	const conditions = open_conditions > 0 ? `  (${open_conditions} open in words)` : '';
	return `${id.padEnd(18)} ${status.padEnd(15)} ${reading}${conditions}`;
};

export const readings: Command = {
	name: 'readings',
	usage: '[--on DATE] [--json]',
	summary: 'Prints every promise of the plan with its reading on a day (today when left out).',
	details:
		'With --json one JSON object a line, sorted by id: target, sentences, parts, value, status, planned, evidence, open conditions.',
	run: async (args, surroundings) => {
		const { on, json } = readArgs(args);
		const caller = await commandCaller(surroundings);
		const listed = await asCommand(listReadings(caller, on === undefined ? {} : { on }));
		for (const reading of listed) surroundings.print(json ? JSON.stringify(reading) : inWords(reading));
	}
};
