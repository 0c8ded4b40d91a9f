// Writes rows so that those that stay keep their id: what else refers to them (comments, tasks, readings) stays with them.
import { eq, getTableColumns, notInArray, and, sql, type SQL } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Database } from '#platform/server/database.ts';
import { newId } from '#platform/server/id.ts';

type KeyedTable = PgTable & { id: AnyPgColumn };

/** PostgreSQL takes 65,535 parameters in one statement; no table here has more than 30 columns. */
const rowsAtOnce = 1000;

function chunks<Row>(rows: readonly Row[]): Row[][] {
	const found: Row[][] = [];
	for (let i = 0; i < rows.length; i += rowsAtOnce) found.push(rows.slice(i, i + rowsAtOnce));
	return found;
}

/** Adds rows, or puts them in the place of those with the same id. */
export async function putRows<Table extends KeyedTable>(
	db: Database,
	table: Table,
	rows: readonly Table['$inferInsert'][]
) {
	const columns = Object.keys(getTableColumns(table)).filter((name) => name !== 'id');
	const set = Object.fromEntries(columns.map((name) => [name, sql`excluded.${sql.identifier(toSnakeCase(name))}`]));
	for (const chunk of chunks(rows)) {
		await db
			.insert(table)
			.values(chunk as never)
			.onConflictDoUpdate({ target: table.id, set: set as never });
	}
}

export async function addRows<Table extends PgTable>(
	db: Database,
	table: Table,
	rows: readonly Table['$inferInsert'][]
) {
	for (const chunk of chunks(rows)) await db.insert(table).values(chunk as never);
}

/** Removes what belongs to `owner` and is not among `kept`. */
export async function removeOthers(db: Database, table: KeyedTable, scope: SQL, kept: readonly string[]) {
	await db.delete(table).where(kept.length === 0 ? scope : and(scope, notInArray(table.id, [...kept])));
}

/** Ids by the name that people use, per kind of thing; a name without a record gets a new id. */
export class Ids {
	#spaces = new Map<string, Map<string, string>>();

	/** Ids that exist already. */
	know(space: string, found: Iterable<readonly [string, string]>) {
		this.#spaces.set(space, new Map([...(this.#spaces.get(space) ?? []), ...found]));
	}

	of(space: string, name: string): string {
		const ids = this.#spaces.get(space) ?? new Map<string, string>();
		this.#spaces.set(space, ids);
		const known = ids.get(name);
		if (known) return known;
		const made = newId();
		ids.set(name, made);
		return made;
	}

	/** The id, or null when no name was given. */
	maybe(space: string, name: string | undefined): string | null {
		return name === undefined ? null : this.of(space, name);
	}
}

type Named = KeyedTable & { code?: AnyPgColumn; key?: AnyPgColumn };

/** Names and ids of the rows of a table that belong to `owner`. */
export async function namesIn(
	db: Database,
	table: Named,
	name: AnyPgColumn,
	scope: { column: AnyPgColumn; id: string }
): Promise<[string, string][]> {
	const found = await db.select({ id: table.id, name }).from(table).where(eq(scope.column, scope.id));
	return found.map((row) => [String(row.name), String(row.id)]);
}
