// Reported facts in the database: what is there already, what rows refer to, and how they are written.
import { eq, inArray } from 'drizzle-orm';
import { rows, sql, type Database } from '#platform/server/database.ts';
import { reportedFact } from '#platform/server/schema.ts';
import { viewName } from '#platform/server/views.ts';
import type { FactValues } from '../reported-fact.ts';

type Row = typeof reportedFact.$inferSelect;
export type StoredFact = { id: string; values: FactValues; isWithdrawn: boolean };

export const keyOf = (source: string, externalId: string) => `${source}\n${externalId}`;
/** The id under which a fact is published: that of the record whose place it takes. */
export const publishedId = (id: string, { replacesId }: FactValues) => replacesId ?? id;

function stored(row: Row): StoredFact {
	const { id, source: _source, externalId: _externalId, reportedAt: _at, withdrawnAt, ...values } = row;
	return { id, isWithdrawn: withdrawnAt !== null, values: { ...values, tags: values.tags.toSorted() } };
}

type Names = { source: string; externalId: string };

/** Facts that were told before, by source and external id. */
export async function storedFacts(db: Database, names: readonly Names[]): Promise<Map<string, StoredFact>> {
	if (names.length === 0) return new Map();
	const sources = sql.param(names.map(({ source }) => source));
	const externalIds = sql.param(names.map(({ externalId }) => externalId));
	const found = await db
		.select()
		.from(reportedFact)
		.where(
			sql`(${reportedFact.source}, ${reportedFact.externalId}) in (select * from unnest(${sources}::text[], ${externalIds}::text[]))`
		);
	return new Map(found.map((row) => [keyOf(row.source, row.externalId), stored(row)]));
}

/** Which fact takes the place of each record now, by the record's id. */
export async function replacedBy(db: Database, ids: readonly string[]): Promise<Map<string, string>> {
	if (ids.length === 0) return new Map();
	const found = await db
		.select({ id: reportedFact.replacesId, source: reportedFact.source, externalId: reportedFact.externalId })
		.from(reportedFact)
		.where(sql`${inArray(reportedFact.replacesId, [...ids])} and ${reportedFact.withdrawnAt} is null`);
	return new Map(found.map(({ id, source, externalId }) => [id!, keyOf(source, externalId)]));
}

/** Which of these ids are those of facts of the kind. */
export async function factsThere(db: Database, kind: string, ids: readonly string[]): Promise<Set<string>> {
	if (ids.length === 0) return new Set();
	const view = sql.identifier(viewName('fact', kind));
	const found = await rows<{ id: string }>(
		db,
		sql`select id from ${view} where id = any(${sql.param([...ids])}::uuid[])`
	);
	return new Set(found.map(({ id }) => id));
}

/** Which of these ids are those of facts of any kind. */
export async function subjectsThere(db: Database, ids: readonly string[]): Promise<Set<string>> {
	if (ids.length === 0) return new Set();
	const found = await rows<{ id: string }>(db, sql`select id from fact where id = any(${sql.param([...ids])}::uuid[])`);
	return new Set(found.map(({ id }) => id));
}

const inSnakeCase = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export type NewFact = Names & { id: string; values: FactValues };

/** As one JSON value: with a parameter for every cell a thousand facts take ten times as long to write. */
export async function insertFacts(db: Database, facts: readonly NewFact[]): Promise<void> {
	if (facts.length === 0) return;
	const told = facts.map(({ id, source, externalId, values: { title, ...values } }) => ({
		id,
		source,
		external_id: externalId,
		title,
		...Object.fromEntries(Object.entries(values).map(([name, value]) => [inSnakeCase(name), value]))
	}));
	const columns = sql.raw(Object.keys(told[0]!).join(', '));
	await db.execute(
		sql`insert into reported_fact (${columns}) select ${columns} from json_populate_recordset(null::reported_fact, ${JSON.stringify(told)}::json)`
	);
}

/** What it said before is gone; what is about it stays about it when it takes the place of another record. */
export async function correctFact(db: Database, before: StoredFact, values: FactValues): Promise<void> {
	await db
		.update(reportedFact)
		.set({ ...values, withdrawnAt: null })
		.where(eq(reportedFact.id, before.id));
	const [from, to] = [publishedId(before.id, before.values), publishedId(before.id, values)];
	if (from !== to) await db.update(reportedFact).set({ subjectId: to }).where(eq(reportedFact.subjectId, from));
}

export async function withdrawFact(db: Database, id: string, at: Date): Promise<void> {
	await db.update(reportedFact).set({ withdrawnAt: at }).where(eq(reportedFact.id, id));
}
