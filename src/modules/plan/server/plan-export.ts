// A plan as its file has it, from the tables: everything, in the plan's own order.
import { asc, eq } from 'drizzle-orm';
import type { Database } from '#platform/server/database.ts';
import { factKinds } from '#platform/server/module.ts';
import { countsOf } from '../plan-file-counts.ts';
import { withoutDefaults } from '../plan-file-defaults.ts';
import { elementsOf } from '../plan-file-names.ts';
import { settledFile } from '../plan-file-read.ts';
import { planFileFormat, planFileSchema, type PlanFile } from '../plan-file.ts';
import { kindsForTargets } from '../targets/expected-kinds.ts';
import { withKeys } from '../targets/references.ts';
import type { Target } from '../targets/target.ts';
import { readFramework } from './framework-rows.ts';
import { targetReference } from './links-schema.ts';
import { readAround } from './read-around.ts';
import { readNamed, type Named } from './read-named.ts';
import { readSections } from './read-promises.ts';
import { plan, promise } from './schema.ts';
import { referenceColumns } from './target-references.ts';

type PlanRow = typeof plan.$inferSelect;

/** Writes targets with the keys that their records have now. */
async function keysNow(db: Database, planId: string, { keyOf }: Named) {
	const kinds = kindsForTargets(factKinds());
	const rows = await db
		.select({ reference: targetReference })
		.from(targetReference)
		.innerJoin(promise, eq(promise.id, targetReference.promiseId))
		.where(eq(promise.planId, planId));
	const now = new Map(
		rows.map(({ reference }): [string, string] => {
			const id = reference[referenceColumns[reference.refersTo]]!;
			return [`${reference.promiseId} ${reference.refersTo} ${reference.key}`, keyOf(id) ?? reference.key];
		})
	);
	return (promiseId: string, target: Target) =>
		withKeys(target, kinds, (refersTo, key) => now.get(`${promiseId} ${refersTo} ${key}`) ?? key);
}

async function contentOf(db: Database, row: PlanRow): Promise<Record<string, unknown>> {
	const { conventions, budget, links, ...about } = row.about;
	const named = await readNamed(db, row.id);
	const around = await readAround(db, row.id, named);
	const { sections, commitments } = await readSections(db, row.id, {
		named,
		targetNow: await keysNow(db, row.id, named)
	});
	return {
		format: planFileFormat,
		plan: {
			key: row.key,
			title: row.title,
			starts_on: row.startsOn,
			ends_on: row.endsOn,
			adopted_on: row.adoptedOn ?? undefined,
			visibility: row.visibility,
			...about
		},
		framework: await readFramework(db, row.frameworkId),
		...around,
		...named.lists,
		sections,
		commitments,
		conventions,
		budget,
		links
	};
}

/** Null means irregular here, in the plan itself. */
const mayBeNull = new Set(['freq', 'interval', 'nominal_per_year']);

/** Null and empty lists become unsaid: columns know them, the file does not. */
function said(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(said);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).flatMap(([name, inner]) => {
			if (inner === undefined || (inner === null && !mayBeNull.has(name))) return [];
			return Array.isArray(inner) && inner.length === 0 ? [] : [[name, said(inner)]];
		})
	);
}

/** The plan as a file; throws when the tables hold what no file can say, which would be our own mistake. */
export async function exportPlanFile(db: Database, planId: string): Promise<PlanFile> {
	const [row] = await db.select().from(plan).where(eq(plan.id, planId));
	const file = planFileSchema.parse(said(await contentOf(db, row!)));
	const settled = withoutDefaults(settledFile(file));
	return { ...settled, counts: countsOf(elementsOf(settled)) };
}

export const planByKey = async (db: Database, key: string): Promise<PlanRow | undefined> =>
	(await db.select().from(plan).where(eq(plan.key, key)).orderBy(asc(plan.key)))[0];
