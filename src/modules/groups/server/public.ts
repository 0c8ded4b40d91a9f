// The door of groups: what other modules may call.
import { eq } from 'drizzle-orm';
import type { Day } from '#platform/day.ts';
import type { Localized } from '#platform/localized.ts';
import type { Database } from '#platform/server/database.ts';
import { newId } from '#platform/server/id.ts';
import { isInDuring } from './queries.ts';
import { group } from './schema.ts';

type Wanted = {
	key: string;
	name: Localized;
	kind: typeof group.$inferInsert.kind;
	description?: Localized | undefined;
	size?: number | undefined;
};

/** The group with this key, made when there is none yet. */
export async function ensureGroup(db: Database, wanted: Wanted): Promise<string> {
	const [made] = await db
		.insert(group)
		.values({ id: newId(), ...wanted })
		.onConflictDoNothing({ target: group.key })
		.returning({ id: group.id });
	if (made) return made.id;
	const [found] = await db.select({ id: group.id }).from(group).where(eq(group.key, wanted.key));
	return found!.id;
}

/** Keys and names of all groups. */
export async function groupsByKey(db: Database): Promise<Map<string, { id: string; name: Localized }>> {
	const all = await db.select({ id: group.id, key: group.key, name: group.name }).from(group);
	return new Map(all.map(({ key, ...rest }) => [key, rest]));
}

/** Whether a person is in a group on a day. */
export const isInGroup = (db: Database, groupId: string, personId: string, day: Day) =>
	isInDuring(db, { groupId, personId, startsOn: day, endsOn: day });
