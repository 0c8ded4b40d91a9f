// Named versions of a plan: the whole plan file as it stood.
import { and, eq } from 'drizzle-orm';
import { NotFound } from '#platform/errors.ts';
import type { Day } from '#platform/day.ts';
import { rows, sql, type Database } from '#platform/server/database.ts';
import { newId } from '#platform/server/id.ts';
import { factKinds } from '#platform/server/module.ts';
import type { Caller } from '#platform/server/operation.ts';
import { readPlanFile } from '../plan-file-read.ts';
import { planFileText } from '../plan-file-write.ts';
import type { PlanFile } from '../plan-file.ts';
import { kindsForTargets } from '../targets/expected-kinds.ts';
import { planVersion } from './history-schema.ts';
import { exportPlanFile } from './plan-export.ts';

export async function keepVersion({ db, actor, clock }: Caller, planId: string, name: string): Promise<string> {
	const id = newId();
	await db.insert(planVersion).values({
		id,
		planId,
		name,
		file: planFileText(await exportPlanFile(db, planId)),
		madeAt: clock.now(),
		madeOn: clock.today(),
		madeById: actor.personId
	});
	return id;
}

export type ListedVersion = { id: string; name: string; on: Day; by: string | null };

/** The newest first. */
export const versionsOf = (db: Database, planId: string) =>
	rows<ListedVersion>(
		db,
		sql`select v.id, v.name, v.made_on as "on", nullif(trim(o.given_name || ' ' || o.family_name), '') as by
			from plan_version v left join person o on o.id = v.made_by_id
			where v.plan_id = ${planId} order by v.made_at desc, v.id desc`
	);

export async function versionText(db: Database, planId: string, id: string): Promise<{ name: string; file: string }> {
	const [found] = await db
		.select({ name: planVersion.name, file: planVersion.file })
		.from(planVersion)
		.where(and(eq(planVersion.id, id), eq(planVersion.planId, planId)));
	if (!found) throw new NotFound();
	return found;
}

/** Stands for the plan as it is today. */
export const today = 'today';

/** A version as data, or the plan as it is. */
export async function versionFile(db: Database, planId: string, id: string): Promise<PlanFile> {
	if (id === today) return exportPlanFile(db, planId);
	const { name, file: text } = await versionText(db, planId, id);
	const { file, issues } = readPlanFile(text, kindsForTargets(factKinds()));
	if (!file) throw new Error(`Version ${name} cannot be read any more: ${issues[0]?.code}`);
	return file;
}
