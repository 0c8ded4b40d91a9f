// What is read of channels and issues; reached only through operations.
import { and, desc, eq } from 'drizzle-orm';
import type { Actor } from '#platform/actor.ts';
import { rows, sql, type Database } from '#platform/server/database.ts';
import { visibleTo } from '#platform/server/views.ts';
import type { Day } from '#platform/day.ts';
import type { Localized } from '#platform/localized.ts';
import { channel, issue } from './schema.ts';

/** `maySeeChannel`, said in SQL. */
const visible = (actor: Actor) =>
	visibleTo(actor, {
		visibility: sql`${channel.visibility}`,
		organisationId: sql`null::uuid`,
		groupId: sql`${channel.groupId}`
	});

export async function visibleChannel(db: Database, actor: Actor, id: string) {
	const [found] = await db
		.select()
		.from(channel)
		.where(and(eq(channel.id, id), visible(actor)));
	return found && { ...found, isClosed: found.closedAt !== null };
}

export async function visibleIssue(db: Database, actor: Actor, id: string) {
	const [found] = await db
		.select({ issue, channel })
		.from(issue)
		.innerJoin(channel, eq(channel.id, issue.channelId))
		.where(and(eq(issue.id, id), visible(actor)));
	if (!found) return undefined;
	const { channel: of, issue: own } = found;
	return { ...own, channel: { id: of.id, name: of.name }, groupId: of.groupId, isClosed: of.closedAt !== null };
}

export type ListedChannel = {
	id: string;
	name: Localized;
	kind: string;
	isClosed: boolean;
	lastSentOn: Day | null;
	sent: number;
	nextPlannedOn: Day | null;
};

export const channelList = (db: Database, actor: Actor, today: Day) =>
	rows<ListedChannel>(
		db,
		sql`select ${channel.id} as id, ${channel.name} as name, ${channel.kind} as kind, ${channel.closedAt} is not null as "isClosed",
				max(${issue.sentOn}) filter (where ${issue.state} = 'sent' and ${issue.sentOn} <= ${today}) as "lastSentOn",
				count(*) filter (where ${issue.state} = 'sent' and ${issue.sentOn} <= ${today}) as sent,
				min(${issue.sentOn}) filter (where ${issue.sentOn} > ${today}) as "nextPlannedOn"
			from ${channel} left join ${issue} on ${issue.channelId} = ${channel.id}
			where ${visible(actor)} group by ${channel.id} order by ${channel.closedAt} nulls first, coalesce(${channel.name}->>'nl', ${channel.name}->>'en')`
	);

/** The issues of a channel, newest first. */
export const issuesOf = (db: Database, channelId: string, limit = 400) =>
	db
		.select()
		.from(issue)
		.where(eq(issue.channelId, channelId))
		.orderBy(desc(issue.sentOn), desc(issue.id))
		.limit(limit);
