// A promise between its form and the plan file: windows with days or a named period, lines of the source, conditions with their ticks.
import { sayIssue } from '#platform/issues.ts';
import type { Issue } from '#platform/errors.ts';
import type { FactKind } from '#platform/facts.ts';
import type { Locale } from '#platform/localized.ts';
import type { PromiseForm, TargetForm, WindowForm } from './edit-inputs.ts';
import { isSameData } from './plan-file-diff.ts';
import { isRaw, listAt, rawAt, wordAt, type Raw } from './plan-file-names.ts';
import { readYaml } from './plan-file-yaml.ts';
import { thingOf } from './plan-places.ts';
import { sourceOfText, textOfSource } from './source-text.ts';
import { draftPath, targetOfDraft } from './targets/target-draft.ts';

type Kinds = ReadonlyMap<string, FactKind>;

/** The field of the form in which the plan file's own notation is typed. */
export const notationField = 'target.notation';

const problemAt = (line: number | undefined, text: string, locale: Locale) =>
	line === undefined ? text : `${locale === 'nl' ? 'regel' : 'line'} ${line}: ${text}`;

/** Problems of the notation in one sentence each with its line, beside the one field that they are about. */
export function notationIssue(issues: readonly Issue[], lineOf: (path: string) => number, locale: Locale): Issue {
	const problems = issues.map(({ path, code, params }) =>
		problemAt(typeof params.line === 'number' ? params.line : lineOf(path), sayIssue({ code, params }, locale), locale)
	);
	return { path: notationField, code: 'plan_issue_notation', params: { problems: [...new Set(problems)].join(' ') } };
}

export type FormTarget = {
	/** As data, still to be parsed and checked; undefined: none. */
	raw: unknown;
	/** What is wrong before it is data at all. */
	issues: Issue[];
	/** The issues of the target itself, beside the fields of the form. */
	atFields: (issues: readonly Issue[], locale: Locale) => Issue[];
};

function notationTarget(text: string, locale: Locale): FormTarget {
	const none = (issues: Issue[] = []): FormTarget => ({ raw: undefined, issues, atFields: (found) => [...found] });
	if (text.trim() === '') return none();
	const { data, issues, placeOf } = readYaml(text);
	const lineOf = (path: string) => placeOf(path).line;
	if (issues.length > 0 || data === undefined) return none([notationIssue(issues, lineOf, locale)]);
	return {
		raw: data,
		issues: [],
		atFields: (found, said) => (found.length === 0 ? [] : [notationIssue(found, lineOf, said)])
	};
}

/** The target as the form says it, in its fields or in the notation. */
export function formTarget(form: TargetForm, kinds: Kinds, locale: Locale): FormTarget {
	if (form.mode === 'notation') return notationTarget(form.notation ?? '', locale);
	return {
		raw: targetOfDraft(form, kinds),
		issues: [],
		atFields: (issues) => issues.map((issue) => ({ ...issue, path: `target.${draftPath(issue.path)}` }))
	};
}

const keyOfDays = ({ starts_on: from, ends_on: until }: WindowForm) => `${from}-${until}`;

/** What a window is called and how precise it is: a form that does not ask for it leaves it as it is. */
function wordsOfWindow({ label, precision }: WindowForm): Raw {
	const text = label && Object.fromEntries(Object.entries(label).filter(([, said]) => said));
	return {
		...(text && { label: Object.keys(text).length > 0 ? text : undefined }),
		...(precision !== undefined && { precision: precision || undefined })
	};
}

/** The windows of the form as the file has them. An existing window with other days keeps its key, as parts of the target name it. */
export function windowsOf(rows: readonly WindowForm[], current: unknown, file: Raw): unknown[] {
	const known = new Map(listAt(current).map((window) => [wordAt(rawAt(window).key), rawAt(window)]));
	return rows.flatMap((row): unknown[] => {
		const slack = row.slack_days ? { slack_days: row.slack_days } : {};
		if (row.period !== undefined) {
			const period = thingOf(file, 'periods', row.period)?.value;
			return [period ? { ...period, ...slack } : { key: row.period, ...slack }];
		}
		if (row.starts_on === undefined && row.ends_on === undefined) return [];
		const was = row.key === undefined ? undefined : known.get(row.key);
		const sameDays = was?.starts_on === row.starts_on && was?.ends_on === row.ends_on;
		const { slack_days: _slack, ...rest } = was ?? {};
		const own = wordsOfWindow(row);
		if (sameDays) return [{ ...rest, ...own, ...slack }];
		return [{ key: row.key ?? keyOfDays(row), starts_on: row.starts_on, ends_on: row.ends_on, ...own, ...slack }];
	});
}

/** A tick stays with the words it was given for. */
function conditionsOf(rows: PromiseForm['conditions'], current: unknown): unknown[] {
	const ticked = listAt(current).map(rawAt);
	return rows.flatMap(({ text }) => {
		if (!text) return [];
		return [ticked.find((each) => isSameText(each.text, text)) ?? { text }];
	});
}

const isSameText = (one: unknown, other: unknown) =>
	isRaw(one) && isRaw(other) && one.nl === other.nl && one.en === other.en;

/** Fields of the promise as the file has them, target apart. `was` is the promise as it stood. */
export function promiseFields(form: PromiseForm, was: Raw, file: Raw): Raw {
	const {
		target: _target,
		seen: _seen,
		more: _more,
		windows,
		conditions,
		lines,
		activity: _activity,
		co_owners: coOwners,
		...plain
	} = form as PromiseForm & { seen?: unknown };
	const source = textOfSource(was) === undefined ? {} : sourceOfText(lines);
	return {
		...plain,
		...('code' in source ? {} : source),
		owner: plain.owner,
		co_owners: coOwners,
		windows: windowsOf(windows, was.windows, file),
		conditions: conditionsOf(conditions, was.conditions)
	};
}

export const isUnchanged = (one: unknown, other: unknown) => isSameData(one, other);
