// Changes a plan from the interface: by way of its file, so that a form is held to what a file is held to, and every change is kept alike.
import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { Conflict, Invalid, invalid, NotFound, type Issue } from '#platform/errors.ts';
import type { Database } from '#platform/server/database.ts';
import { factKinds } from '#platform/server/module.ts';
import type { Caller } from '#platform/server/operation.ts';
import { checkPlanFile } from '../plan-file-check.ts';
import type { FileChange } from '../plan-file-diff.ts';
import { fileIssues } from '../plan-file-issues.ts';
import type { Raw } from '../plan-file-names.ts';
import { settledFile } from '../plan-file-read.ts';
import { planFileSchema, type PlanFile } from '../plan-file.ts';
import { holderOf, thingOf, type PlaceName, type Thing } from '../plan-places.ts';
import { kindsForTargets } from '../targets/expected-kinds.ts';
import { exportPlanFile, planByKey } from './plan-export.ts';
import { checkPersons, lockPlan, replacePlanFile } from './plan-import.ts';
import { plan } from './schema.ts';

export type EditedPlan = typeof plan.$inferSelect;

/** The plan that a form is about. */
export const planOfEdit = ({ db }: Pick<Caller, 'db'>, { plan: key }: { plan: string }) => planByKey(db, key);
export const aboutPlan = ({ id }: { id: string }) => ({ kind: 'plan', id });

/** A mark of how something stood when its form was opened: when it stands otherwise on saving, somebody was ahead. */
export const markOf = (value: unknown): string =>
	createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 16);

/** `shown` is what the form shows as it stands now. */
export function checkSeen(shown: unknown, seen: string | undefined): void {
	if (seen !== undefined && seen !== markOf(shown)) throw new Conflict('plan_conflict_changed_meanwhile');
}

/** The plan as data that may be changed, and must be checked after it. */
export async function planForEdit(db: Database, planId: string): Promise<Raw> {
	const { counts: _counts, ...file } = await exportPlanFile(db, planId);
	return structuredClone(file) as Raw;
}

export function existing(file: Raw, place: PlaceName, name: string): Thing {
	const thing = thingOf(file, place, name);
	if (!thing) throw new NotFound();
	return thing;
}

/** Everything that is wrong with a plan after a change, with paths in the file. */
export function issuesOfPlan(file: Raw): { file: PlanFile | undefined; issues: Issue[] } {
	const parsed = planFileSchema.safeParse(file);
	const shape = parsed.success ? [] : fileIssues(parsed.error, planFileSchema, file);
	const issues = [...shape, ...checkPlanFile(file, kindsForTargets(factKinds()))];
	const once = [...new Map(issues.map((issue) => [`${issue.path} ${issue.code}`, issue])).values()];
	return { file: parsed.success && once.length === 0 ? parsed.data : undefined, issues: once };
}

type Edit = {
	/** Changes the file in place; answers the path of what it changed. */
	change: (file: Raw) => string | Promise<string>;
	/** Puts problems of what was changed at the fields of the form; their paths begin at what was changed. */
	atFields?: ((issues: Issue[]) => Issue[]) | undefined;
	why?: string | undefined;
};

/** What names a thing that is no longer there: said where it can be read, not at a field that the form does not have. */
function elsewhere(file: Raw, issue: Issue): Issue {
	const holder = holderOf(file, issue.path);
	return { path: '', code: 'plan_issue_named_elsewhere', params: { by: holder?.thing.name ?? issue.path } };
}

function placed(file: Raw, issues: readonly Issue[], path: string, atFields: (issues: Issue[]) => Issue[]): Issue[] {
	const isInside = (issue: Issue) => path !== '' && (issue.path === path || issue.path.startsWith(`${path}.`));
	const own = issues.filter(isInside).map((issue) => ({ ...issue, path: issue.path.slice(path.length + 1) }));
	return [...atFields(own), ...issues.filter((issue) => !isInside(issue)).map((issue) => elsewhere(file, issue))];
}

const isForeignKeyViolation = (error: unknown): boolean =>
	error instanceof Error && ((error as { code?: string }).code === '23503' || isForeignKeyViolation(error.cause));

/** Changes the plan: all of it or nothing, within the caller's transaction. Throws Invalid with the form's own fields. */
export async function editPlan(
	caller: Caller,
	planId: string,
	{ change, atFields = (issues) => issues, why }: Edit
): Promise<FileChange[]> {
	const { db } = caller;
	await lockPlan(db, planId);
	const [row] = await db.select().from(plan).where(eq(plan.id, planId));
	const before = await exportPlanFile(db, planId);
	const { counts: _counts, ...rest } = before;
	const draft = structuredClone(rest) as Raw;
	const path = await change(draft);
	const { file, issues } = issuesOfPlan(draft);
	if (!file) throw new Invalid(placed(draft, issues, path, atFields));
	const after = settledFile(file);
	await checkPersons(db, after);
	try {
		return await replacePlanFile(caller, { existing: row!, before, after, why });
	} catch (error) {
		if (isForeignKeyViolation(error)) throw invalid('', 'plan_issue_has_records');
		throw error;
	}
}
