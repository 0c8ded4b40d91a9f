// What was held, attended and planned in the example year.
import { z } from 'zod';
import { groupsByKey } from '#modules/groups/server/public.ts';
import { organisationsByKey } from '#modules/members/server/public.ts';
import { addDays, minDay, type Day } from '#platform/day.ts';
import { day, key, line, webAddress } from '#platform/input.ts';
import type { Localized } from '#platform/localized.ts';
import type { Caller } from '#platform/server/operation.ts';
import type { Story } from '#platform/server/story.ts';
import { eventHosts, eventVisibilities, modes } from '../words.ts';
import { attendanceOf, peopleOfGroups, type GroupPeople } from './example-attendance.ts';
import { cancelEvent, closeEvent, moveEvent } from './operations/close-event.ts';
import { changeSeries } from './operations/open-series.ts';
import { changeEvent, planEvent } from './operations/plan-event.ts';
import { recordAttendance, recordRegistrations } from './operations/record-attendance.ts';
import { eventsByKey, seriesByKey } from './public.ts';

const number = z.number().int().min(1).optional();
/** Who came: bare numbers by standing, so many of a hundred of the group's people, or these by name. */
const attended = {
	members: number,
	partners: number,
	others: number,
	speakers: number,
	people: z.union([z.literal('bureau'), z.array(line())]).optional()
};
const held = z.strictObject({
	on: day,
	until: day.optional(),
	key: key.optional(),
	nl: line(),
	en: line(),
	tags: z.array(line()).default([]),
	with: key.optional(),
	cancelled: line().optional(),
	moved_from: day.optional(),
	why: line().optional(),
	/** It has been, and nobody rounded it off. */
	left_open: z.boolean().default(false),
	...attended
});
const row = z.strictObject({
	group: key.optional(),
	series: key.optional(),
	/** One event that the plan names itself. */
	event: key.optional(),
	nl: line(),
	en: line(),
	visibility: z.enum(eventVisibilities).optional(),
	host: z.enum(eventHosts).default('ours'),
	by: line(),
	time: line().default('10:00-12:00'),
	place: line(),
	country: line().default('NL'),
	mode: z.enum(modes).default('physical'),
	link: webAddress.optional(),
	with: key.optional(),
	names: z.number().optional(),
	on: day.optional(),
	registrations: z.array(z.tuple([day, z.number().int()])).default([]),
	events: z.array(held).default([]),
	...attended
});
const agenda = z.strictObject({ online_until: day, rows: z.array(row) });

type Row = z.output<typeof row>;
type Held = z.output<typeof held>;
type Known = ReadonlyMap<string, { id: string; name: Localized }>;
type Scene = {
	story: Story;
	onlineUntil: Day;
	groups: Known;
	series: Known;
	events: Known;
	organisations: Known;
	people: GroupPeople;
};

function idOf(known: Known, key: string | undefined): string | undefined {
	if (key === undefined) return undefined;
	const found = known.get(key);
	if (!found) throw new Error(`agenda.yaml: there is no ${key}`);
	return found.id;
}

/** What a form would fill in. */
function content(scene: Scene, row: Row, title: Localized, on: Day, more: Pick<Held, 'tags' | 'with'>) {
	const [startTime, endTime] = row.time.split('-');
	const online = row.mode === 'online' || on < scene.onlineUntil;
	return {
		title,
		seriesId: idOf(scene.series, row.series),
		groupId: idOf(scene.groups, row.group),
		organisationId: idOf(scene.organisations, more.with ?? row.with),
		startTime,
		endTime,
		...(online ? { mode: 'online' as const } : { mode: row.mode, place: row.place, country: row.country }),
		host: row.host,
		link: row.link,
		tags: more.tags,
		visibility: row.visibility
	};
}

/** Nobody plans further ahead than half a year, nor after the day of the example. */
const planningDay = (on: Day, { today }: Story) => minDay(addDays(on, -60), today);

type Attended = Parameters<typeof attendanceOf>[1];

async function recordWhoCame(scene: Scene, row: Row, eventId: string, on: Day, who: Attended) {
	const came = attendanceOf(scene.story, who, scene.people.of(row.group, on));
	if (came.people.length + came.numbers.length === 0) return;
	await recordAttendance(await scene.story.as(row.by, on), { eventId, ...came });
}

async function tellEvent(scene: Scene, row: Row, one: Held) {
	const { story } = scene;
	const startsOn = one.moved_from ?? one.on;
	const endsOn = one.until ?? startsOn;
	const title = { nl: `${row.nl}: ${one.nl}`, en: `${row.en}: ${one.en}` };
	const has = endsOn <= story.today && !one.cancelled && !one.left_open && !one.moved_from;
	const planning = await story.as(row.by, has ? endsOn : planningDay(startsOn, story));
	const { id } = await planEvent(planning, {
		...content(scene, row, title, startsOn, one),
		key: one.key,
		startsOn,
		endsOn,
		state: has ? 'done' : 'planned'
	});
	if (one.cancelled) {
		await cancelEvent(await story.as(row.by, addDays(startsOn, -2)), { eventId: id, why: one.cancelled });
	}
	if (one.moved_from) {
		const moving = await story.as(row.by, addDays(one.moved_from, -9));
		await moveEvent(moving, { eventId: id, startsOn: one.on, endsOn: one.until ?? one.on, why: one.why });
	}
	if (has)
		await recordWhoCame(scene, row, id, endsOn, {
			...one,
			names: row.names,
			people: one.people ?? row.people,
			key: title.en
		});
}

/** An event that came with the plan gets its day, its place, and what became of it. */
async function tellNamedEvent(scene: Scene, row: Row, eventKey: string, on: Day) {
	const { story } = scene;
	const eventId = idOf(scene.events, eventKey)!;
	const planning = await story.as(row.by, planningDay(on, story));
	await moveEvent(planning, { eventId, startsOn: on });
	await changeEvent(planning, {
		eventId,
		...content(scene, row, { nl: row.nl, en: row.en }, on, { tags: [], with: row.with })
	});
	for (const [countedOn, total] of row.registrations) {
		await recordRegistrations(await story.as(row.by, countedOn), { eventId, countedOn, total });
	}
	if (on > story.today) return;
	await recordWhoCame(scene, row, eventId, on, { ...row, key: eventKey });
	await closeEvent(await story.as(row.by, on), { eventId });
}

/** A series is seen by whoever may see its events. */
async function openUp(scene: Scene, { series, visibility, by }: Row) {
	if (!series || !visibility || visibility === 'group') return;
	const { id, name } = scene.series.get(series)!;
	await changeSeries(await scene.story.as(by, scene.story.today), { seriesId: id, name, visibility });
}

export async function example(caller: Caller, story: Story): Promise<void> {
	const told = story.read('agenda.yaml', agenda);
	const { db } = caller;
	const scene: Scene = {
		story,
		onlineUntil: told.online_until,
		groups: await groupsByKey(db),
		series: await seriesByKey(db),
		events: await eventsByKey(db),
		organisations: await organisationsByKey(db),
		people: await peopleOfGroups(db)
	};
	for (const row of told.rows) {
		await openUp(scene, row);
		for (const one of row.events) await tellEvent(scene, row, one);
		if (row.event && row.on) await tellNamedEvent(scene, row, row.event, row.on);
	}
}
