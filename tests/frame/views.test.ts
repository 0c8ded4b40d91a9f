// The published views: each is there with the agreed columns, and each kind of fact says only what its view can answer.
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { FactKind } from '#platform/facts.ts';
import { rows, type Database } from '#platform/server/database.ts';
import { modules, publishedViews } from '#platform/server/module.ts';
import { story } from '#platform/server/testing.ts';
import { viewName } from '#platform/server/views.ts';
import { locales } from '#platform/localized.ts';

const kinds = (): FactKind[] => modules().flatMap(({ facts }) => (facts ?? []).map(({ kind }) => kind));

/** `name type` of every column of a view or table, in order. */
async function columnsOf(db: Database, relation: string): Promise<string[]> {
	const found = await rows<{ said: string }>(
		db,
		sql`select attname || ' ' || format_type(atttypid, atttypmod) as said from pg_attribute
			where attrelid = ${relation}::regclass and attnum > 0 order by attnum`
	);
	return found.map(({ said }) => said);
}

story('every published view has the columns of its publication, in the same order', async ({ db }) => {
	for (const { publication, name } of publishedViews()) {
		expect(await columnsOf(db, name), name).toEqual(await columnsOf(db, publication));
	}
});

story('no view hands out rows that row-level security hides', async ({ db }) => {
	const found = await rows<{ name: string }>(
		db,
		sql`select relname as name from pg_class where relkind = 'v' and relnamespace = current_schema()::regnamespace
			and relname ~ '^(fact|deadline|search_document)' and not coalesce('security_invoker=true' = any (reloptions), false)`
	);
	expect(found).toEqual([]);
});

test('a kind is published once, under one name', () => {
	const names = publishedViews().map(({ name }) => name);
	expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
	for (const { publication, kind, name } of publishedViews()) expect(name).toBe(viewName(publication, kind));
	for (const { facts } of modules()) for (const { kind, view } of facts ?? []) expect(view.kind).toBe(kind.kind);
});

test('every kind of fact has its words in both languages', () => {
	for (const kind of kinds()) {
		for (const words of [kind.one, kind.many, kind.verb, ...(kind.unit ? [kind.unit] : [])]) {
			for (const locale of locales) expect(words[locale].trim(), `${kind.kind}: ${JSON.stringify(words)}`).not.toBe('');
		}
		expect(kind.kind, 'things that take place are done, states hold').toMatch(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/);
		expect(kind.carries.trim(), kind.kind).not.toBe('');
	}
});

story(
	"every key of a kind's where stands in a column of its view, and refers to what a module can name",
	async ({ db }) => {
		const referable = new Set(
			modules().flatMap(({ referables }) => (referables ?? []).map(({ refersTo }) => refersTo))
		);
		const columns = new Set((await columnsOf(db, 'fact')).map((said) => said.split(' ')[0]));
		for (const { kind, where } of kinds()) {
			for (const [key, { column, refersTo }] of Object.entries(where)) {
				expect(columns, `${kind} where ${key}`).toContain(column);
				if (refersTo) expect(referable, `${kind} where ${key}`).toContain(refersTo);
			}
		}
	}
);
