// Sections, activities, promises and planning entries, from plan file to tables.
import { eq, inArray } from 'drizzle-orm';
import type { Database } from '#platform/server/database.ts';
import { newId } from '#platform/server/id.ts';
import { usualPlace, usualVisibility } from '../plan-file-defaults.ts';
import type { FilePromise, PlanningEntry, Section } from '../plan-file-promises.ts';
import type { PromiseKind } from '../plan-file-words.ts';
import type { PlanFile } from '../plan-file.ts';
import type { InPlan } from './plan-rows.ts';
import { addRows, namesIn, putRows, removeOthers, type Ids } from './put-rows.ts';
import {
	activity,
	conditionInWords,
	planningEntry,
	planningEntryWindow,
	promise,
	promiseWindow,
	section
} from './schema.ts';
import { sourceOf } from './source-lines.ts';

const named = [
	{ space: 'section', table: section },
	{ space: 'activity', table: activity },
	{ space: 'promise', table: promise },
	{ space: 'planning', table: planningEntry }
] as const;

export async function knowPromises(db: Database, planId: string, ids: Ids) {
	for (const { space, table } of named) {
		ids.know(space, await namesIn(db, table, table.code, { column: table.planId, id: planId }));
	}
}

/** A promise with its kind and the activity that it stands under. */
export type Placed = { promise: FilePromise; kind: PromiseKind; activity: string | undefined };

/** Every promise of the file, in the file's order. */
export function placedPromises({ sections = [], commitments = [] }: PlanFile): Placed[] {
	const inTable = sections.flatMap(({ activities = [] }) =>
		activities.flatMap(({ code, ambitions = [], outputs = [] }): Placed[] => [
			...ambitions.map((one) => ({ promise: one, kind: 'ambition' as const, activity: code })),
			...outputs.map((one) => ({ promise: one, kind: 'output' as const, activity: code }))
		])
	);
	return [
		...inTable,
		...commitments.map((one) => ({ promise: one, kind: 'commitment' as const, activity: one.activity }))
	];
}

type Windows = NonNullable<PlanningEntry['windows']>;

const windowRow = ({ key, starts_on, ends_on, precision, label }: Windows[number], position: number) => ({
	id: newId(),
	position,
	key,
	startsOn: starts_on!,
	endsOn: ends_on!,
	precision: precision ?? null,
	label: label ?? null
});

function promiseRow(
	{ promise: one, kind, activity: under }: Placed,
	position: number,
	planId: string,
	ids: Ids,
	file: PlanFile
) {
	return {
		id: ids.of('promise', one.code),
		planId,
		position,
		code: one.code,
		kind,
		activityId: ids.maybe('activity', under),
		parentId: ids.maybe('promise', one.parent),
		coreTaskId: ids.maybe('coreTask', one.core_task),
		title: one.title,
		standsIn: one.stands_in ?? usualPlace[kind],
		figures: one.figures ?? null,
		target: one.target ?? null,
		windowBasis: one.window_basis ?? null,
		triggerId: ids.maybe('trigger', one.trigger),
		linkBasis: one.link_basis ?? null,
		ownerPersonId: one.owner?.person ?? null,
		ownerRole: one.owner?.role ?? null,
		visibility: one.visibility ?? file.plan.visibility ?? usualVisibility,
		note: one.note ?? null,
		source: sourceOf(one),
		withdrawnOn: one.withdrawn?.on ?? null,
		withdrawnWhy: one.withdrawn?.why ?? null
	} satisfies typeof promise.$inferInsert;
}

function windowRows(placed: readonly Placed[], ids: Ids) {
	return placed.flatMap(({ promise: { code, windows = [] } }) =>
		windows.map((window, position) => ({
			...windowRow(window, position),
			promiseId: ids.of('promise', code),
			slackDays: window.slack_days ?? 0
		}))
	);
}

function conditionRows(placed: readonly Placed[], ids: Ids) {
	return placed.flatMap(({ promise: { code, conditions = [] } }) =>
		conditions.map(({ text, met_on, met_by, met_source }, position) => ({
			id: newId(),
			promiseId: ids.of('promise', code),
			position,
			text,
			metOn: met_on ?? null,
			metById: met_by ?? null,
			metSource: met_source ?? null
		}))
	);
}

function activityRows(sections: readonly Section[], planId: string, ids: Ids) {
	const rows = sections.flatMap(({ code: sectionCode, activities = [] }) =>
		activities.map(({ code, title, addition, ...rest }) => ({
			id: ids.of('activity', code),
			planId,
			code,
			sectionId: ids.of('section', sectionCode),
			title,
			addition: addition ?? null,
			source: sourceOf(rest)
		}))
	);
	return rows.map((row, position) => ({ ...row, position }));
}

/** The planning cells of the file, each with the activity that it stands under. */
export const placedEntries = ({ sections = [] }: PlanFile) =>
	sections.flatMap(({ activities = [] }) =>
		activities.flatMap(({ code, planning = [] }) => planning.map((entry) => ({ entry, activity: code })))
	);

function planningRows(file: PlanFile, planId: string, ids: Ids) {
	return placedEntries(file).map(({ entry, activity: under }, position) => ({
		id: ids.of('planning', entry.code),
		planId,
		position,
		code: entry.code,
		activityId: ids.of('activity', under),
		text: entry.text,
		figures: entry.figures ?? null,
		triggerId: ids.maybe('trigger', entry.trigger),
		confidence: entry.confidence ?? null,
		source: sourceOf(entry)
	}));
}

/** Writes the activity plan without its links; answers the ids of all rows, by table. */
export async function putPromises(db: Database, file: PlanFile, planId: string, ids: Ids) {
	const sections = (file.sections ?? []).map(({ code, title, core_task, ...rest }, position) => ({
		id: ids.of('section', code),
		planId,
		position,
		code,
		title,
		coreTaskId: ids.of('coreTask', core_task),
		source: sourceOf(rest)
	}));
	const placed = placedPromises(file);
	const promises = placed.map((one, position) => promiseRow(one, position, planId, ids, file));
	const written = new Map<InPlan, string[]>();
	const put = async <Table extends InPlan>(table: Table, rows: (Table['$inferInsert'] & { id: string })[]) => {
		await putRows(db, table, rows);
		written.set(
			table,
			rows.map(({ id }) => id)
		);
	};
	await put(section, sections);
	await put(activity, activityRows(file.sections ?? [], planId, ids));
	// Outputs before their parts: rows are written in several statements when there are many.
	await put(
		promise,
		promises.toSorted((a, b) => Number(a.parentId !== null) - Number(b.parentId !== null))
	);
	await put(planningEntry, planningRows(file, planId, ids));
	await putBelow(db, file, placed, planId, ids);
	return written;
}

/** Windows and conditions, anew: nothing else refers to them. */
async function putBelow(db: Database, file: PlanFile, placed: readonly Placed[], planId: string, ids: Ids) {
	const promises = db.select({ id: promise.id }).from(promise).where(eq(promise.planId, planId));
	const entries = db.select({ id: planningEntry.id }).from(planningEntry).where(eq(planningEntry.planId, planId));
	await db.delete(promiseWindow).where(inArray(promiseWindow.promiseId, promises));
	await db.delete(conditionInWords).where(inArray(conditionInWords.promiseId, promises));
	await db.delete(planningEntryWindow).where(inArray(planningEntryWindow.planningEntryId, entries));
	await addRows(db, promiseWindow, windowRows(placed, ids));
	await addRows(db, conditionInWords, conditionRows(placed, ids));
	const entryWindows = placedEntries(file).flatMap(({ entry: { code, windows = [] } }) =>
		windows.map((window, position) => ({
			...windowRow(window, position),
			planningEntryId: ids.of('planning', code)
		}))
	);
	await addRows(db, planningEntryWindow, entryWindows);
}

/** Removes what the file no longer has, after the links are gone. */
export async function removePromises(db: Database, planId: string, written: ReadonlyMap<InPlan, readonly string[]>) {
	for (const { table } of [...named].reverse()) {
		await removeOthers(db, table, eq(table.planId, planId), written.get(table) ?? []);
	}
}
