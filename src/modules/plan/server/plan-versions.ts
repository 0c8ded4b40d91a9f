// Named versions of a plan: the whole plan file as it stood.
import { and, eq } from 'drizzle-orm';
import { m } from '#paraglide/messages.js';
import { dayText } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import type { Day } from '#platform/day.ts';
import type { Locale } from '#platform/localized.ts';
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

/** What a version is called: as somebody named it, or by the day of adoption. */
type Called = { name: string } | { adoptedOn: Day };

export async function keepVersion({ db, actor, clock }: Caller, planId: string, called: Called): Promise<string> {
	const id = newId();
	await db.insert(planVersion).values({
		id,
		planId,
		...called,
		file: planFileText(await exportPlanFile(db, planId)),
		madeAt: clock.now(),
		madeOn: clock.today(),
		madeById: actor.personId
	});
	return id;
}

type Reading = Pick<Caller, 'db' | 'locale'>;

export type ListedVersion = { id: string; name: string; on: Day; by: string | null };

/** In the reader's language, when it is not one that somebody gave. */
const nameOf = ({ name, adoptedOn }: { name: string | null; adoptedOn: Day | null }, locale: Locale) =>
	name ?? m.plan_version_adopted({ day: dayText(adoptedOn!, locale) }, { locale });

/** The newest first. */
export async function versionsOf(db: Database, planId: string, locale: Locale): Promise<ListedVersion[]> {
	const found = await rows<ListedVersion & { name: string | null; adoptedOn: Day | null }>(
		db,
		sql`select v.id, v.name, v.adopted_on as "adoptedOn", v.made_on as "on", nullif(trim(o.given_name || ' ' || o.family_name), '') as by
			from plan_version v left join person o on o.id = v.made_by_id
			where v.plan_id = ${planId} order by v.made_at desc, v.id desc`
	);
	return found.map(({ adoptedOn, name, ...rest }) => ({ ...rest, name: nameOf({ adoptedOn, name }, locale) }));
}

type VersionText = { name: string; file: string };

export async function versionText({ db, locale }: Reading, planId: string, id: string): Promise<VersionText> {
	const [found] = await db
		.select({ name: planVersion.name, adoptedOn: planVersion.adoptedOn, file: planVersion.file })
		.from(planVersion)
		.where(and(eq(planVersion.id, id), eq(planVersion.planId, planId)));
	if (!found) throw new NotFound();
	return { name: nameOf(found, locale), file: found.file };
}

/** Stands for the plan as it is today. */
export const today = 'today';

/** A version as data, or the plan as it is. */
export async function versionFile(reading: Reading, planId: string, id: string): Promise<PlanFile> {
	if (id === today) return exportPlanFile(reading.db, planId);
	const { name, file: text } = await versionText(reading, planId, id);
	const { file, issues } = readPlanFile(text, kindsForTargets(factKinds()));
	if (!file) throw new Error(`Version ${name} cannot be read any more: ${issues[0]?.code}`);
	return file;
}
