// `schakel backup FILE` and `schakel restore FILE`.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Summary } from './backup.ts';
import type { Command } from './command.ts';
import { messageOf, Problem, WrongUse } from './problem.ts';

function readArgs(args: readonly string[], flag: string): { file: string; isSet: boolean } {
	try {
		const { values, positionals } = parseArgs({
			args: [...args],
			options: { [flag]: { type: 'boolean' } },
			allowPositionals: true
		});
		if (positionals.length !== 1 || !positionals[0]) throw new Error('Name one file.');
		// npm runs scripts from the top of the checkout; people name files from where they are.
		return { file: resolve(process.env.INIT_CWD ?? '.', positionals[0]), isSet: values[flag] === true };
	} catch (error) {
		throw new WrongUse(messageOf(error));
	}
}

const inWords = ({ tables, rows, madeAt }: Summary) => `${rows} rows of ${tables} tables, as they were on ${madeAt}`;

const heldText = (mails: number) =>
	`${mails === 1 ? '1 mail that waited then is' : `${mails} mails that waited then are`} held back, as it may have gone out since: ` +
	'see `schakel mail held`, or Outgoing mail on the site.';

export const backup: Command = {
	name: 'backup',
	usage: 'FILE [--overwrite]',
	summary: 'Writes a backup of the whole database; others can go on working.',
	details:
		'The file holds personal data: only its owner can read it, keep it so. It holds no sign-ins and no waiting jobs.\n' +
		'It fits any PostgreSQL from 15 to 18, this release and later ones.',
	run: async (args, { databaseUrl, print }) => {
		const { file, isSet: overwrite } = readArgs(args, 'overwrite');
		if (existsSync(file) && !overwrite) throw new Problem(`The file ${file} exists: name another, or add --overwrite.`);
		const { backupTo } = await import('./backup.ts');
		print(`${file}: ${inWords(await backupTo(file, await databaseUrl()))}.`);
	}
};

export const restore: Command = {
	name: 'restore',
	usage: 'FILE [--replace]',
	summary: 'Puts a backup into an empty database, all of it or nothing.',
	details:
		'Stop Schakel first. With --replace all that the database holds is lost and the backup takes its place.\n' +
		'Mail that waited when the backup was made is held: it may have gone out since. `mail release` and `mail drop` say\n' +
		'what becomes of it, or an administrator at Outgoing mail.',
	run: async (args, { databaseUrl, print, tell }) => {
		const { file, isSet: replace } = readArgs(args, 'replace');
		const { restoreFrom } = await import('./backup.ts');
		const { heldMails, ...summary } = await restoreFrom(file, await databaseUrl(), { replace });
		print(`Restored ${inWords(summary)}.`);
		if (heldMails > 0) tell(heldText(heldMails));
	}
};
