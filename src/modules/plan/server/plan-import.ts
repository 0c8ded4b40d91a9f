// Stores a plan file: all of it or nothing. What stays keeps its id; what changed in an adopted plan is kept with who and why.
import { eq, inArray } from 'drizzle-orm';
import { personName } from '#modules/members/server/public.ts';
import { Invalid, invalid, type Issue } from '#platform/errors.ts';
import type { Database } from '#platform/server/database.ts';
import { newId } from '#platform/server/id.ts';
import type { Caller } from '#platform/server/operation.ts';
import { withoutDefaults } from '../plan-file-defaults.ts';
import { changesBetween, type FileChange } from '../plan-file-diff.ts';
import { keepWhatHappened } from '../plan-file-merge.ts';
import { markedOlder } from '../plan-file-older.ts';
import type { PlanFile } from '../plan-file.ts';
import { mayAdoptPlan } from '../rules.ts';
import { knowFramework, putFramework, removeFromFramework } from './framework-rows.ts';
import { planChange } from './history-schema.ts';
import {
	priorityGoal,
	priorityOrganisation,
	prioritySdg,
	prioritySource,
	planGroupOrganisation,
	planGroupTheme,
	programmeOrganisation,
	sourceTheme
} from './links-schema.ts';
import { ensureRecords } from './named-records.ts';
import { exportPlanFile, planByKey } from './plan-export.ts';
import { knowAround, putAround, putPlan, removeAround } from './plan-rows.ts';
import { addLinks, removeLinks } from './promise-links.ts';
import { knowPromises, placedPromises, putPromises, removePromises } from './promise-rows.ts';
import { addRows, Ids, namesIn } from './put-rows.ts';
import { knowRecords, putRecords, removeRecords } from './record-rows.ts';
import { planGroup, planSource, priority, programme } from './records-schema.ts';
import { plan, promise } from './schema.ts';
import { writeTargetReferences } from './target-references.ts';

export type Imported = {
	planId: string;
	key: string;
	/** `new` there was no such plan · `same` nothing changed · `changed` what changed stands in `changes`. */
	outcome: 'new' | 'same' | 'changed';
	changes: FileChange[];
};

const personsOf = (file: PlanFile): { path: string; id: string }[] => [
	...placedPromises(file).flatMap(({ promise: { code, owner, conditions = [] } }) => [
		...(owner?.person ? [{ path: `${code}.owner.person`, id: owner.person }] : []),
		...conditions.flatMap(({ met_by: id }) => (id ? [{ path: `${code}.conditions`, id }] : []))
	]),
	...(file.triggers ?? []).flatMap(({ key, by }) => (by ? [{ path: `triggers.${key}.by`, id: by }] : []))
];

export async function checkPersons(db: Database, file: PlanFile) {
	const issues: Issue[] = [];
	for (const { path, id } of personsOf(file)) {
		if (!(await personName(db, id))) issues.push({ path, code: 'plan_issue_unknown_person', params: { word: id } });
	}
	if (issues.length > 0) throw new Invalid(issues);
}

/** In an adopted plan a promise is withdrawn, with a day and a reason; it does not disappear. */
function checkNothingDisappears(changes: readonly FileChange[], before: PlanFile) {
	const codes = new Set(placedPromises(before).map(({ promise }) => promise.code));
	const gone = changes.filter(({ subject, field }) => field === 'removed' && codes.has(subject));
	if (gone.length === 0) return;
	throw new Invalid(
		gone.map(({ subject }) => ({ path: subject, code: 'plan_issue_promise_gone', params: { word: subject } }))
	);
}

/** Links of what stands around the promises; they are written anew. */
async function removeOtherLinks(db: Database, planId: string) {
	const of = (table: typeof planGroup | typeof programme | typeof planSource | typeof priority) =>
		db.select({ id: table.id }).from(table).where(eq(table.planId, planId));
	await db.delete(planGroupTheme).where(inArray(planGroupTheme.planGroupId, of(planGroup)));
	await db.delete(planGroupOrganisation).where(inArray(planGroupOrganisation.planGroupId, of(planGroup)));
	await db.delete(programmeOrganisation).where(inArray(programmeOrganisation.programmeId, of(programme)));
	await db.delete(sourceTheme).where(inArray(sourceTheme.planSourceId, of(planSource)));
	for (const table of [priorityGoal, prioritySdg, priorityOrganisation, prioritySource]) {
		await db.delete(table).where(inArray(table.priorityId, of(priority)));
	}
}

async function knownIds(db: Database, file: PlanFile, planId: string | undefined): Promise<Ids> {
	const ids = new Ids();
	await knowFramework(db, file.framework.key, ids);
	if (planId === undefined) return ids;
	ids.know('plan', [[file.plan.key, planId]]);
	await knowAround(db, planId, ids);
	await knowRecords(db, planId, ids);
	await knowPromises(db, planId, ids);
	return ids;
}

const isForeignKeyViolation = (error: unknown): boolean =>
	error instanceof Error && ((error as { code?: string }).code === '23503' || isForeignKeyViolation(error.cause));

/** Another plan uses what this file no longer has (a goal of the framework that they share). */
async function orStillUsed<Result>(work: Promise<Result>): Promise<Result> {
	try {
		return await work;
	} catch (error) {
		if (isForeignKeyViolation(error)) throw invalid('', 'plan_issue_still_used');
		throw error;
	}
}

/** Writes the whole file over what is there. */
async function store(
	db: Database,
	file: PlanFile,
	existing: typeof plan.$inferSelect | undefined,
	adoptedById: string | null
) {
	const ids = await knownIds(db, file, existing?.id);
	await ensureRecords(db, file, ids);
	if (existing) {
		await removeLinks(db, existing.id);
		await removeOtherLinks(db, existing.id);
	}
	const framework = await putFramework(db, file.framework, ids);
	const planId = await putPlan(db, file, ids, adoptedById);
	const around = await putAround(db, file, planId, ids);
	const records = await putRecords(db, file, planId, ids);
	const promises = await putPromises(db, file, planId, ids);
	await addLinks(db, file, ids);
	const targets = placedPromises(file).map(({ promise: { code, target } }) => ({
		promiseId: ids.of('promise', code),
		target: target ?? null
	}));
	await writeTargetReferences(db, planId, targets);
	await removePromises(db, planId, promises);
	await removeRecords(db, planId, records);
	await removeAround(db, planId, around);
	await orStillUsed(removeFromFramework(db, ids.of('framework', file.framework.key), framework));
	return planId;
}

type Change = { planId: string; changes: readonly FileChange[]; why: string };

/** Keeps each changed field with who, when and why. */
export async function keepChanges({ db, actor, clock }: Caller, { planId, changes, why }: Change) {
	const codes = new Map(await namesIn(db, promise, promise.code, { column: promise.planId, id: planId }));
	const row = ({ subject, field, before, after }: FileChange) => ({
		id: newId(),
		planId,
		promiseId: codes.get(subject) ?? null,
		subject,
		field,
		before,
		after,
		changedAt: clock.now(),
		changedOn: clock.today(),
		changedById: actor.personId,
		why
	});
	await addRows(db, planChange, changes.map(row));
}

/** A file may say that the plan was adopted; it is only adopted by one when who brings it may do so. */
function checkAdoption({ actor }: Caller, { plan: { adopted_on: day } }: PlanFile, known: string | null | undefined) {
	if (day !== undefined && day !== known && !mayAdoptPlan(actor))
		throw invalid('plan.adopted_on', 'plan_issue_adoption_is_the_boards');
}

/** Stores the file as the plan with its key. Runs within the caller's transaction. */
export async function importPlanFile(caller: Caller, given: PlanFile, why: string | undefined): Promise<Imported> {
	const { db, actor } = caller;
	const { key } = given.plan;
	await checkPersons(db, given);
	const existing = await planByKey(db, key);
	checkAdoption(caller, given, existing?.adoptedOn);
	if (!existing) {
		const file = withoutDefaults(given);
		const planId = await store(db, file, undefined, file.plan.adopted_on ? actor.personId : null);
		return { planId, key, outcome: 'new', changes: [] };
	}
	await lockPlan(db, existing.id);
	const before = await exportPlanFile(db, existing.id);
	const changes = await replacePlanFile(caller, { existing, before, after: keepWhatHappened(given, before), why });
	return { planId: existing.id, key, outcome: changes.length === 0 ? 'same' : 'changed', changes };
}

/** Nobody else changes the plan until this transaction ends: two changes at once would undo each other. */
export const lockPlan = (db: Database, planId: string) =>
	db.select({ id: plan.id }).from(plan).where(eq(plan.id, planId)).for('update');

type Replacement = {
	existing: typeof plan.$inferSelect;
	/** As it stands, and as it shall stand. */
	before: PlanFile;
	after: PlanFile;
	why: string | undefined;
};

/** Puts another file in the place of what is there, and keeps what changed in an adopted plan. */
export async function replacePlanFile(caller: Caller, { existing, before, after, why }: Replacement) {
	const { db, actor } = caller;
	const file = withoutDefaults(markedOlder(before, after));
	const changes = changesBetween(before, file);
	if (changes.length === 0) return changes;
	if (existing.adoptedOn !== null) {
		if (!why) throw invalid('why', 'plan_issue_why_needed', { number: changes.length });
		checkNothingDisappears(changes, before);
	}
	const adoptedById = existing.adoptedOn === null && file.plan.adopted_on ? actor.personId : existing.adoptedById;
	const planId = await store(db, file, existing, adoptedById);
	if (existing.adoptedOn !== null) await keepChanges(caller, { planId, changes, why: why! });
	return changes;
}
