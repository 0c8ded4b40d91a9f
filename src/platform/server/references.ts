// Whether what an input refers to exists, so that a wrong id is an error beside its field and not a fault of the database.
import { inArray } from 'drizzle-orm';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';
import { Invalid } from '#platform/errors.ts';
import type { Database } from './database.ts';

export type Reference = { path: string; table: PgTable & { id: AnyPgColumn }; id: string | null | undefined };

/** Throws Invalid with a line for every reference to a row that is not there; empty references are fine. */
export async function checkReferences(db: Database, references: readonly Reference[]): Promise<void> {
	const given = references.filter(({ id }) => id !== null && id !== undefined);
	const known = new Set<string>();
	for (const table of new Set(given.map((reference) => reference.table))) {
		const ids = given.filter((reference) => reference.table === table).map(({ id }) => id!);
		const found = await db.select({ id: table.id }).from(table).where(inArray(table.id, ids));
		for (const { id } of found) known.add(String(id));
	}
	const issues = given.filter(({ id }) => !known.has(id!)).map(({ path }) => ({ path, code: 'unknown', params: {} }));
	if (issues.length > 0) throw new Invalid(issues);
}
