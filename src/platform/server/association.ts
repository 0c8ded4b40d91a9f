// The association that this database is for, as every page needs it.
import { pinnedClock, realClock, type Clock } from '#platform/clock.ts';
import type { Day } from '#platform/day.ts';
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

/** The association's day: the setting `today` wins over the example's pinned day, and that over the real day. */
export function clockFor(association: Association | undefined, today: Day | undefined): Clock {
	const day = today ?? association?.pinnedToday;
	return day ? pinnedClock(day) : realClock(association?.timeZone ?? DEFAULT_TIME_ZONE);
}
