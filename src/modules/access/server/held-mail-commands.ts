// `npm run schakel -- mail held|release|drop`: what a restored backup holds back.
import { asCommand, commandCaller } from '#platform/server/command-caller.ts';
import type { Command } from '#platform/server/command.ts';
import { WrongUse } from '#platform/server/problem.ts';
import { dropMail, listHeldMail, releaseMail } from './operations-held-mail.ts';

const details =
	'ID stands in `mail held`. A backup holds the mail that waited when it was made; it may have gone out since.';

/** The one that is named; undefined for all of them. */
function oneOrAll(args: readonly string[]): string | undefined {
	const [word, ...more] = args;
	if (word === undefined || more.length > 0) throw new WrongUse('Give the ID of a mail, or --all.');
	return word === '--all' ? undefined : word;
}

export const heldCommand: Command = {
	name: 'mail held',
	usage: '',
	summary: 'Prints the mail that is held back after a restore: ID, since when it waits, to whom, subject.',
	run: async (_args, surroundings) => {
		const mails = await asCommand(listHeldMail(await commandCaller(surroundings), {}));
		for (const { id, queuedAt, recipient, subject } of mails)
			surroundings.print(`${id}  ${queuedAt.toISOString()}  ${recipient.padEnd(32)} ${subject}`);
		if (mails.length === 0) surroundings.tell('No mail is held back.');
	}
};

export const releaseCommand: Command = {
	name: 'mail release',
	usage: 'ID | --all',
	summary: 'Lets mail go that is held back after a restore; the running site sends it within ten minutes.',
	details,
	run: async (args, surroundings) => {
		const mailId = oneOrAll(args);
		const { mails } = await asCommand(releaseMail(await commandCaller(surroundings), { mailId }));
		surroundings.tell(`${mails === 1 ? '1 mail goes' : `${mails} mails go`} out after all.`);
	}
};

export const dropCommand: Command = {
	name: 'mail drop',
	usage: 'ID | --all',
	summary: 'Drops mail that is held back after a restore: it will not be sent.',
	details,
	run: async (args, surroundings) => {
		const mailId = oneOrAll(args);
		const { mails } = await asCommand(dropMail(await commandCaller(surroundings), { mailId }));
		surroundings.tell(`${mails === 1 ? '1 mail is' : `${mails} mails are`} dropped.`);
	}
};
