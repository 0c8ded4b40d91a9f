// Kinds of record as people call them, many of them.
import { m } from '#paraglide/messages.js';

const words: Readonly<Record<string, () => string>> = {
	promise: m.search_kind_promise,
	activity: m.search_kind_activity,
	goal: m.search_kind_goal,
	organisation: m.search_kind_organisation,
	person: m.search_kind_person,
	group: m.search_kind_group,
	event: m.search_kind_event,
	series: m.search_kind_series,
	channel: m.search_kind_channel,
	issue: m.search_kind_issue,
	document: m.search_kind_document,
	milestone: m.search_kind_milestone,
	decision: m.search_kind_decision,
	term: m.search_kind_term,
	measurement: m.search_kind_measurement
};

export const kindWord = (kind: string) => (words[kind] ?? m.search_kind_other)();
