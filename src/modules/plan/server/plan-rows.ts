// The plan itself and what stands around its activities, from plan file to tables: chapters, core tasks, triggers, periods, sources …
import { eq, inArray } from 'drizzle-orm';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Database } from '#platform/server/database.ts';
import { newId } from '#platform/server/id.ts';
import { usualVisibility } from '../plan-file-defaults.ts';
import type { PlanFile } from '../plan-file.ts';
import { priorityGoal, priorityOrganisation, prioritySdg, prioritySource, sourceTheme } from './links-schema.ts';
import { addRows, namesIn, putRows, removeOthers, type Ids } from './put-rows.ts';
import { calendar, calendarRange, period, planSource, priority } from './records-schema.ts';
import { ambiguity, chapter, coreTask, plan, trigger } from './schema.ts';
import { sourceOf } from './source-lines.ts';

export type InPlan = PgTable & { id: AnyPgColumn; planId: AnyPgColumn };
type Named = { space: string; table: InPlan; name: AnyPgColumn };

const named: readonly Named[] = [
	{ space: 'chapter', table: chapter, name: chapter.number },
	{ space: 'ambiguity', table: ambiguity, name: ambiguity.code },
	{ space: 'coreTask', table: coreTask, name: coreTask.key },
	{ space: 'trigger', table: trigger, name: trigger.key },
	{ space: 'period', table: period, name: period.key },
	{ space: 'calendar', table: calendar, name: calendar.key },
	{ space: 'source', table: planSource, name: planSource.code },
	{ space: 'priority', table: priority, name: priority.code }
];

/** Makes the ids of these things known, as far as they exist. */
export async function knowAround(db: Database, planId: string, ids: Ids) {
	for (const { space, table, name } of named) {
		ids.know(space, await namesIn(db, table, name, { column: table.planId, id: planId }));
	}
}

/** The plan's own row; answers its id. `adoptedById` only when it is adopted just now. */
export async function putPlan(db: Database, file: PlanFile, ids: Ids, adoptedById: string | null) {
	const { key, title, starts_on, ends_on, adopted_on, visibility, ...about } = file.plan;
	const { conventions, budget, links } = file;
	const row = {
		id: ids.of('plan', key),
		key,
		frameworkId: ids.of('framework', file.framework.key),
		title,
		startsOn: starts_on,
		endsOn: ends_on,
		adoptedOn: adopted_on ?? null,
		adoptedById,
		visibility: visibility ?? usualVisibility,
		about: { ...about, conventions, budget, links }
	} satisfies typeof plan.$inferInsert;
	await putRows(db, plan, [row]);
	return row.id;
}

const positioned = (planId: string, position: number, rest: Parameters<typeof sourceOf>[0]) => ({
	planId,
	position,
	source: sourceOf(rest)
});

function textRows(file: PlanFile, planId: string, ids: Ids) {
	return {
		chapters: (file.chapters ?? []).map(({ number, title, about, texts = [], ...rest }, position) => ({
			id: ids.of('chapter', String(number)),
			...positioned(planId, position, rest),
			number,
			title,
			about: about ?? null,
			texts
		})),
		ambiguities: (file.ambiguities ?? []).map(({ code, issue, reading, confidence, ...rest }, position) => ({
			id: ids.of('ambiguity', code),
			...positioned(planId, position, rest),
			code,
			issue,
			reading,
			confidence: confidence ?? null
		})),
		coreTasks: (file.core_tasks ?? []).map(({ code, key, title, across = false, note, ...rest }, position) => ({
			id: ids.of('coreTask', key),
			...positioned(planId, position, rest),
			code,
			key,
			title,
			across,
			note: note ?? null
		}))
	};
}

function timeRows(file: PlanFile, planId: string, ids: Ids) {
	return {
		triggers: (file.triggers ?? []).map(({ key, kind, label, resolves, state, on, by, why }, position) => ({
			id: ids.of('trigger', key),
			planId,
			position,
			key,
			kind,
			label,
			decisionId: kind === 'decision' ? ids.of('decision', key) : null,
			resolves: resolves ?? null,
			state: state ?? ('open' as const),
			stateOn: on ?? null,
			stateById: by ?? null,
			why: why ?? null
		})),
		periods: (file.periods ?? []).map(({ key, starts_on, ends_on, precision, label }, position) => ({
			id: ids.of('period', key),
			planId,
			position,
			key,
			startsOn: starts_on,
			endsOn: ends_on,
			precision: precision ?? null,
			label: label ?? null
		})),
		calendars: (file.calendars ?? []).map(({ key, label }, position) => ({
			id: ids.of('calendar', key),
			planId,
			position,
			key,
			label
		})),
		ranges: (file.calendars ?? []).flatMap(({ key, ranges = [] }) =>
			ranges.map(({ starts_on, ends_on, label }, position) => ({
				id: newId(),
				calendarId: ids.of('calendar', key),
				position,
				startsOn: starts_on,
				endsOn: ends_on,
				label: label ?? null
			}))
		)
	};
}

function originRows(file: PlanFile, planId: string, ids: Ids) {
	return {
		sources: (file.sources ?? []).map(({ code, kind, text, findings, follow_up, ...rest }, position) => ({
			id: ids.of('source', code),
			...positioned(planId, position, rest),
			code,
			kind,
			text,
			details: { findings, follow_up }
		})),
		priorities: (file.priorities ?? []).map(({ code, title, points = [], ...rest }, position) => ({
			id: ids.of('priority', code),
			...positioned(planId, position, rest),
			code,
			title,
			points
		}))
	};
}

/** Writes what stands around the activities; answers the ids of all rows, by table. */
export async function putAround(db: Database, file: PlanFile, planId: string, ids: Ids) {
	const { chapters, ambiguities, coreTasks } = textRows(file, planId, ids);
	const { triggers, periods, calendars, ranges } = timeRows(file, planId, ids);
	const { sources, priorities } = originRows(file, planId, ids);
	const written = new Map<InPlan, string[]>();
	const put = async <Table extends InPlan>(table: Table, rows: (Table['$inferInsert'] & { id: string })[]) => {
		await putRows(db, table, rows);
		written.set(
			table,
			rows.map(({ id }) => id)
		);
	};
	await put(chapter, chapters);
	await put(ambiguity, ambiguities);
	await put(coreTask, coreTasks);
	await put(trigger, triggers);
	await put(period, periods);
	await put(calendar, calendars);
	await put(planSource, sources);
	await put(priority, priorities);
	await db.delete(calendarRange).where(inArray(calendarRange.calendarId, calendarsOf(db, planId)));
	await addRows(db, calendarRange, ranges);
	await addOriginLinks(db, file, ids);
	return written;
}

const calendarsOf = (db: Database, planId: string) =>
	db.select({ id: calendar.id }).from(calendar).where(eq(calendar.planId, planId));

async function addOriginLinks(db: Database, file: PlanFile, ids: Ids) {
	const themes = (file.sources ?? []).flatMap(({ code, themes: codes = [] }) =>
		codes.map((name, position) => ({ planSourceId: ids.of('source', code), themeId: ids.of('theme', name), position }))
	);
	const priorities = (file.priorities ?? []).map((one) => ({ ...one, priorityId: ids.of('priority', one.code) }));
	const links = <Value, Row>(
		of: (one: (typeof priorities)[number]) => readonly Value[] | undefined,
		row: (value: Value) => Row
	) =>
		priorities.flatMap((one) =>
			(of(one) ?? []).map((value, position) => ({ priorityId: one.priorityId, position, ...row(value) }))
		);
	await addRows(db, sourceTheme, themes);
	await addRows(
		db,
		priorityGoal,
		links(
			(one) => one.goals,
			(code) => ({ goalId: ids.of('goal', code) })
		)
	);
	await addRows(
		db,
		prioritySdg,
		links(
			(one) => one.sdgs,
			(sdg) => ({ sdg })
		)
	);
	await addRows(
		db,
		priorityOrganisation,
		links(
			(one) => one.partners,
			(key) => ({ organisationId: ids.of('organisation', key) })
		)
	);
	await addRows(
		db,
		prioritySource,
		links(
			(one) => one.sources,
			(code) => ({ planSourceId: ids.of('source', code) })
		)
	);
}

/** Removes what the file no longer has, after what referred to it is gone. */
export async function removeAround(db: Database, planId: string, written: ReadonlyMap<InPlan, readonly string[]>) {
	for (const { table } of [...named].reverse()) {
		await removeOthers(db, table, eq(table.planId, planId), written.get(table) ?? []);
	}
}
