// What a promise's form shows when it opens: the promise as it stands in the plan, field by field.
import { stringify } from 'yaml';
import type { FactKind } from '#platform/facts.ts';
import type { Localized } from '#platform/localized.ts';
import { listAt, rawAt, wordAt, type Raw } from './plan-file-names.ts';
import type { PromiseVisibility } from './plan-file-words.ts';
import { textOfSource } from './source-text.ts';
import type { Target } from './targets/target.ts';
import { draftOfTarget, type PartDraft } from './targets/target-draft.ts';

export type StartWindow = {
	key?: string;
	starts_on?: string;
	ends_on?: string;
	slack_days?: number;
	label?: Localized;
	precision?: string;
};

export type StartTarget = {
	mode: 'form' | 'notation';
	notation: string;
	parts: PartDraft[];
	if?: string;
	within?: string;
};

export type PromiseStart = {
	title: Localized;
	note: Localized | undefined;
	target: StartTarget;
	windows: StartWindow[];
	owner: { person?: string; role?: Localized };
	co_owners: { organisations: string[]; groups: string[] };
	groups: string[];
	partners: string[];
	goals: string[];
	value_strategies: string[];
	themes: string[];
	sdgs: number[];
	priorities: string[];
	programmes: string[];
	serves: string[];
	trigger: string | undefined;
	conditions: { text: Localized; isMet: boolean }[];
	visibility: PromiseVisibility;
	lines: string | undefined;
	parent: string | undefined;
	activity: string | undefined;
};

type Kinds = ReadonlyMap<string, FactKind>;

/** The target in the plan file's own notation. */
export const notationOf = (target: unknown): string =>
	target === undefined ? '' : stringify(target, { lineWidth: 0, flowCollectionPadding: false });

/** In the fields of the form when they can hold it, or else (or when asked) in the notation. */
export function startTarget(target: Target | undefined, kinds: Kinds, asNotation: boolean): StartTarget {
	const draft = target === undefined ? { parts: [] } : draftOfTarget(target, kinds);
	if (asNotation || !draft) return { mode: 'notation', notation: notationOf(target), parts: [] };
	return { mode: 'form', notation: '', ...draft };
}

const words = (value: unknown) => listAt(value).map(wordAt);
const textAt = (value: unknown) => value as Localized | undefined;
const wordOr = (value: unknown) => wordAt(value) || undefined;

const startWindows = (windows: unknown): StartWindow[] =>
	listAt(windows).map((window) => {
		const { key, starts_on, ends_on, slack_days, label, precision } = rawAt(window) as StartWindow;
		return { key, starts_on, ends_on, label, precision, ...(slack_days && { slack_days }) };
	});

type Around = { target: StartTarget; visibility: PromiseVisibility; activity: string | undefined };

/** A promise as its form starts; of a new one (`{}`) everything is empty. */
export function promiseStart(promise: Raw, { target, visibility, activity }: Around): PromiseStart {
	const coOwners = rawAt(promise.co_owners);
	return {
		title: textAt(promise.title) ?? {},
		note: textAt(promise.note),
		target,
		windows: startWindows(promise.windows),
		owner: rawAt(promise.owner),
		co_owners: { organisations: words(coOwners.organisations), groups: words(coOwners.groups) },
		groups: words(promise.groups),
		partners: words(promise.partners),
		goals: words(promise.goals),
		value_strategies: words(promise.value_strategies),
		themes: words(promise.themes),
		sdgs: listAt(promise.sdgs).map(Number),
		priorities: words(promise.priorities),
		programmes: words(promise.programmes),
		serves: words(promise.serves),
		trigger: wordOr(promise.trigger),
		conditions: listAt(promise.conditions).map((each) => {
			const { text, met_on: metOn } = rawAt(each);
			return { text: text as Localized, isMet: metOn !== undefined };
		}),
		visibility: (promise.visibility as PromiseVisibility | undefined) ?? visibility,
		lines: textOfSource(promise),
		parent: wordOr(promise.parent),
		activity
	};
}
