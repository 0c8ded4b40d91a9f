// Limits count over all processes, forget in time, and keep no addresses.
import { expect } from 'vitest';
import { TooMany } from '#platform/errors.ts';
import { rows, sql } from './database.ts';
import { setInstallation } from './installation.ts';
import { countAttempt, sweepAttempts, type Limit } from './limits.ts';
import { attempt } from './schema.ts';
import { freshDatabase, story } from './testing.ts';
import { test } from 'vitest';

setInstallation({ origin: 'http://localhost:3000', secret: 'a secret for tests, 32 characters long' });

const limit: Limit = { name: 'test', most: 3, seconds: 900 };
const who = 'jan@lid.example';

story('three attempts may, the fourth may not, and somebody else still may', async ({ db }) => {
	for (let index = 0; index < 3; index++) await countAttempt(db, limit, who);
	await expect(countAttempt(db, limit, who)).rejects.toThrow(TooMany);
	await countAttempt(db, limit, 'piet@lid.example');
	await countAttempt(db, { ...limit, name: 'other' }, who);
});

story('in the next window one may again', async ({ db }) => {
	for (let index = 0; index < 3; index++) await countAttempt(db, limit, who);
	await db.execute(sql`update attempt set window_starts_at = window_starts_at - interval '15 minutes'`);
	await countAttempt(db, limit, who);
});

story('neither the address nor anything that leads to it is kept', async ({ db }) => {
	await countAttempt(db, limit, who);
	const kept = JSON.stringify(await db.select().from(attempt));
	expect(kept).not.toContain('jan');
	expect(kept).not.toContain('lid.example');
	setInstallation({ origin: 'http://localhost:3000', secret: 'another secret for tests, 32 characters' });
	await countAttempt(db, limit, who);
	expect(await db.select().from(attempt)).toHaveLength(2);
});

story('windows that are long over are swept, the present one stays', async ({ db, as }) => {
	await countAttempt(db, limit, who);
	await db.execute(
		sql`insert into attempt (key, window_starts_at, count) values ('old', now() - interval '3 hours', 9)`
	);
	await sweepAttempts.run(as('system'), {});
	expect(await rows(db, sql`select key from attempt where key = 'old'`)).toEqual([]);
	expect(await db.select().from(attempt)).toHaveLength(1);
});

test('of many attempts at the same moment no more than the limit get through', async () => {
	const { db } = await freshDatabase();
	const all = await Promise.allSettled(Array.from({ length: 20 }, () => countAttempt(db, limit, who)));
	expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
});
