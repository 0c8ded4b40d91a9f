// The choices that the forms of the plan offer, in the reader's language.
import { m } from '#paraglide/messages.js';
import type { Locale } from '#platform/localized.ts';
import type { Choice, KindChoice } from './promise-choices.ts';
import { promiseVisibilities } from './plan-file-words.ts';
import { sdgName } from './sdgs.ts';
import { rhythms, type amounts } from './targets/draft-words.ts';
import { rhythmText } from './targets/words.ts';

type Say = () => string;

const wheres: Record<string, Say> = {
	series: m.plan_where_series,
	group: m.plan_where_group,
	organisation: m.plan_where_organisation,
	event: m.plan_where_event,
	channel: m.plan_where_channel,
	document: m.plan_where_document,
	milestone: m.plan_where_milestone,
	decision: m.plan_where_decision,
	term: m.plan_where_term,
	measurement: m.plan_where_measurement,
	question: m.plan_where_question,
	mode: m.plan_where_mode,
	means: m.plan_where_means,
	role: m.plan_where_role,
	standing: m.plan_where_standing,
	host: m.plan_where_host,
	kind: m.plan_where_kind,
	outcome: m.plan_where_outcome,
	country: m.plan_where_country,
	tag: m.plan_where_tag
};

/** What a key of `where` asks; a key that a module made up itself stands as it is. */
export const whereLabel = (key: string): string => wheres[key]?.() ?? key;

type Amount = (typeof amounts)[number];

const amountWords: Record<Amount, Say> = {
	at_least: m.plan_edit_at_least,
	between: m.plan_edit_between,
	exactly: m.plan_edit_exactly,
	more_than: m.plan_edit_more_than,
	at_most: m.plan_edit_at_most,
	less_than: m.plan_edit_less_than,
	not_below_start: m.plan_edit_not_below_start,
	not_below_previous: m.plan_edit_not_below_previous
};

export const amountChoices = (which: readonly Amount[]): Choice[] =>
	which.map((value) => ({ value, label: amountWords[value]() }));

/** How a kind can be counted; only what has a number of its own can be added up. */
export function wayChoices({ unit }: KindChoice, withFigures: boolean): Choice[] {
	const counted = [
		{ value: 'facts', label: m.plan_edit_way_facts() },
		{ value: 'persons', label: m.plan_edit_way_persons() },
		{ value: 'organisations', label: m.plan_edit_way_organisations() }
	];
	if (!withFigures || unit === undefined) return counted;
	return [
		...counted,
		{ value: 'sum', label: m.plan_edit_way_sum({ unit }) },
		{ value: 'average', label: m.plan_edit_way_average({ unit }) },
		{ value: 'level', label: m.plan_edit_way_level({ unit }) }
	];
}

export const rhythmChoices = (locale: Locale, current: string | undefined): Choice[] =>
	[...new Set([...rhythms, ...(current ? [current] : [])])].map((value) => ({
		value,
		label: rhythmText(value, locale)
	}));

export const sdgChoices = (locale: Locale): Choice[] =>
	Array.from({ length: 17 }, (_, at) => at + 1).map((sdg) => ({
		value: String(sdg),
		label: `${sdg} ${sdgName(sdg)?.[locale] ?? ''}`
	}));

const visibilityWords = {
	public: m.plan_edit_visibility_public,
	members: m.plan_edit_visibility_members,
	bureau: m.plan_edit_visibility_bureau
};

export const visibilityChoices = (): Choice[] =>
	promiseVisibilities.map((value) => ({ value, label: visibilityWords[value]() }));
