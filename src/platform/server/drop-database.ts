// Drops a database whoever is connected to it: for tests.
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from './problem.ts';

const notAllowed = '42501';
const tries = 50;

/** `force` may not end a worker of autovacuum, which belongs to the server; it is gone a moment later. */
export async function dropDatabase(query: (statement: string) => Promise<unknown>, name: string): Promise<void> {
	for (let left = tries; ; left--) {
		try {
			await query(`drop database if exists "${name}" with (force)`);
			return;
		} catch (error) {
			if (codeOf(error) !== notAllowed || left === 0) throw error;
			await sleep(100);
		}
	}
}
