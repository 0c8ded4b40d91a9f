// Records of other modules that a plan names: made when the plan names them first, and read back as the plan file has them.
import { inArray } from 'drizzle-orm';
import { ensureEvent, ensureSeries } from '#modules/agenda/server/public.ts';
import { event, series } from '#modules/agenda/server/schema.ts';
import { ensureChannel } from '#modules/channels/server/public.ts';
import { channel } from '#modules/channels/server/schema.ts';
import {
	ensureDecision,
	ensureDocument,
	ensureMeasurement,
	ensureMilestone,
	ensureTerm
} from '#modules/deliverables/server/public.ts';
import { document, measuredThing, milestone, term } from '#modules/deliverables/server/schema.ts';
import { ensureGroup } from '#modules/groups/server/public.ts';
import { ensureOrganisation } from '#modules/members/server/public.ts';
import type { Localized } from '#platform/localized.ts';
import type { Database } from '#platform/server/database.ts';
import type { RecordKind } from '../plan-file-words.ts';
import type { PlanFile } from '../plan-file.ts';
import type { Ids } from './put-rows.ts';

/** In which list of the file each kind of record stands. */
export const recordLists = {
	series: 'series',
	event: 'events',
	channel: 'channels',
	document: 'documents',
	milestone: 'milestones',
	term: 'terms',
	measurement: 'measurements',
	question: 'questions'
} as const satisfies Record<RecordKind, keyof PlanFile>;

/** The column of `plan_record` that holds the record; questions have no record yet. */
export const recordColumns = {
	series: 'seriesId',
	event: 'eventId',
	channel: 'channelId',
	document: 'documentId',
	milestone: 'milestoneId',
	term: 'termId',
	measurement: 'measuredThingId'
} as const satisfies Record<Exclude<RecordKind, 'question'>, string>;

export type RecordWithModule = keyof typeof recordColumns;

/** Makes what is not there yet. An existing record keeps what its own module knows of it. */
export async function ensureRecords(db: Database, file: PlanFile, ids: Ids) {
	const know = async (space: string, key: string, made: Promise<string>) => ids.know(space, [[key, await made]]);
	const group = (key: string | undefined) => ids.maybe('group', key);
	const organisation = (key: string | undefined) => ids.maybe('organisation', key);
	for (const { key, name, abbreviation } of file.organisations ?? []) {
		await know('organisation', key, ensureOrganisation(db, { key, name, shortName: abbreviation }));
	}
	for (const { key, name, kind, description, size } of file.groups ?? []) {
		await know('group', key, ensureGroup(db, { key, name, kind, description, size }));
	}
	for (const { key, name, description, group: of } of file.series ?? []) {
		await know('series', key, ensureSeries(db, { key, name, description, groupId: group(of) }));
	}
	for (const { key, name, description, ...of } of file.events ?? []) {
		const owners = { groupId: group(of.group), organisationId: organisation(of.organisation) };
		const wanted = { key, name, description, seriesId: ids.maybe('series', of.series), ...owners };
		await know('event', key, ensureEvent(db, wanted));
	}
	for (const { key, name, description, kind, group: of } of file.channels ?? []) {
		await know('channel', key, ensureChannel(db, { key, name, description, kind, groupId: group(of) }));
	}
	await ensureDeliverables(db, file, ids);
}

async function ensureDeliverables(db: Database, file: PlanFile, ids: Ids) {
	const know = async (space: string, key: string, made: Promise<string>) => ids.know(space, [[key, await made]]);
	const group = (key: string | undefined) => ids.maybe('group', key);
	const organisation = (key: string | undefined) => ids.maybe('organisation', key);
	for (const { key, name, description, ...of } of file.documents ?? []) {
		const owners = { groupId: group(of.group), organisationId: organisation(of.organisation) };
		await know('document', key, ensureDocument(db, { key, name, description, ...owners }));
	}
	for (const { key, name, description, group: of } of file.milestones ?? []) {
		await know('milestone', key, ensureMilestone(db, { key, name, description, groupId: group(of) }));
	}
	for (const { key, name, description, kind, organisation: of } of file.terms ?? []) {
		await know('term', key, ensureTerm(db, { key, name, description, kind, counterpartId: organisation(of) }));
	}
	for (const { key, name, description, unit } of file.measurements ?? []) {
		await know('measurement', key, ensureMeasurement(db, { key, name, description, unit }));
	}
	for (const { key, kind, label } of file.triggers ?? []) {
		if (kind === 'decision') await know('decision', key, ensureDecision(db, { key, name: label }));
	}
}

/** What a record of another module tells about itself. */
export type KnownRecord = {
	id: string;
	key: string;
	name: Localized;
	description: Localized | null;
	groupId?: string | null;
	organisationId?: string | null;
	seriesId?: string | null;
	kind?: string;
	unit?: Localized | null;
};

type Row = Omit<KnownRecord, 'key'> & { key: string | null };

const deliverable = (table: typeof document | typeof milestone | typeof term | typeof measuredThing) => ({
	id: table.id,
	key: table.key,
	name: table.title,
	description: table.description
});

const readers: Record<RecordWithModule, (db: Database, ids: string[]) => Promise<Row[]>> = {
	series: (db, ids) => db.select().from(series).where(inArray(series.id, ids)),
	event: async (db, ids) =>
		(await db.select().from(event).where(inArray(event.id, ids))).map(({ title, ...row }) => ({ ...row, name: title })),
	channel: (db, ids) => db.select().from(channel).where(inArray(channel.id, ids)),
	document: (db, ids) =>
		db
			.select({ ...deliverable(document), groupId: document.groupId, organisationId: document.organisationId })
			.from(document)
			.where(inArray(document.id, ids)),
	milestone: (db, ids) =>
		db
			.select({ ...deliverable(milestone), groupId: milestone.groupId })
			.from(milestone)
			.where(inArray(milestone.id, ids)),
	term: (db, ids) =>
		db
			.select({ ...deliverable(term), kind: term.kind, organisationId: term.counterpartId })
			.from(term)
			.where(inArray(term.id, ids)),
	measurement: (db, ids) =>
		db
			.select({ ...deliverable(measuredThing), unit: measuredThing.unit })
			.from(measuredThing)
			.where(inArray(measuredThing.id, ids))
};

/** The records with these ids; one that lost its key is called by its id. */
export async function readRecords(
	db: Database,
	kind: RecordWithModule,
	ids: readonly string[]
): Promise<KnownRecord[]> {
	if (ids.length === 0) return [];
	const rows = await readers[kind](db, [...ids]);
	return rows.map((row) => ({ ...row, key: row.key ?? row.id }));
}
