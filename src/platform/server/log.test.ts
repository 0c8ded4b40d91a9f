// What an error may leave in the log: where and what kind, never what somebody typed.
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { describeError } from './log.ts';
import { attempt, auditLine } from './schema.ts';
import { story } from './testing.ts';

const typed = 'jan.jansen@lid.example';

const errorOf = async (work: () => Promise<unknown>): Promise<unknown> =>
	work().then(
		() => undefined,
		(error: unknown) => error
	);

story('a refused row leaves its constraint, not its values', async ({ db }) => {
	const row = { key: typed, windowStartsAt: new Date(0), count: 1 };
	await db.insert(attempt).values(row);
	const error = await errorOf(() => db.transaction((tx) => tx.insert(attempt).values(row)));
	const described = JSON.stringify(describeError(error));
	expect(described).toContain('23505');
	expect(described).toContain('insert into');
	expect(described).not.toMatch(/jan/i);
});

story('a query that cannot be understood leaves no values either', async ({ db }) => {
	const error = await errorOf(() => db.transaction((tx) => tx.select().from(auditLine).where(eq(auditLine.id, typed))));
	const described = JSON.stringify(describeError(error));
	expect(described).toContain('22P02');
	expect(described).not.toContain('jansen');
});

test('what stands between quotes and what looks like an address is left out', () => {
	const parsed = (() => {
		try {
			return JSON.parse(`["${typed}", Jan]`) as unknown;
		} catch (error) {
			return error;
		}
	})();
	for (const error of [
		parsed,
		new Error(`Mail to ${typed} failed\nDear Jan`),
		new TypeError(`"${typed}" is not 'a day'`)
	]) {
		expect(JSON.stringify(describeError(error))).not.toMatch(/jan/i);
	}
	expect(describeError(new Error('plain words'))).toMatchObject({ error: 'Error', message: 'plain words' });
	expect(describeError('thrown text')).toEqual({ error: 'string' });
});
