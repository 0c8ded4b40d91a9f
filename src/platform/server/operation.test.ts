// What an operation needs from outside is had before its transaction begins, and only for who may do it.
import { expect } from 'vitest';
import { z } from 'zod';
import { isBureau } from '#platform/actor.ts';
import { Forbidden } from '#platform/errors.ts';
import { operation, type Caller } from './operation.ts';
import { story } from './testing.ts';

/** The caller, noting when a transaction begins. */
const noting = (caller: Caller, told: string[]): Caller => ({
	...caller,
	db: new Proxy(caller.db, {
		get: (db, name) => {
			if (name === 'transaction') told.push('transaction');
			const value: unknown = Reflect.get(db, name, db);
			return typeof value === 'function' ? (value.bind(db) as unknown) : value;
		}
	})
});

story('what comes from outside is there before the transaction, for who may', async ({ as }) => {
	const told: string[] = [];
	const deed = operation({
		name: 'test.fetchSomething',
		input: z.object({ url: z.string() }),
		subject: () => {
			told.push('found');
			return { isThere: true };
		},
		may: isBureau,
		before: ({ input: { url } }) => {
			told.push(`fetched ${url}`);
			return url.length;
		},
		run: ({ prepared }) => {
			told.push('written');
			return prepared;
		}
	});
	expect(await deed(noting(as('bureau'), told), { url: 'four' })).toBe(4);
	expect(told).toEqual(['found', 'fetched four', 'transaction', 'found', 'written']);
	told.length = 0;
	await expect(deed(noting(as('visitor'), told), { url: 'four' })).rejects.toThrow(Forbidden);
	expect(told).toEqual(['found']);
});
