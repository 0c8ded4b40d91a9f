// The door of the agenda: what other modules may call.
import { and, eq, isNotNull } from 'drizzle-orm';
import type { Actor } from '#platform/actor.ts';
import type { Localized } from '#platform/localized.ts';
import type { Database } from '#platform/server/database.ts';
import { newId } from '#platform/server/id.ts';
import { eventVisibleTo } from './queries.ts';
import { event, series } from './schema.ts';

type WantedSeries = Pick<typeof series.$inferInsert, 'key' | 'name' | 'groupId' | 'description' | 'visibility'>;

/** The series with this key, made when there is none yet. */
export async function ensureSeries(db: Database, wanted: WantedSeries): Promise<string> {
	const [made] = await db
		.insert(series)
		.values({ id: newId(), ...wanted })
		.onConflictDoNothing({ target: series.key })
		.returning({ id: series.id });
	if (made) return made.id;
	const [found] = await db.select({ id: series.id }).from(series).where(eq(series.key, wanted.key));
	return found!.id;
}

type WantedEvent = { key: string; name: Localized } & Pick<
	typeof event.$inferInsert,
	'seriesId' | 'groupId' | 'organisationId' | 'description' | 'startsOn' | 'endsOn' | 'tags' | 'visibility'
>;

/** The event with this key, made when there is none yet; without a day until somebody chooses one. */
export async function ensureEvent(db: Database, { name, ...wanted }: WantedEvent): Promise<string> {
	const [made] = await db
		.insert(event)
		.values({ id: newId(), ...wanted, title: name, endsOn: wanted.endsOn ?? wanted.startsOn ?? null })
		.onConflictDoNothing({ target: event.key })
		.returning({ id: event.id });
	if (made) return made.id;
	const [found] = await db.select({ id: event.id }).from(event).where(eq(event.key, wanted.key));
	return found!.id;
}

type Named = Map<string, { id: string; name: Localized }>;

/** Keys and names of all series. */
export async function seriesByKey(db: Database): Promise<Named> {
	const all = await db.select({ id: series.id, key: series.key, name: series.name }).from(series);
	return new Map(all.map(({ key, ...rest }) => [key, rest]));
}

/** Keys and names of the events that have a key. */
export async function eventsByKey(db: Database): Promise<Named> {
	const all = await db
		.select({ id: event.id, key: event.key, name: event.title })
		.from(event)
		.where(isNotNull(event.key));
	return new Map(all.map(({ key, ...rest }) => [key!, rest]));
}

/** The title of an event, as far as the actor may see it. */
export async function visibleEventName(db: Database, actor: Actor, id: string): Promise<Localized | undefined> {
	const [found] = await db
		.select({ name: event.title })
		.from(event)
		.where(and(eq(event.id, id), eventVisibleTo(actor)));
	return found?.name;
}
