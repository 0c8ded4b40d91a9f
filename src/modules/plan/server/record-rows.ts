// What a plan names, between plan file and tables: programmes, groups, organisations and records of other modules.
import { eq } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Database } from '#platform/server/database.ts';
import { recordKinds, type RecordKind } from '../plan-file-words.ts';
import type { PlanFile } from '../plan-file.ts';
import { planGroupOrganisation, planGroupTheme, programmeOrganisation } from './links-schema.ts';
import { recordColumns, recordLists } from './named-records.ts';
import { addRows, namesIn, putRows, removeOthers, type Ids } from './put-rows.ts';
import { planGroup, planOrganisation, planRecord, programme } from './records-schema.ts';
import { sourceOf } from './source-lines.ts';

/** Makes the ids of the plan's own rows about what it names known. */
export async function knowRecords(db: Database, planId: string, ids: Ids) {
	const inPlan = (column: AnyPgColumn) => ({ column, id: planId });
	ids.know('programme', await namesIn(db, programme, programme.key, inPlan(programme.planId)));
	ids.know('planGroup', await namesIn(db, planGroup, planGroup.groupId, inPlan(planGroup.planId)));
	const organisations = await namesIn(
		db,
		planOrganisation,
		planOrganisation.organisationId,
		inPlan(planOrganisation.planId)
	);
	ids.know('planOrganisation', organisations);
	const records = await db.select().from(planRecord).where(eq(planRecord.planId, planId));
	ids.know(
		'planRecord',
		records.map((row) => [recordName(row.refersTo, recordIdOf(row) ?? row.key!), row.id] as const)
	);
}

/** The id of the record of another module, or null when there is none. */
export const recordIdOf = (row: typeof planRecord.$inferSelect): string | null =>
	row.refersTo === 'question' ? null : row[recordColumns[row.refersTo]];

const recordName = (refersTo: RecordKind, id: string) => `${refersTo}/${id}`;

/** The plan's own row about a record, by the key that the file calls it. */
export const planRecordId = (ids: Ids, refersTo: RecordKind, key: string) =>
	ids.of('planRecord', recordName(refersTo, refersTo === 'question' ? key : ids.of(refersTo, key)));

function recordRows(file: PlanFile, planId: string, ids: Ids): (typeof planRecord.$inferInsert)[] {
	return recordKinds.flatMap((refersTo) =>
		(file[recordLists[refersTo]] ?? []).map(({ key, name, programme: of, description, note, ...rest }, position) => {
			const own = {
				id: planRecordId(ids, refersTo, key),
				planId,
				position,
				refersTo,
				programmeId: ids.maybe('programme', of),
				source: sourceOf(rest)
			};
			if (refersTo === 'question') return { ...own, key, name, details: { note, description } };
			const { supplier, form, ends_on, precision } = rest as Partial<NonNullable<PlanFile['terms']>[number]>;
			return {
				...own,
				[recordColumns[refersTo]]: ids.of(refersTo, key),
				details: { note, supplier, form, ends_on, precision }
			};
		})
	);
}

function programmeRows(file: PlanFile, planId: string, ids: Ids): (typeof programme.$inferInsert)[] {
	return (file.programmes ?? []).map(
		({ key, name, kind, core_task, parent, funder, partners: _partners, ...rest }, position) => {
			const { lines: _lines, ranges: _ranges, also_lines: _also, ...details } = rest;
			return {
				id: ids.of('programme', key),
				planId,
				position,
				key,
				name,
				kind,
				coreTaskId: ids.maybe('coreTask', core_task),
				parentId: ids.maybe('programme', parent),
				funderId: ids.maybe('organisation', funder),
				details,
				source: sourceOf(rest)
			};
		}
	);
}

const groupRowId = (ids: Ids, key: string) => ids.of('planGroup', ids.of('group', key));

function groupRows(file: PlanFile, planId: string, ids: Ids): (typeof planGroup.$inferInsert)[] {
	return (file.groups ?? []).map(
		({ key, parent, core_task, called, aliases, shared_with, status_at_start, ...rest }, position) => ({
			id: groupRowId(ids, key),
			planId,
			position,
			groupId: ids.of('group', key),
			parentId: parent === undefined ? null : groupRowId(ids, parent),
			coreTaskId: ids.maybe('coreTask', core_task),
			details: { called, aliases, shared_with, status_at_start },
			source: sourceOf(rest)
		})
	);
}

function organisationRows(file: PlanFile, planId: string, ids: Ids): (typeof planOrganisation.$inferInsert)[] {
	return (file.organisations ?? []).map(({ key, role, note, ...rest }, position) => ({
		id: ids.of('planOrganisation', ids.of('organisation', key)),
		planId,
		position,
		organisationId: ids.of('organisation', key),
		details: { role, note },
		source: sourceOf(rest)
	}));
}

/** Parents before their parts: rows are written in several statements when there are many. */
const parentsFirst = <Row extends { parentId?: string | null | undefined }>(rows: readonly Row[]) =>
	rows.toSorted((a, b) => Number(Boolean(a.parentId)) - Number(Boolean(b.parentId)));

/** Writes what the plan names; answers the ids of all rows, by table. */
export async function putRecords(db: Database, file: PlanFile, planId: string, ids: Ids) {
	const written = new Map<PgTable & { id: AnyPgColumn; planId: AnyPgColumn }, string[]>();
	const put = async <Table extends PgTable & { id: AnyPgColumn; planId: AnyPgColumn }>(
		table: Table,
		rows: (Table['$inferInsert'] & { id: string })[]
	) => {
		await putRows(db, table, rows);
		written.set(
			table,
			rows.map(({ id }) => id)
		);
	};
	await put(planOrganisation, organisationRows(file, planId, ids));
	await put(programme, parentsFirst(programmeRows(file, planId, ids)));
	await put(planGroup, parentsFirst(groupRows(file, planId, ids)));
	await put(planRecord, recordRows(file, planId, ids));
	await addRecordLinks(db, file, ids);
	return written;
}

async function addRecordLinks(db: Database, file: PlanFile, ids: Ids) {
	const linked = <Thing extends { key: string }>(
		things: readonly Thing[] | undefined,
		of: (thing: Thing) => readonly string[] | undefined
	) =>
		(things ?? []).flatMap((thing) => (of(thing) ?? []).map((name, position) => ({ key: thing.key, name, position })));
	const themes = linked(file.groups, (group) => group.themes);
	const groupPartners = linked(file.groups, (group) => group.partners);
	const programmePartners = linked(file.programmes, (one) => one.partners);
	await addRows(
		db,
		planGroupTheme,
		themes.map(({ key, name, position }) => ({
			planGroupId: groupRowId(ids, key),
			themeId: ids.of('theme', name),
			position
		}))
	);
	await addRows(
		db,
		planGroupOrganisation,
		groupPartners.map(({ key, name, position }) => ({
			planGroupId: groupRowId(ids, key),
			organisationId: ids.of('organisation', name),
			position
		}))
	);
	await addRows(
		db,
		programmeOrganisation,
		programmePartners.map(({ key, name, position }) => ({
			programmeId: ids.of('programme', key),
			organisationId: ids.of('organisation', name),
			position
		}))
	);
}

/** Removes what the file no longer names; the records themselves stay with their modules. */
export async function removeRecords(db: Database, planId: string, written: Awaited<ReturnType<typeof putRecords>>) {
	for (const table of [planRecord, planGroup, programme, planOrganisation]) {
		await removeOthers(db, table, eq(table.planId, planId), written.get(table) ?? []);
	}
}
