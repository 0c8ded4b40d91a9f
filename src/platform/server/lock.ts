// A lock between processes of one machine that the operating system lets go of when its holder is killed.
import { chownSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf, Problem } from './problem.ts';

export type Lock = { release: () => void };

const msBetweenTries = 50;
const sqliteBusy = 5;

const isBusy = (error: unknown) => error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy;

function tryLock(file: string): Lock | undefined {
	let held: DatabaseSync | undefined;
	try {
		held = new DatabaseSync(file, { timeout: 0 });
		held.exec('begin exclusive');
	} catch (error) {
		held?.close();
		if (isBusy(error)) return undefined;
		throw new Problem(
			`The lock ${file} cannot be taken (${messageOf(error)}): the folder must be writable and on a local disk.`
		);
	}
	const lock = held;
	return { release: () => lock.close() };
}

/** Root makes no files that the folder's owner could not use later. */
function giveToOwnerOfFolder(file: string) {
	if (process.getuid?.() !== 0) return;
	const { uid, gid } = statSync(dirname(file));
	if (statSync(file).uid !== uid) chownSync(file, uid, gid);
}

/**
 * Waits for the lock on `file`, at most `timeoutMs`. SQLite holds it, not a file with a process id in it: that one
 * stays behind when its holder is killed, and cannot be taken over without a race.
 */
export async function takeLock(file: string, timeoutMs = 120_000): Promise<Lock> {
	const until = Date.now() + timeoutMs;
	for (;;) {
		const lock = tryLock(file);
		if (lock) {
			giveToOwnerOfFolder(file);
			return lock;
		}
		if (Date.now() > until)
			throw new Problem(`Another start of Schakel has held ${file} for ${timeoutMs / 1000} s: end it and start again.`);
		await sleep(msBetweenTries);
	}
}

/** Runs `work` while holding the lock on `file`. */
export async function locked<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
	const lock = await takeLock(file);
	try {
		return await work();
	} finally {
		lock.release();
	}
}
