// `npm run schakel -- <command>`: finds the command, gives it its surroundings, and turns its outcome into an exit code.
import { backup, restore } from '#platform/server/backup-commands.ts';
import { findCommand, helpFor, overview, type Command, type Surroundings } from '#platform/server/command.ts';
import { connect, type Connection } from '#platform/server/database.ts';
import { openHome, type Home } from '#platform/server/home.ts';
import { Problem, WrongUse } from '#platform/server/problem.ts';
import { loadSettings } from '#platform/server/settings.ts';
import { compileMessagesIfNeeded } from './build.ts';

const tell = (line: string) => console.error(line);

async function allCommands(): Promise<Command[]> {
	await compileMessagesIfNeeded();
	const { list } = await import('#modules/list.server.ts');
	return [...list.flatMap((module) => module.commands ?? []), backup, restore];
}

/** The surroundings, and how to leave them as they were found. */
function makeSurroundings(): { surroundings: Surroundings; leave: () => Promise<void> } {
	const settings = loadSettings();
	let home: Promise<Home> | undefined;
	let connection: Promise<Connection> | undefined;
	const databaseUrl = async () => (await (home ??= openHome(settings))).url;
	const open = async () => {
		const opened = connect(await databaseUrl());
		const { migrate } = await import('#platform/server/migrate.ts');
		await migrate(opened.db);
		return opened;
	};
	const surroundings = { settings, databaseUrl, database: () => (connection ??= open()), print: console.log, tell };
	const leave = async () => {
		await connection?.then(({ close }) => close()).catch(() => undefined);
		await (await home?.catch(() => undefined))?.leave();
	};
	return { surroundings, leave };
}

async function perform(command: Command, args: string[]): Promise<void> {
	const { surroundings, leave } = makeSurroundings();
	// A signal must not leave the database running: the transaction under way is rolled back by that.
	for (const signal of ['SIGINT', 'SIGTERM'] as const)
		process.once(signal, () => void leave().finally(() => process.exit(1)));
	try {
		await command.run(args, surroundings);
	} finally {
		await leave();
	}
}

async function main(words: string[]): Promise<number> {
	const asksHelp = words.includes('--help') || words.includes('-h');
	const commands = await allCommands();
	const found = findCommand(commands, words);
	if (found && asksHelp) console.log(helpFor(found.command));
	else if (found) await perform(found.command, found.args);
	else if (asksHelp || words.length === 0) console.log(overview(commands, words[0]));
	else {
		tell(`There is no command '${words.join(' ')}'.\n\n${overview(commands, words[0])}`);
		return 2;
	}
	return 0;
}

try {
	process.exitCode = await main(process.argv.slice(2));
} catch (error) {
	console.error(error instanceof Problem ? error.message : error);
	process.exitCode = error instanceof WrongUse ? 2 : 1;
}
