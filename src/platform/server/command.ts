// Commands of `npm run schakel -- <command>`: what one is, how the right one is found, what help says.
import type { Connection } from './database.ts';
import type { Settings } from './settings.ts';

/** What a command may use. The database is opened when a command asks for it. */
export type Surroundings = {
	settings: Settings;
	/** Address of the database as it is: reachable, of a version we know, not migrated. */
	databaseUrl: () => Promise<string>;
	/** The database, brought to this release. */
	database: () => Promise<Connection>;
	/** The answer, on the standard output. */
	print: (line: string) => void;
	/** News for the person at the terminal, on the standard error. */
	tell: (line: string) => void;
};

export type Command = {
	/** One word or more: `backup`, `import plan`. */
	name: string;
	/** What follows the name: `FILE [--replace]`. */
	usage: string;
	/** One line. */
	summary: string;
	/** Further lines of `<command> --help`. */
	details?: string;
	/** `args` are what follows the name. Throws `WrongUse` (exit code 2) or `Problem` (exit code 1). */
	run: (args: readonly string[], surroundings: Surroundings) => Promise<void>;
};

/** The command whose name the words begin with, and the words after it. */
export function findCommand(
	commands: readonly Command[],
	words: readonly string[]
): { command: Command; args: string[] } | undefined {
	const fits = ({ name }: Command) => name.split(' ').every((word, place) => words[place] === word);
	const [command] = commands.filter(fits).sort((a, b) => b.name.length - a.name.length);
	return command && { command, args: words.slice(command.name.split(' ').length) };
}

const start = 'npm run schakel --';

/** All commands, or those whose name begins with the first word typed. */
export function overview(commands: readonly Command[], word?: string): string {
	const group = commands.filter(({ name }) => name.split(' ')[0] === word);
	const shown = group.length > 0 ? group : commands;
	const width = Math.max(...shown.map(({ name, usage }) => name.length + usage.length)) + 3;
	const lines = shown.map(({ name, usage, summary }) => `  ${`${name} ${usage}`.padEnd(width)}${summary}`);
	return [`${start} <command>`, '', ...lines, '', `More on one: ${start} <command> --help`].join('\n');
}

export const helpFor = ({ name, usage, summary, details }: Command): string =>
	[`${start} ${`${name} ${usage}`.trim()}`, '', summary, ...(details ? ['', details] : [])].join('\n');
