// The door of channels: what other modules may call.
import { eq } from 'drizzle-orm';
import type { Localized } from '#platform/localized.ts';
import type { Database } from '#platform/server/database.ts';
import { newId } from '#platform/server/id.ts';
import { channel } from './schema.ts';

type Wanted = Pick<typeof channel.$inferInsert, 'key' | 'name' | 'kind' | 'groupId' | 'visibility' | 'description'>;

/** The channel with this key, made when there is none yet. */
export async function ensureChannel(db: Database, wanted: Wanted): Promise<string> {
	const [made] = await db
		.insert(channel)
		.values({ id: newId(), ...wanted })
		.onConflictDoNothing({ target: channel.key })
		.returning({ id: channel.id });
	if (made) return made.id;
	const [found] = await db.select({ id: channel.id }).from(channel).where(eq(channel.key, wanted.key));
	return found!.id;
}

/** Keys and names of all channels. */
export async function channelsByKey(db: Database): Promise<Map<string, { id: string; name: Localized }>> {
	const all = await db.select({ id: channel.id, key: channel.key, name: channel.name }).from(channel);
	return new Map(all.map(({ key, ...rest }) => [key, rest]));
}
