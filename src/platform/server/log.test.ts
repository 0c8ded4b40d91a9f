// What an error may leave in the log: where and what kind, never what somebody typed.
import { expect } from 'vitest';
import { eq } from 'drizzle-orm';
import { person } from '#modules/members/server/schema.ts';
import { describeError } from './log.ts';
import { newId } from './id.ts';
import { story } from './testing.ts';
import { test } from 'vitest';

const typed = 'jan.jansen@lid.example';

const errorOf = async (work: () => Promise<unknown>): Promise<unknown> => work().then(() => undefined, (error: unknown) => error);

story('a refused row leaves its constraint, not its values', async ({ db }) => {
	const row = () => ({ id: newId(), givenName: 'Jan', familyName: 'Jansen', email: typed });
	await db.insert(person).values(row());
	const error = await errorOf(() => db.transaction((tx) => tx.insert(person).values(row())));
	const described = JSON.stringify(describeError(error));
	expect(described).toContain('23505');
	expect(described).toContain('insert into');
	expect(described).not.toMatch(/jan/i);
});

story('a query that cannot be understood leaves no values either', async ({ db }) => {
	const error = await errorOf(() => db.transaction((tx) => tx.select().from(person).where(eq(person.id, typed))));
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
	for (const error of [parsed, new Error(`Mail to ${typed} failed\nDear Jan`), new TypeError(`"${typed}" is not 'a day'`)]) {
		expect(JSON.stringify(describeError(error))).not.toMatch(/jan/i);
	}
	expect(describeError(new Error('plain words'))).toMatchObject({ error: 'Error', message: 'plain words' });
	expect(describeError('thrown text')).toEqual({ error: 'string' });
});
