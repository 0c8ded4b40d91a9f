// Everything that promises and planning entries are tied to, from plan file to tables.
import { eq, inArray } from 'drizzle-orm';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Database } from '#platform/server/database.ts';
import type { FilePromise } from '../plan-file-promises.ts';
import type { PlanFile } from '../plan-file.ts';
import {
	planningEntryPromise,
	promiseAmbiguity,
	promiseGoal,
	promiseGroup,
	promiseOrganisation,
	promisePriority,
	promiseProgramme,
	promiseSdg,
	promiseTerm,
	promiseTheme,
	promiseTie,
	promiseValueStrategy
} from './links-schema.ts';
import { placedEntries, placedPromises } from './promise-rows.ts';
import { addRows, type Ids } from './put-rows.ts';
import { planRecordId } from './record-rows.ts';
import { planningEntry, promise } from './schema.ts';

const tables: (PgTable & { promiseId: AnyPgColumn })[] = [
	promiseGoal,
	promiseValueStrategy,
	promiseTheme,
	promiseSdg,
	promisePriority,
	promiseOrganisation,
	promiseGroup,
	promiseProgramme,
	promiseTerm,
	promiseAmbiguity,
	promiseTie
];

/** Removes every link of the plan's promises and planning entries. */
export async function removeLinks(db: Database, planId: string) {
	const promises = db.select({ id: promise.id }).from(promise).where(eq(promise.planId, planId));
	const entries = db.select({ id: planningEntry.id }).from(planningEntry).where(eq(planningEntry.planId, planId));
	for (const table of tables) await db.delete(table).where(inArray(table.promiseId, promises));
	await db.delete(planningEntryPromise).where(inArray(planningEntryPromise.planningEntryId, entries));
}

type LinksOf = <Value, Row>(
	of: (one: FilePromise) => readonly Value[] | undefined,
	row: (value: Value) => Row
) => ({ promiseId: string; position: number } & Row)[];

/** Makes rows of one kind of link for every promise of the file. */
function linksOf(file: PlanFile, ids: Ids): LinksOf {
	const promises = placedPromises(file).map(({ promise: one }) => one);
	return (of, row) =>
		promises.flatMap((one) =>
			(of(one) ?? []).map((value, position) => ({ promiseId: ids.of('promise', one.code), position, ...row(value) }))
		);
}

/** What the plan itself is made from: goals, themes, priorities and the like. */
async function addPlanLinks(db: Database, links: LinksOf, ids: Ids) {
	const goal = (code: string) => ({ goalId: ids.of('goal', code) });
	const strategy = (code: string) => ({ valueStrategyId: ids.of('strategy', code) });
	const theme = (code: string) => ({ themeId: ids.of('theme', code) });
	const priority = (code: string) => ({ priorityId: ids.of('priority', code) });
	const ambiguity = (code: string) => ({ ambiguityId: ids.of('ambiguity', code) });
	await addRows(
		db,
		promiseGoal,
		links((one) => one.goals, goal)
	);
	await addRows(
		db,
		promiseValueStrategy,
		links((one) => one.value_strategies, strategy)
	);
	await addRows(
		db,
		promiseTheme,
		links((one) => one.themes, theme)
	);
	await addRows(
		db,
		promiseSdg,
		links(
			(one) => one.sdgs,
			(sdg) => ({ sdg })
		)
	);
	await addRows(
		db,
		promisePriority,
		links((one) => one.priorities, priority)
	);
	await addRows(
		db,
		promiseAmbiguity,
		links((one) => one.ambiguities, ambiguity)
	);
}

/** Who and what takes part: organisations, groups, programmes, terms. */
async function addPartLinks(db: Database, links: LinksOf, ids: Ids) {
	const organisation = (role: 'partner' | 'co-owner') => (key: string) => ({
		organisationId: ids.of('organisation', key),
		role
	});
	const group = (role: 'concerned' | 'co-owner') => (key: string) => ({ groupId: ids.of('group', key), role });
	const programme = (key: string) => ({ programmeId: ids.of('programme', key) });
	const term = (key: string) => ({ planRecordId: planRecordId(ids, 'term', key) });
	await addRows(
		db,
		promiseProgramme,
		links((one) => one.programmes, programme)
	);
	await addRows(
		db,
		promiseTerm,
		links((one) => one.terms, term)
	);
	await addRows(db, promiseOrganisation, [
		...links((one) => one.partners, organisation('partner')),
		...links((one) => one.co_owners?.organisations, organisation('co-owner'))
	]);
	await addRows(db, promiseGroup, [
		...links((one) => one.groups, group('concerned')),
		...links((one) => one.co_owners?.groups, group('co-owner'))
	]);
}

/** Writes the links of the file; there must be none yet. */
export async function addLinks(db: Database, file: PlanFile, ids: Ids) {
	const links = linksOf(file, ids);
	const tie = (kind: 'serves' | 'same-as') => (code: string) => ({ otherId: ids.of('promise', code), kind });
	await addPlanLinks(db, links, ids);
	await addPartLinks(db, links, ids);
	await addRows(db, promiseTie, [
		...links((one) => one.serves, tie('serves')),
		...links((one) => one.same_as, tie('same-as'))
	]);
	await addEntryLinks(db, file, ids);
}

async function addEntryLinks(db: Database, file: PlanFile, ids: Ids) {
	const rows = placedEntries(file).flatMap(({ entry }) => {
		const links = (codes: readonly string[] | undefined, kind: 'applies' | 'candidate') =>
			(codes ?? []).map((code, position) => ({
				planningEntryId: ids.of('planning', entry.code),
				promiseId: ids.of('promise', code),
				kind,
				position
			}));
		return [...links(entry.applies_to, 'applies'), ...links(entry.candidates, 'candidate')];
	});
	await addRows(db, planningEntryPromise, rows);
}
