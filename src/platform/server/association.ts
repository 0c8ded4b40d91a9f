// The association that this database is for, as every page needs it.
import { association } from './schema.ts';
import type { Database } from './database.ts';

/** Until the first run has said otherwise. */
export const DEFAULT_TIME_ZONE = 'Europe/Amsterdam';

export type Association = typeof association.$inferSelect;

/** Undefined in a database where the first run has not been done. */
export async function theAssociation(db: Database): Promise<Association | undefined> {
	const [row] = await db.select().from(association).limit(1);
	return row;
}
