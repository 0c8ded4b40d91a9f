// The door of the deliverables: what other modules may call.
import { eq, isNotNull, type SQL } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Day } from '#platform/day.ts';
import type { Localized } from '#platform/localized.ts';
import { rows, sql, type Database } from '#platform/server/database.ts';
import { newId } from '#platform/server/id.ts';
import { decision, document, measuredThing, milestone, term } from './schema.ts';

type Named = { key: string; name: Localized; description?: Localized | null | undefined };
type Optional<Row, Names extends keyof Row> = Partial<Pick<Row, Names>>;

type WantedDocument = Named &
	Optional<
		typeof document.$inferInsert,
		'kind' | 'eventId' | 'termId' | 'groupId' | 'organisationId' | 'tags' | 'dueOn' | 'visibility'
	>;
type WantedMilestone = Named & Optional<typeof milestone.$inferInsert, 'groupId' | 'tags' | 'dueOn' | 'visibility'>;
type WantedDecision = Named & Optional<typeof decision.$inferInsert, 'groupId' | 'dueOn' | 'visibility'>;
type WantedTerm = Named &
	Pick<typeof term.$inferInsert, 'kind'> &
	Optional<typeof term.$inferInsert, 'holderId' | 'counterpartId' | 'tags' | 'visibility'>;
type WantedMeasurement = Named & Optional<typeof measuredThing.$inferInsert, 'unit' | 'visibility'>;

type Keyed = typeof document | typeof milestone | typeof decision | typeof term | typeof measuredThing;

/** The row of `table` with this key, made when there is none yet. */
async function ensure(db: Database, table: Keyed, { name, ...wanted }: Named): Promise<string> {
	const [made] = await db
		.insert(table as PgTable)
		.values({ id: newId(), ...wanted, title: name } as never)
		.onConflictDoNothing({ target: table.key })
		.returning({ id: table.id });
	if (made) return made.id;
	const [found] = await db.select({ id: table.id }).from(table).where(eq(table.key, wanted.key));
	return found!.id;
}

/** The document with this key, made (planned, without a day unless one is given) when there is none yet. */
export const ensureDocument = (db: Database, wanted: WantedDocument) => ensure(db, document, wanted);
/** The milestone with this key, made when there is none yet. */
export const ensureMilestone = (db: Database, wanted: WantedMilestone) => ensure(db, milestone, wanted);
/** The decision with this key, made (open) when there is none yet; its question is the name. */
export const ensureDecision = (db: Database, wanted: WantedDecision) => ensure(db, decision, wanted);
/** The term with this key, made when there is none yet; it holds from when somebody records its first period. */
export const ensureTerm = (db: Database, wanted: WantedTerm) => ensure(db, term, wanted);
/** What is measured under this key, made when there is none yet. */
export const ensureMeasurement = (db: Database, wanted: WantedMeasurement) => ensure(db, measuredThing, wanted);

type ByKey = Map<string, { id: string; name: Localized }>;

async function byKey(db: Database, table: Keyed): Promise<ByKey> {
	const all = await db
		.select({ id: table.id, key: table.key, name: table.title })
		.from(table)
		.where(isNotNull(table.key));
	return new Map((all as { id: string; key: string; name: Localized }[]).map(({ key, ...rest }) => [key, rest]));
}

/** Keys and names of the records that have a key. */
export const documentsByKey = (db: Database) => byKey(db, document);
export const milestonesByKey = (db: Database) => byKey(db, milestone);
export const decisionsByKey = (db: Database) => byKey(db, decision);
export const termsByKey = (db: Database) => byKey(db, term);
export const measurementsByKey = (db: Database) => byKey(db, measuredThing);

export type DecisionState = { state: 'open' | 'yes' | 'no'; on: Day | null };

/** How the decisions with a key stand, for whoever waits for them; a withdrawn one is decided against on no day. */
export async function decisionStates(db: Database, day: Day): Promise<Map<string, DecisionState>> {
	const stands: SQL = sql`case when state = 'withdrawn' then 'no'
		when state = 'taken' and decided_on <= ${day}::date then outcome else 'open' end`;
	const found = await rows<DecisionState & { key: string }>(
		db,
		sql`select key, ${stands} as state, case when ${stands} <> 'open' then decided_on end as "on"
			from decision where key is not null`
	);
	return new Map(found.map(({ key, ...rest }) => [key, rest]));
}
