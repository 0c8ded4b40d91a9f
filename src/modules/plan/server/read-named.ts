// What a plan names, from tables to plan file: organisations, groups, programmes, and records of other modules with the key they have now.
import { asc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { group } from '#modules/groups/server/schema.ts';
import { organisation } from '#modules/members/server/schema.ts';
import { rows, type Database } from '#platform/server/database.ts';
import { recordKinds, type RecordKind } from '../plan-file-words.ts';
import { theme } from './framework-schema.ts';
import { planGroupOrganisation, planGroupTheme, programmeOrganisation } from './links-schema.ts';
import { readRecords, recordColumns, recordLists, type KnownRecord, type RecordWithModule } from './named-records.ts';
import { recordIdOf } from './record-rows.ts';
import { planGroup, planOrganisation, planRecord, programme } from './records-schema.ts';
import { coreTask, trigger } from './schema.ts';
import { sourceIn } from './source-lines.ts';

export type Named = {
	/** The lists of the file: organisations, groups, programmes, series … */
	lists: Record<string, unknown[]>;
	/** The key or code of a thing by its id, of whatever kind. */
	keyOf: (id: string | null | undefined) => string | undefined;
};

type Keys = Map<string, string>;

/** Ids in the order given, each once. */
const unique = (ids: readonly (string | null | undefined)[]) => [
	...new Set(ids.filter((id) => typeof id === 'string'))
];

/** Records that a target or link refers to though nobody put them in a list of the plan: they must stand in its file too. */
async function alsoReferredTo(db: Database, planId: string): Promise<Map<string, string[]>> {
	const links: SQL = sql`
		select 'group' as kind, l.group_id as id from promise_group l join promise p on p.id = l.promise_id where p.plan_id = ${planId}
		union select 'organisation', l.organisation_id from promise_organisation l join promise p on p.id = l.promise_id where p.plan_id = ${planId}
		union select r.refers_to, coalesce(r.group_id, r.organisation_id, r.series_id, r.event_id, r.channel_id, r.document_id,
				r.milestone_id, r.term_id, r.measured_thing_id)
			from target_reference r join promise p on p.id = r.promise_id where p.plan_id = ${planId}`;
	const found = await rows<{ kind: string; id: string | null }>(db, sql`select * from (${links}) l order by kind, id`);
	const byKind = new Map<string, string[]>();
	for (const { kind, id } of found) if (id !== null) byKind.set(kind, [...(byKind.get(kind) ?? []), id]);
	return byKind;
}

type ListedRecord = { row: typeof planRecord.$inferSelect | undefined; record: KnownRecord };

/** Listed records in the plan's order, then those that are only referred to, by key. */
async function recordsOf(
	db: Database,
	kind: RecordWithModule,
	listed: (typeof planRecord.$inferSelect)[],
	also: readonly string[]
) {
	const ids = unique([...listed.map(recordIdOf), ...also]);
	const records = new Map((await readRecords(db, kind, ids)).map((record) => [record.id, record]));
	const ordered = listed.map((row): ListedRecord => ({ row, record: records.get(row[recordColumns[kind]]!)! }));
	const others = ids
		.filter((id) => !listed.some((row) => recordIdOf(row) === id))
		.map((id): ListedRecord => ({ row: undefined, record: records.get(id)! }));
	return [...ordered, ...others.toSorted((a, b) => (a.record.key < b.record.key ? -1 : 1))];
}

const fileRecord = ({ row, record }: ListedRecord, keys: Keys) => ({
	key: record.key,
	name: record.name,
	description: record.description,
	programme: row?.programmeId && keys.get(row.programmeId),
	group: record.groupId && keys.get(record.groupId),
	organisation: record.organisationId && keys.get(record.organisationId),
	series: record.seriesId && keys.get(record.seriesId),
	...row?.details,
	...sourceIn(row?.source ?? null)
});

/** What only some kinds have. */
const ofKind = (kind: RecordKind, { kind: type, unit }: KnownRecord) =>
	kind === 'channel' || kind === 'term' ? { kind: type } : kind === 'measurement' ? { unit } : {};

async function readGroups(db: Database, planId: string, ids: readonly string[], keys: Keys) {
	const listed = await db.select().from(planGroup).where(eq(planGroup.planId, planId)).orderBy(asc(planGroup.position));
	const all = unique([...listed.map(({ groupId }) => groupId), ...ids]);
	const found = new Map(
		(all.length === 0 ? [] : await db.select().from(group).where(inArray(group.id, all))).map((one) => [one.id, one])
	);
	for (const [id, { key }] of found) keys.set(id, key);
	for (const { id, groupId } of listed) keys.set(id, keys.get(groupId)!);
	const themes = await db
		.select({ id: planGroupTheme.planGroupId, code: theme.code })
		.from(planGroupTheme)
		.innerJoin(theme, eq(theme.id, planGroupTheme.themeId))
		.orderBy(asc(planGroupTheme.position));
	const partners = await db.select().from(planGroupOrganisation).orderBy(asc(planGroupOrganisation.position));
	return all.map((id) => {
		const { key, name, kind, description, size } = found.get(id)!;
		const row = listed.find(({ groupId }) => groupId === id);
		return {
			own: { key, name, kind, description, size },
			row,
			themes: themes.filter((link) => link.id === row?.id).map(({ code }) => code),
			partnerIds: partners.filter((link) => link.planGroupId === row?.id).map(({ organisationId }) => organisationId)
		};
	});
}

async function readProgrammes(db: Database, planId: string, keys: Keys) {
	const found = await db.select().from(programme).where(eq(programme.planId, planId)).orderBy(asc(programme.position));
	const partners = await db.select().from(programmeOrganisation).orderBy(asc(programmeOrganisation.position));
	for (const { id, key } of found) keys.set(id, key);
	return found.map((row) => ({
		row,
		partnerIds: partners.filter((link) => link.programmeId === row.id).map(({ organisationId }) => organisationId)
	}));
}

async function readOrganisations(db: Database, planId: string, ids: readonly string[], keys: Keys) {
	const listed = await db
		.select()
		.from(planOrganisation)
		.where(eq(planOrganisation.planId, planId))
		.orderBy(asc(planOrganisation.position));
	const all = unique([...listed.map(({ organisationId }) => organisationId), ...ids]);
	const found = all.length === 0 ? [] : await db.select().from(organisation).where(inArray(organisation.id, all));
	for (const { id, key } of found) keys.set(id, key);
	return all.map((id) => {
		const { key, name, shortName } = found.find((one) => one.id === id)!;
		const row = listed.find(({ organisationId }) => organisationId === id);
		return { key, name, abbreviation: shortName, ...row?.details, ...sourceIn(row?.source ?? null) };
	});
}

async function readPlanRecords(db: Database, planId: string, also: ReadonlyMap<string, string[]>) {
	const listed = await db
		.select()
		.from(planRecord)
		.where(eq(planRecord.planId, planId))
		.orderBy(asc(planRecord.position));
	const records = new Map<RecordKind, ListedRecord[]>();
	for (const kind of recordKinds) {
		if (kind === 'question') continue;
		const own = listed.filter(({ refersTo }) => refersTo === kind);
		records.set(kind, await recordsOf(db, kind, own, also.get(kind) ?? []));
	}
	return { records, questions: listed.filter(({ refersTo }) => refersTo === 'question') };
}

/** Keys of what is the plan's own. */
async function ownKeys(db: Database, planId: string): Promise<Keys> {
	const found = await rows<{ id: string; key: string }>(
		db,
		sql`select id, key from ${coreTask} where plan_id = ${planId} union all select id, key from ${trigger} where plan_id = ${planId}
			union all select decision_id, key from ${trigger} where plan_id = ${planId} and decision_id is not null`
	);
	return new Map(found.map(({ id, key }) => [id, key]));
}

type ReadGroup = Awaited<ReturnType<typeof readGroups>>[number];
type ReadProgramme = Awaited<ReturnType<typeof readProgrammes>>[number];
type KeyOf = Named['keyOf'];

const fileGroup = ({ own, row, themes, partnerIds }: ReadGroup, keyOf: KeyOf) => ({
	...own,
	...row?.details,
	core_task: keyOf(row?.coreTaskId),
	parent: keyOf(row?.parentId),
	themes,
	partners: partnerIds.map(keyOf),
	...sourceIn(row?.source ?? null)
});

const fileProgramme = ({ row, partnerIds }: ReadProgramme, keyOf: KeyOf) => ({
	key: row.key,
	name: row.name,
	kind: row.kind,
	core_task: keyOf(row.coreTaskId),
	parent: keyOf(row.parentId),
	funder: keyOf(row.funderId),
	partners: partnerIds.map(keyOf),
	...row.details,
	...sourceIn(row.source)
});

/** Everything that the plan names. */
export async function readNamed(db: Database, planId: string): Promise<Named> {
	const keys = await ownKeys(db, planId);
	const also = await alsoReferredTo(db, planId);
	const { records, questions } = await readPlanRecords(db, planId, also);
	const all = [...records.values()].flat();
	for (const { record, row } of all) {
		keys.set(record.id, record.key);
		if (row) keys.set(row.id, record.key);
	}
	for (const { id, key } of questions) keys.set(id, key!);
	const groupIds = unique([...(also.get('group') ?? []), ...all.map(({ record }) => record.groupId)]);
	const groups = await readGroups(db, planId, groupIds, keys);
	const programmes = await readProgrammes(db, planId, keys);
	const organisationIds = unique([
		...(also.get('organisation') ?? []),
		...all.map(({ record }) => record.organisationId),
		...groups.flatMap(({ partnerIds }) => partnerIds),
		...programmes.flatMap(({ row, partnerIds }) => [row.funderId, ...partnerIds])
	]);
	const organisations = await readOrganisations(db, planId, organisationIds, keys);
	const keyOf = (id: string | null | undefined) => (id ? keys.get(id) : undefined);
	const recordEntries = [...records].map(([kind, listed]) => [
		recordLists[kind],
		listed.map((one) => ({ ...fileRecord(one, keys), ...ofKind(kind, one.record) }))
	]);
	return {
		keyOf,
		lists: {
			organisations,
			groups: groups.map((one) => fileGroup(one, keyOf)),
			programmes: programmes.map((one) => fileProgramme(one, keyOf)),
			...Object.fromEntries(recordEntries),
			questions: questions.map(({ key, name, programmeId, details, source }) => ({
				key,
				name,
				programme: keyOf(programmeId),
				...details,
				...sourceIn(source)
			}))
		}
	};
}
