// The folder in which Schakel keeps what is not in the checkout: the database, the secret, who is using them.
import { randomBytes } from 'node:crypto';
import {
	accessSync,
	chmodSync,
	chownSync,
	constants,
	mkdirSync,
	readFileSync,
	renameSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { codeOf, messageOf, Problem } from './problem.ts';

/** Name of the user we are; a number where the system knows no name, as in some containers. */
function whoWeAre(): string {
	try {
		return userInfo().username;
	} catch {
		return String(process.getuid?.());
	}
}

const isRoot = () => process.getuid?.() === 0;

/**
 * Makes the folder when it is not there and checks that we may write in it. Others may not look inside; when root,
 * the user that PostgreSQL then runs as must be able to pass through it.
 */
export function openDataFolder(folder: string): void {
	try {
		const made = mkdirSync(folder, { recursive: true, mode: 0o700 });
		if (made !== undefined && isRoot()) chmodSync(folder, 0o711);
		accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
		if (!statSync(folder).isDirectory()) throw new Error('it is a file');
	} catch (error) {
		const why = { EACCES: 'no permission', EROFS: 'read-only disk', EEXIST: 'it is a file', ENOTDIR: 'it is a file' }[
			codeOf(error) ?? ''
		];
		throw new Problem(
			`The data folder ${folder} cannot be written by user ${whoWeAre()} (${why ?? messageOf(error)}): ` +
				'make it writable, or name another folder in SCHAKEL_DATA.'
		);
	}
}

/** Writes a file that only its owner may read, all of it or nothing. Root leaves it to the owner of the folder. */
export function writePrivately(file: string, text: string): void {
	const unfinished = `${file}.${randomBytes(4).toString('hex')}`;
	writeFileSync(unfinished, text, { mode: 0o600, flush: true });
	if (isRoot()) {
		const { uid, gid } = statSync(dirname(file));
		chownSync(unfinished, uid, gid);
	}
	renameSync(unfinished, file);
}

/** The text of a file, or undefined when there is none. */
export function readIfThere(file: string): string | undefined {
	try {
		return readFileSync(file, 'utf8');
	} catch (error) {
		if (codeOf(error) === 'ENOENT') return undefined;
		throw error;
	}
}

/** The secret that signs cookies and links: made once, kept in the data folder. */
export function keptSecret(folder: string): string {
	const file = join(folder, 'secret');
	const kept = readIfThere(file)?.trim();
	if (kept) return kept;
	const made = randomBytes(32).toString('base64url');
	writePrivately(file, `${made}\n`);
	return made;
}
