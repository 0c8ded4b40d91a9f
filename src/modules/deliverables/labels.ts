// Words of the deliverables in the reader's language, for tables and forms.
import { m } from '#paraglide/messages.js';
import type { Day } from '#platform/day.ts';
import { daysLate, isLate, type PromisedState } from './rules.ts';
import { deliverableVisibilities, plainVisibilities, termKinds, type DeliverableKind } from './words.ts';

export const tabWords: Record<DeliverableKind, () => string> = {
	document: m.deliverables_tab_document,
	milestone: m.deliverables_tab_milestone,
	decision: m.deliverables_tab_decision,
	term: m.deliverables_tab_term,
	measurement: m.deliverables_tab_measurement
};

export const listTitles: Record<DeliverableKind, (inputs: { count: number }) => string> = {
	document: m.deliverables_title_document,
	milestone: m.deliverables_title_milestone,
	decision: m.deliverables_title_decision,
	term: m.deliverables_title_term,
	measurement: m.deliverables_title_measurement
};

/** What goes here, for a list that is empty. */
export const emptyTexts: Record<DeliverableKind, () => string> = {
	document: m.deliverables_none_document,
	milestone: m.deliverables_none_milestone,
	decision: m.deliverables_none_decision,
	term: m.deliverables_none_term,
	measurement: m.deliverables_none_measurement
};

export const addWords: Record<DeliverableKind, () => string> = {
	document: m.deliverables_add_document,
	milestone: m.deliverables_add_milestone,
	decision: m.deliverables_add_decision,
	term: m.deliverables_add_term,
	measurement: m.deliverables_add_measurement
};

export const changeTitles: Record<DeliverableKind, () => string> = {
	document: m.deliverables_change_title_document,
	milestone: m.deliverables_change_title_milestone,
	decision: m.deliverables_change_title_decision,
	term: m.deliverables_change_title_term,
	measurement: m.deliverables_change_title_measurement
};

const stateWords: Record<PromisedState, () => string> = {
	planned: m.deliverables_state_planned,
	open: m.deliverables_state_open,
	delivered: m.deliverables_state_delivered,
	reached: m.deliverables_state_reached,
	taken: m.deliverables_state_taken,
	withdrawn: m.deliverables_state_withdrawn
};

/** The state as it is today: what was due and is not there is late, and what came after its day stays so. */
export function stateWord(record: { state: PromisedState; dueOn: Day | null; doneOn: Day | null }, today: Day): string {
	if (isLate(record, today)) return m.deliverables_state_late();
	const days = daysLate(record);
	const state = stateWords[record.state]();
	if (days === 0) return state;
	return days === 1 ? m.deliverables_done_late_one({ state }) : m.deliverables_done_late({ state, days });
}

/** The word for a value; a value that we have no word for stands for itself. */
const wordIn =
	(words: Readonly<Record<string, () => string>>) =>
	(value: string): string =>
		words[value]?.() ?? value;

export const outcomeWord = wordIn({ yes: m.deliverables_outcome_yes, no: m.deliverables_outcome_no });
export const termKindWord = wordIn({
	certificate: m.deliverables_kind_certificate,
	exemption: m.deliverables_kind_exemption,
	agreement: m.deliverables_kind_agreement,
	mandate: m.deliverables_kind_mandate
});
export const termStandingWord = wordIn({
	holds: m.deliverables_term_holds,
	'to-begin': m.deliverables_term_to_begin,
	ended: m.deliverables_term_ended,
	none: m.deliverables_term_none
});
export const visibilityWord = wordIn({
	public: m.deliverables_visibility_public,
	members: m.deliverables_visibility_members,
	group: m.deliverables_visibility_group,
	bureau: m.deliverables_visibility_bureau
});

const choices = (values: readonly string[], say: (value: string) => string) =>
	values.map((value) => ({ value, label: say(value) }));

export const termKindChoices = () => choices(termKinds, termKindWord);
export const outcomeChoices = () => choices(['yes', 'no'], outcomeWord);
/** Terms and measurements are of no group. */
export const visibilityChoices = (kind: DeliverableKind) =>
	choices(kind === 'term' || kind === 'measurement' ? plainVisibilities : deliverableVisibilities, visibilityWord);
