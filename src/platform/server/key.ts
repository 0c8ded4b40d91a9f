// A short name that nothing else of its kind has yet, for who does not want to think of one.
import { like } from 'drizzle-orm';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';
import { keyFrom } from '#platform/key.ts';
import type { Database } from './database.ts';

/** `sport-federation`, or `sport-federation-2` when that is taken. Two at once may get the same: the table's own unique key decides. */
export async function freeKey(db: Database, table: PgTable & { key: AnyPgColumn }, name: string): Promise<string> {
	const wanted = keyFrom(name) || 'x';
	const found = await db
		.select({ key: table.key })
		.from(table)
		.where(like(table.key, `${wanted}%`));
	const taken = new Set(found.map(({ key }) => String(key)));
	for (let number = 1; ; number++) {
		const key = number === 1 ? wanted : `${wanted}-${number}`;
		if (!taken.has(key)) return key;
	}
}
