// The lists of deliverables, one page at a time; each row has what its table shows.
import type { SQL } from 'drizzle-orm';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';
import { group } from '#modules/groups/server/schema.ts';
import { organisation } from '#modules/members/server/schema.ts';
import type { Actor } from '#platform/actor.ts';
import type { Day } from '#platform/day.ts';
import type { Localized } from '#platform/localized.ts';
import { rows, sql, type Database } from '#platform/server/database.ts';
import type { Filter } from '../inputs.ts';
import type { PromisedKind } from '../rules.ts';
import { firstDue } from './first-due.ts';
import { pageSize, seenBy } from './queries.ts';
import { decision, document, measuredThing, milestone, term } from './schema.ts';

/** `%` and `_` in what people type stand for themselves. */
const containing = (q: string) => `%${q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

type Columns = { title: AnyPgColumn; tags?: AnyPgColumn; groupId?: AnyPgColumn; eventId?: AnyPgColumn };

/** What was asked for, as conditions; a table without tags, groups or events has none of those. */
function asked({ title, tags, groupId, eventId }: Columns, filter: Filter): SQL[] {
	const conditions: SQL[] = [];
	if (filter.q) conditions.push(sql`${title}::text ilike ${containing(filter.q)}`);
	if (filter.tag) conditions.push(tags ? sql`${tags} && ${sql.param([filter.tag])}::text[]` : sql`false`);
	if (filter.groupId) conditions.push(groupId ? sql`${groupId} = ${filter.groupId}` : sql`false`);
	if (filter.eventId) conditions.push(eventId ? sql`${eventId} = ${filter.eventId}` : sql`false`);
	return conditions;
}

type Query = { columns: SQL; from: SQL; where: SQL[]; order: SQL };

async function onePage<Row extends object>(db: Database, { columns, from, where, order }: Query, page: number) {
	const found = await rows<Row & { total: number }>(
		db,
		sql`select ${columns}, count(*) over () as total from ${from} where ${sql.join(where, sql` and `)}
			order by ${order} limit ${pageSize} offset ${(page - 1) * pageSize}`
	);
	return { rows: found, total: found[0]?.total ?? 0, page, pageSize };
}

type Promised = typeof document | typeof milestone | typeof decision;

export type ListedPromised = {
	id: string;
	title: Localized;
	state: 'planned' | 'delivered' | 'reached' | 'open' | 'taken' | 'withdrawn';
	dueOn: Day | null;
	/** Before it was put off. */
	firstDueOn: Day | null;
	/** When it was delivered, reached or decided. */
	doneOn: Day | null;
	visibility: string;
	group: Localized | null;
	/** What kind of document, in words; the answer of a decision. */
	kind: Localized | null;
	outcome: 'yes' | 'no' | null;
};

/** What is open first by when it is due, what is done last by when it was. */
function promisedList(kind: PromisedKind, table: Promised, doneOn: AnyPgColumn, more: SQL) {
	const isOpen = sql`${table.state} in ('planned', 'open')`;
	const wanted = { open: isOpen, done: sql`not ${isOpen}`, all: sql`true` };
	return (db: Database, actor: Actor, filter: Filter) =>
		onePage<ListedPromised>(
			db,
			{
				columns: sql`${table.id}, ${table.title}, ${table.state}, ${table.dueOn} as "dueOn",
					${sql.raw(firstDue(kind, `"${kind}"`))} as "firstDueOn", ${doneOn} as "doneOn",
					${table.visibility}, ${group.name} as "group", ${more}`,
				from: sql`${table as PgTable} left join ${group} on ${group.id} = ${table.groupId}`,
				where: [seenBy(actor, table), wanted[filter.show], ...asked(table, filter)],
				order: sql`${isOpen} desc, case when ${isOpen} then ${table.dueOn} end, ${doneOn} desc nulls last, ${table.id}`
			},
			filter.page
		);
}

export const documentList = promisedList(
	'document',
	document,
	document.deliveredOn,
	sql`${document.kind}, null as outcome`
);
export const milestoneList = promisedList(
	'milestone',
	milestone,
	milestone.reachedOn,
	sql`null as kind, null as outcome`
);
export const decisionList = promisedList(
	'decision',
	decision,
	decision.decidedOn,
	sql`null as kind, ${decision.outcome}`
);

export type ListedTerm = {
	id: string;
	title: Localized;
	kind: string;
	holder: Localized | null;
	counterpart: Localized | null;
	visibility: string;
	/** Of the period that holds, or else the next, or else the last. */
	startsOn: Day | null;
	endsOn: Day | null;
	norm: Localized | null;
	holds: boolean;
};

/** Terms that hold first, the one that ends soonest in front. */
export function termList(db: Database, actor: Actor, today: Day, filter: Filter) {
	const holds = sql`coalesce(p.starts_on <= ${today}::date and coalesce(p.ends_on, 'infinity') >= ${today}::date, false)`;
	const isPast = sql`coalesce(p.ends_on < ${today}::date, false)`;
	const wanted = { open: sql`not ${isPast}`, done: isPast, all: sql`true` };
	return onePage<ListedTerm>(
		db,
		{
			columns: sql`${term.id}, ${term.title}, ${term.kind}, ${term.visibility}, holder.name as holder, counterpart.name as counterpart,
				p.starts_on as "startsOn", p.ends_on as "endsOn", p.norm, ${holds} as holds`,
			from: sql`${term} left join ${organisation} holder on holder.id = ${term.holderId}
				left join ${organisation} counterpart on counterpart.id = ${term.counterpartId}
				left join lateral (select starts_on, ends_on, norm from term_period where term_id = ${term.id}
					order by starts_on <= ${today}::date and coalesce(ends_on, 'infinity') >= ${today}::date desc,
						starts_on > ${today}::date desc, abs(starts_on - ${today}::date) limit 1) p on true`,
			where: [seenBy(actor, term), wanted[filter.show], ...asked(term, filter)],
			order: sql`${holds} desc, ${isPast}, p.ends_on nulls last, ${term.id}`
		},
		filter.page
	);
}

export type ListedMeasuredThing = {
	id: string;
	title: Localized;
	unit: Localized | null;
	visibility: string;
	measurements: number;
	lastValue: number | null;
	lastOn: Day | null;
};

/** What is measured, by name, with the last value. */
export const measuredThingList = (db: Database, actor: Actor, filter: Filter) =>
	onePage<ListedMeasuredThing>(
		db,
		{
			columns: sql`${measuredThing.id}, ${measuredThing.title}, ${measuredThing.unit}, ${measuredThing.visibility},
				(select count(*) from measurement where measured_thing_id = ${measuredThing.id}) as measurements,
				l.value as "lastValue", l.measured_on as "lastOn"`,
			from: sql`${measuredThing} left join lateral (select value, measured_on from measurement
				where measured_thing_id = ${measuredThing.id} order by measured_on desc, id desc limit 1) l on true`,
			where: [seenBy(actor, measuredThing), ...asked(measuredThing, filter)],
			order: sql`coalesce(${measuredThing.title}->>'nl', ${measuredThing.title}->>'en') collate "und-x-icu", ${measuredThing.id}`
		},
		filter.page
	);
