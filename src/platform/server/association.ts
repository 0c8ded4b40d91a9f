// The association that this database is for, as every page needs it.
import { association } from './schema.ts';
import type { Database } from './database.ts';

export type Association = typeof association.$inferSelect;

/** Undefined in a database where the first run has not been done. */
export async function theAssociation(db: Database): Promise<Association | undefined> {
	const [row] = await db.select().from(association).limit(1);
	return row;
}
