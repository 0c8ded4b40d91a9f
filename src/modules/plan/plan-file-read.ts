// Reads a plan file: all of it, or every problem at once, each with its line and column.
import type { Issue } from '#platform/errors.ts';
import type { FactKind } from '#platform/facts.ts';
import { checkPlanFile } from './plan-file-check.ts';
import { fileIssues } from './plan-file-issues.ts';
import { isRaw } from './plan-file-names.ts';
import { planFileLimits, readYaml, type Place } from './plan-file-yaml.ts';
import { planFileSchema, type PlanFile } from './plan-file.ts';
import { parseTarget } from './targets/parse.ts';

type Period = NonNullable<PlanFile['periods']>[number];

const isEmpty = (value: unknown) => value === undefined || (Array.isArray(value) && value.length === 0);

/** A window as its days: those of the named period, unless it says its own. */
function windowDays(window: Record<string, unknown>, periods: ReadonlyMap<string, Period>) {
	const period = window.starts_on === undefined ? periods.get(String(window.key)) : undefined;
	return { ...period, ...window };
}

/** The same file in one way of writing: windows with their days, targets as read, no empty lists. */
function settled(value: unknown, periods: ReadonlyMap<string, Period>): unknown {
	if (Array.isArray(value)) return value.map((each) => settled(each, periods));
	if (!isRaw(value)) return value;
	const entries = Object.entries(value).flatMap(([name, inner]): [string, unknown][] => {
		if (isEmpty(inner)) return [];
		if (name === 'target' && isRaw(inner)) return [[name, parseTarget(inner)]];
		if (name !== 'windows' || !Array.isArray(inner)) return [[name, settled(inner, periods)]];
		return [[name, inner.map((window: Record<string, unknown>) => windowDays(window, periods))]];
	});
	return Object.fromEntries(entries);
}

/** What two files that say the same have in common; input is what the schema accepted. */
export const settledFile = (file: PlanFile): PlanFile =>
	settled(file, new Map((file.periods ?? []).map((period) => [period.key, period]))) as PlanFile;

function placed(issues: readonly Issue[], placeOf: (path: string) => Place): Issue[] {
	const once = new Map(issues.map((issue) => [`${issue.path} ${issue.code}`, issue]));
	const all = [...once.values()].map((issue) => ({ ...issue, params: { ...issue.params, ...placeOf(issue.path) } }));
	all.sort((a, b) => a.params.line - b.params.line || a.params.column - b.params.column);
	if (all.length <= planFileLimits.issues) return all;
	const more = { path: '', code: 'plan_issue_more', params: { number: all.length - planFileLimits.issues } };
	return [...all.slice(0, planFileLimits.issues), more];
}

export type PlanFileReading = { file: PlanFile; issues: [] } | { file: null; issues: Issue[] };

/** `line` and `column` of each issue stand in its params. */
export function readPlanFile(source: string, kinds: ReadonlyMap<string, FactKind>): PlanFileReading {
	const { data, issues, placeOf } = readYaml(source);
	if (data === undefined) return { file: null, issues: placed(issues, placeOf) };
	const parsed = planFileSchema.safeParse(data);
	const shape = parsed.success ? [] : fileIssues(parsed.error, planFileSchema, data);
	const all = placed([...issues, ...shape, ...checkPlanFile(data, kinds)], placeOf);
	if (all.length > 0 || !parsed.success) return { file: null, issues: all };
	return { file: settledFile(parsed.data), issues: [] };
}
