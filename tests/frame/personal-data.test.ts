// Whatever the database keeps on a person is claimed by a module, which can hand it over and erase it.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { modules } from '#platform/server/module.ts';
import { rows, type Database } from '#platform/server/database.ts';
import { story } from '#platform/server/testing.ts';
import { root } from '../../scripts/check/report.ts';
import { personalDataText } from '../../scripts/docs/personal-data.ts';

/** A person, and the user that signs in for one. */
const people = ['person', 'auth_user'];

const claims = () => modules().flatMap(({ personal }) => (personal ?? []).flatMap(({ columns }) => columns));

/** `table.column` of every foreign key to a person, as the database has them. */
async function references(db: Database): Promise<string[]> {
	const found = await rows<{ reference: string }>(
		db,
		sql`select t.relname || '.' || a.attname as reference
			from pg_constraint c
			join pg_class t on t.oid = c.conrelid
			join pg_class p on p.oid = c.confrelid
			join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
			where c.contype = 'f' and t.relnamespace = current_schema()::regnamespace
				and p.relname in (${sql.join(
					people.map((name) => sql`${name}`),
					sql`, `
				)})
			order by 1`
	);
	return found.map(({ reference }) => reference);
}

story('every column that refers to a person is claimed by a module', async ({ db }) => {
	const found = await references(db);
	expect(found.length).toBeGreaterThan(0);
	expect(found.filter((reference) => !claims().includes(reference))).toEqual([]);
});

story('every claim names a column that exists, and no column is claimed twice', async ({ db }) => {
	const found = await rows<{ place: string }>(
		db,
		sql`select table_name || '.' || column_name as place from information_schema.columns where table_schema = current_schema()`
	);
	const places = new Set(found.map(({ place }) => place));
	expect(claims().filter((claim) => !places.has(claim))).toEqual([]);
	expect(claims().filter((claim, index) => claims().indexOf(claim) !== index)).toEqual([]);
});

test('docs/generated/personal-data.md says what the modules declare (`npm run docs`)', async () => {
	expect(personalDataText(modules())).toBe(await readFile(join(root, 'docs/generated/personal-data.md'), 'utf8'));
});
