// What is read of documents, milestones, decisions, terms and measured things; reached only through operations.
import { and, eq, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { group } from '#modules/groups/server/schema.ts';
import { organisation, person } from '#modules/members/server/schema.ts';
import type { Actor } from '#platform/actor.ts';
import { sql, type Database } from '#platform/server/database.ts';
import { visibleTo } from '#platform/server/views.ts';
import type { PromisedKind, PromisedState } from '../rules.ts';
import { decision, deliverableChange, document, measuredThing, milestone, term } from './schema.ts';

export const pageSize = 50;

/** `maySeeDeliverable`, said in SQL. */
export const seenBy = (actor: Actor, table: { visibility: AnyPgColumn; groupId?: AnyPgColumn }): SQL =>
	visibleTo(actor, {
		visibility: sql`${table.visibility}`,
		organisationId: sql`null::uuid`,
		groupId: table.groupId ? sql`${table.groupId}` : sql`null::uuid`
	});

export const visibleDocument = async (db: Database, actor: Actor, id: string) =>
	(
		await db
			.select()
			.from(document)
			.where(and(eq(document.id, id), seenBy(actor, document)))
	)[0];

export const visibleMilestone = async (db: Database, actor: Actor, id: string) =>
	(
		await db
			.select()
			.from(milestone)
			.where(and(eq(milestone.id, id), seenBy(actor, milestone)))
	)[0];

export const visibleDecision = async (db: Database, actor: Actor, id: string) =>
	(
		await db
			.select()
			.from(decision)
			.where(and(eq(decision.id, id), seenBy(actor, decision)))
	)[0];

export const visibleTerm = async (db: Database, actor: Actor, id: string) =>
	(
		await db
			.select()
			.from(term)
			.where(and(eq(term.id, id), seenBy(actor, term)))
	)[0];

export const visibleMeasuredThing = async (db: Database, actor: Actor, id: string) =>
	(
		await db
			.select()
			.from(measuredThing)
			.where(and(eq(measuredThing.id, id), seenBy(actor, measuredThing)))
	)[0];

export const promisedTables = { document, milestone, decision } as const;

/** A document, milestone or decision, as far as what is promised of all three goes. */
export async function visiblePromised(db: Database, actor: Actor, { kind, id }: { kind: PromisedKind; id: string }) {
	const table = promisedTables[kind];
	const [found] = await db
		.select({ id: table.id, groupId: table.groupId, state: sql<PromisedState>`${table.state}`, dueOn: table.dueOn })
		.from(table)
		.where(and(eq(table.id, id), seenBy(actor, table)));
	return found && { ...found, kind };
}

type About = 'documentId' | 'milestoneId' | 'decisionId' | 'termId';

/** What became of a deliverable, newest first, and by whom for those who keep it. */
export async function changesOf(db: Database, about: About, id: string, withNames: boolean) {
	const found = await db
		.select({
			kind: deliverableChange.kind,
			at: deliverableChange.at,
			fromOn: deliverableChange.fromOn,
			toOn: deliverableChange.toOn,
			why: deliverableChange.why,
			by: sql<string | null>`trim(${person.givenName} || ' ' || ${person.familyName})`
		})
		.from(deliverableChange)
		.leftJoin(person, eq(person.id, deliverableChange.byPersonId))
		.where(eq(deliverableChange[about], id))
		.orderBy(sql`${deliverableChange.at} desc, ${deliverableChange.id} desc`)
		.limit(200);
	return withNames ? found : found.map((change) => ({ ...change, by: null }));
}

const nameOf = async (db: Database, table: typeof group | typeof organisation, id: string | null) => {
	if (id === null) return null;
	const [found] = await db.select({ id: table.id, name: table.name }).from(table).where(eq(table.id, id));
	return found ?? null;
};

/** Id and name, for a link; null when there is none. */
export const groupName = (db: Database, id: string | null) => nameOf(db, group, id);
export const organisationName = (db: Database, id: string | null) => nameOf(db, organisation, id);
