// What is read of series and events; reached only through operations.
import { and, eq } from 'drizzle-orm';
import { group } from '#modules/groups/server/schema.ts';
import { organisation } from '#modules/members/server/schema.ts';
import type { Actor } from '#platform/actor.ts';
import type { Day } from '#platform/day.ts';
import type { Localized } from '#platform/localized.ts';
import { rows, sql, type Database } from '#platform/server/database.ts';
import { visibleTo } from '#platform/server/views.ts';
import type { EventFilter } from '../inputs.ts';
import type { EventState } from '../words.ts';
import { event, eventOrganiser, series } from './schema.ts';

export const pageSize = 50;

/** `maySeeSeries`, said in SQL. */
export const seriesVisibleTo = (actor: Actor) =>
	visibleTo(actor, {
		visibility: sql`${series.visibility}`,
		organisationId: sql`null::uuid`,
		groupId: sql`${series.groupId}`
	});

/** `maySeeEvent`, said in SQL: also for the groups that organise along. */
export const eventVisibleTo = (actor: Actor) =>
	visibleTo(actor, {
		visibility: sql`${event.visibility}`,
		organisationId: sql`null::uuid`,
		groupId: sql`${event.groupId}`,
		alsoGroupIds: sql`${event.alsoGroupIds}`
	});

export async function visibleSeries(db: Database, actor: Actor, id: string) {
	const [found] = await db
		.select()
		.from(series)
		.where(and(eq(series.id, id), seriesVisibleTo(actor)));
	return found;
}

/** Undefined when the actor may not see it. */
export async function visibleEvent(db: Database, actor: Actor, id: string) {
	const [found] = await db
		.select()
		.from(event)
		.where(and(eq(event.id, id), eventVisibleTo(actor)));
	return found;
}

export type VisibleEvent = NonNullable<Awaited<ReturnType<typeof visibleEvent>>>;

export type ListedEvent = {
	id: string;
	title: Localized;
	startsOn: Day | null;
	endsOn: Day | null;
	startTime: string | null;
	endTime: string | null;
	place: string | null;
	mode: 'physical' | 'online' | 'hybrid';
	host: 'ours' | 'attended';
	state: EventState;
	visibility: string;
	seriesId: string | null;
	series: Localized | null;
	groupId: string | null;
	group: Localized | null;
	attended: number;
	total: number;
};

const shown = (show: EventFilter['show'], today: Day) =>
	({
		upcoming: sql`(${event.endsOn} >= ${today} or ${event.endsOn} is null)`,
		past: sql`${event.endsOn} < ${today}`,
		'to-round-off': sql`(${event.state} = 'planned' and ${event.endsOn} < ${today})`,
		all: sql`true`
	})[show];

/** `%` and `_` in what people type stand for themselves. */
export const containing = (q: string) => `%${q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

/** Everybody once, and unnamed people by number. */
const attendedBy = sql`(select count(distinct a.person_id) + coalesce(sum(a.quantity), 0) from attendance a
	where a.event_id = ${event.id})`;

/** One page of events: what comes first in front, of what has been the last; `total` stands in every row. */
export async function eventList(db: Database, actor: Actor, today: Day, filter: EventFilter) {
	const { show, seriesId, groupId, q, page } = filter;
	const conditions = [eventVisibleTo(actor), shown(show, today)];
	if (seriesId) conditions.push(sql`${event.seriesId} = ${seriesId}`);
	if (groupId) {
		conditions.push(sql`(${event.groupId} = ${groupId} or ${event.alsoGroupIds} @> array[${groupId}::uuid])`);
	}
	if (q) conditions.push(sql`(${event.title}::text ilike ${containing(q)} or ${event.place} ilike ${containing(q)})`);
	const order = show === 'upcoming' ? sql`asc nulls last` : sql`desc nulls first`;
	const found = await rows<ListedEvent>(
		db,
		sql`select ${event.id}, ${event.title}, ${event.startsOn} as "startsOn", ${event.endsOn} as "endsOn",
				${event.startTime} as "startTime", ${event.endTime} as "endTime", ${event.place}, ${event.mode}, ${event.host},
				${event.state}, ${event.visibility}, ${event.seriesId} as "seriesId", ${series.name} as series,
				${event.groupId} as "groupId", ${group.name} as "group", ${attendedBy} as attended, count(*) over () as total
			from ${event} left join ${series} on ${series.id} = ${event.seriesId} and ${seriesVisibleTo(actor)}
				left join ${group} on ${group.id} = ${event.groupId}
			where ${sql.join(conditions, sql` and `)}
			order by ${event.startsOn} ${order}, ${event.startTime} ${order}, ${event.id}
			limit ${pageSize} offset ${(page - 1) * pageSize}`
	);
	return { events: found, total: found[0]?.total ?? 0, page, pageSize };
}

export type ListedSeries = {
	id: string;
	key: string;
	name: Localized;
	groupId: string | null;
	group: Localized | null;
	done: number;
	planned: number;
	nextOn: Day | null;
	lastOn: Day | null;
};

/** Series by name, with how often they were held and when next; one of them when `id` is given. */
export const seriesList = (db: Database, actor: Actor, today: Day, id?: string) =>
	rows<ListedSeries>(
		db,
		sql`select ${series.id}, ${series.key}, ${series.name}, ${series.groupId} as "groupId", ${group.name} as "group",
				count(*) filter (where ${event.state} = 'done' and ${event.startsOn} <= ${today}) as done,
				count(*) filter (where ${event.state} = 'planned' and ${event.startsOn} > ${today}) as planned,
				min(${event.startsOn}) filter (where ${event.state} = 'planned' and ${event.startsOn} >= ${today}) as "nextOn",
				max(${event.startsOn}) filter (where ${event.state} = 'done' and ${event.startsOn} <= ${today}) as "lastOn"
			from ${series} left join ${group} on ${group.id} = ${series.groupId}
				left join ${event} on ${event.seriesId} = ${series.id} and ${eventVisibleTo(actor)}
			where ${seriesVisibleTo(actor)} and ${id ? sql`${series.id} = ${id}` : sql`true`}
			group by ${series.id}, ${group.id}
			order by coalesce(${series.name}->>'nl', ${series.name}->>'en') collate "und-x-icu"`
	);

export type NamedRecord = { id: string; name: Localized };

/** Groups, the first in front. */
export async function organisersOf(db: Database, subject: VisibleEvent) {
	const groups = await rows<NamedRecord>(
		db,
		sql`select ${group.id}, ${group.name} from ${group} where ${group.id} = ${subject.groupId}
			or ${group.id} = any(${sql.param(subject.alsoGroupIds)}::uuid[])
			order by ${group.id} = ${subject.groupId} desc, coalesce(${group.name}->>'nl', ${group.name}->>'en')`
	);
	const organisations = await rows<NamedRecord>(
		db,
		sql`select ${organisation.id}, ${organisation.name} from ${organisation} where ${organisation.id} = ${subject.organisationId}
			or ${organisation.id} in (select organisation_id from ${eventOrganiser} where event_id = ${subject.id})
			order by ${organisation.id} = ${subject.organisationId} desc,
				coalesce(${organisation.name}->>'nl', ${organisation.name}->>'en')`
	);
	return { groups, organisations };
}
