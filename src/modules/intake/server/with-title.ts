// What nobody gave a title is called after the series, group, channel or document that it is about.
import { eq } from 'drizzle-orm';
import { event, series } from '#modules/agenda/server/schema.ts';
import { channel } from '#modules/channels/server/schema.ts';
import { document } from '#modules/deliverables/server/schema.ts';
import { group } from '#modules/groups/server/schema.ts';
import type { Localized } from '#platform/localized.ts';
import type { Database } from '#platform/server/database.ts';
import { z } from 'zod';
import type { Deed } from '../deeds.ts';

/** After which of them, the first that is told. */
const named: Readonly<Record<Deed, readonly (keyof typeof nameOf)[]>> = {
	event: ['eventId', 'seriesId', 'groupId'],
	attendance: ['eventId', 'seriesId', 'groupId'],
	contact: [],
	issue: ['channelId'],
	document: ['documentId']
};

type Named = { name: Localized }[];

const nameOf = {
	eventId: (db: Database, id: string): Promise<Named> =>
		db.select({ name: event.title }).from(event).where(eq(event.id, id)),
	seriesId: (db: Database, id: string): Promise<Named> =>
		db.select({ name: series.name }).from(series).where(eq(series.id, id)),
	groupId: (db: Database, id: string): Promise<Named> =>
		db.select({ name: group.name }).from(group).where(eq(group.id, id)),
	channelId: (db: Database, id: string): Promise<Named> =>
		db.select({ name: channel.name }).from(channel).where(eq(channel.id, id)),
	documentId: (db: Database, id: string): Promise<Named> =>
		db.select({ name: document.title }).from(document).where(eq(document.id, id))
} as const;

const isId = (value: unknown): value is string => z.uuid().safeParse(value).success;

const hasTitle = ({ title }: Record<string, unknown>) =>
	typeof title === 'object' &&
	title !== null &&
	Object.values(title).some((text) => typeof text === 'string' && text.trim());

/** As told, with a title when there was none and something to call it after. */
export async function withTitle(
	db: Database,
	deed: Deed,
	told: Record<string, unknown>
): Promise<Record<string, unknown>> {
	if (hasTitle(told)) return told;
	for (const key of named[deed]) {
		const id = told[key];
		if (!isId(id)) continue;
		const [found] = await nameOf[key](db, id);
		if (found) return { ...told, title: found.name };
	}
	return told;
}
