// What a deed can be about: series, groups, organisations, channels, documents that are still due and events of late.
import { rows, sql, type Database } from '#platform/server/database.ts';
import { addDays, type Day } from '#platform/day.ts';
import type { Localized } from '#platform/localized.ts';

export type NamedChoice = { id: string; name: Localized };
export type EventChoice = NamedChoice & { startsOn: Day };

export type DeedChoices = {
	series: NamedChoice[];
	groups: NamedChoice[];
	organisations: NamedChoice[];
	channels: NamedChoice[];
	documents: NamedChoice[];
	/** Around the day, the last first. */
	events: EventChoice[];
};

const daysBefore = 60;
const mostEvents = 60;

const byName = sql.raw(`coalesce(name->>'nl', name->>'en') collate "und-x-icu"`);
const byTitle = sql.raw(`coalesce(title->>'nl', title->>'en') collate "und-x-icu"`);

/** `until` is today, or the day of the suggestion when that is later. */
export async function deedChoices(db: Database, until: Day): Promise<DeedChoices> {
	return {
		series: await rows<NamedChoice>(db, sql`select id, name from series order by ${byName}`),
		groups: await rows<NamedChoice>(db, sql`select id, name from "group" order by ${byName}`),
		organisations: await rows<NamedChoice>(db, sql`select id, name from organisation order by ${byName}`),
		channels: await rows<NamedChoice>(db, sql`select id, name from channel where closed_at is null order by ${byName}`),
		documents: await rows<NamedChoice>(
			db,
			sql`select id, title as name from document where state = 'planned' order by ${byTitle}`
		),
		events: await rows<EventChoice>(
			db,
			sql`select id, title as name, starts_on as "startsOn" from event
				where state <> 'cancelled' and starts_on between ${addDays(until, -daysBefore)}::date and ${until}::date
				order by starts_on desc, ${byTitle}, id limit ${mostEvents}`
		)
	};
}
