// The words of reports as people read them.
import { headline } from '#modules/plan/headline.ts';
import type { PlanScopeKind } from '#modules/plan/plan-scope.ts';
import { statusNote, type ShownRow, type ShownSection } from '#modules/plan/year-view.ts';
import { m } from '#paraglide/messages.js';
import { dayText } from '#platform/dates.ts';
import { say, type Locale, type Localized } from '#platform/localized.ts';
import { countsOf, grouped, type ReportLine, type ReportView } from './report-view.ts';
import { asksAbout } from './rules.ts';
import type { AskChoice, ChangeKind, OutcomeKind, Reader } from './words.ts';

type Say = (inputs: Record<string, never>, options: { locale: Locale }) => string;

const readerWords: Record<Reader, Say> = {
	board: m.reports_reader_board,
	assembly: m.reports_reader_assembly,
	group: m.reports_reader_group,
	funder: m.reports_reader_funder,
	public: m.reports_reader_public
};
const readerMeanings: Record<Reader, Say> = {
	board: m.reports_reader_board_hint,
	assembly: m.reports_reader_assembly_hint,
	group: m.reports_reader_group_hint,
	funder: m.reports_reader_funder_hint,
	public: m.reports_reader_public_hint
};
const askWords: Record<AskChoice, Say> = {
	slipping: m.reports_asks_slipping,
	counted: m.reports_asks_counted,
	everything: m.reports_asks_everything
};
const askMeanings: Record<AskChoice, Say> = {
	slipping: m.reports_asks_slipping_hint,
	counted: m.reports_asks_counted_hint,
	everything: m.reports_asks_everything_hint
};
const scopeWords: Record<PlanScopeKind, Say> = {
	plan: m.reports_scope_plan,
	'core-task': m.reports_scope_core_task,
	programme: m.reports_scope_programme,
	goal: m.reports_scope_goal,
	'value-strategy': m.reports_scope_value_strategy,
	theme: m.reports_scope_theme,
	priority: m.reports_scope_priority,
	activities: m.reports_scope_activities
};
const outcomeWords: Record<OutcomeKind, Say> = {
	conclusion: m.reports_outcome_conclusion,
	recommendation: m.reports_outcome_recommendation
};
const changeWords: Record<ChangeKind, Say> = {
	prepared: m.reports_deed_prepared,
	changed: m.reports_deed_changed,
	reminded: m.reports_deed_reminded,
	frozen: m.reports_deed_frozen
};
const kindWords: Record<ReportLine['kind'], Say> = {
	output: m.reports_kind_output,
	ambition: m.reports_kind_ambition,
	commitment: m.reports_kind_commitment
};

export const readerWord = (reader: Reader, locale: Locale) => readerWords[reader]({}, { locale });
export const readerMeaning = (reader: Reader, locale: Locale) => readerMeanings[reader]({}, { locale });
export const askWord = (asks: AskChoice, locale: Locale) => askWords[asks]({}, { locale });
export const askMeaning = (asks: AskChoice, locale: Locale) => askMeanings[asks]({}, { locale });
export const scopeWord = (kind: PlanScopeKind, locale: Locale) => scopeWords[kind]({}, { locale });
export const outcomeWord = (kind: OutcomeKind, locale: Locale) => outcomeWords[kind]({}, { locale });
export const changeWord = (kind: ChangeKind, locale: Locale) => changeWords[kind]({}, { locale });
export const kindWord = (kind: ReportLine['kind'], locale: Locale) => kindWords[kind]({}, { locale });

type For = { reader: Reader; groupName: Localized | null; organisationName: Localized | null };

/** `voor het bestuur` · `voor de Feedback-Feedforward-groep`. */
export function forWhom({ reader, groupName, organisationName }: For, locale: Locale): string {
	if (reader === 'group' && groupName) return m.reports_for_named({ name: say(groupName, locale) }, { locale });
	if (reader === 'funder' && organisationName)
		return m.reports_for_named({ name: say(organisationName, locale) }, { locale });
	return m.reports_for({ reader: readerWord(reader, locale).toLocaleLowerCase(locale) }, { locale });
}

export const stateText = ({ frozenOn }: Pick<ReportView, 'frozenOn'>, locale: Locale) =>
	frozenOn === null
		? m.reports_state_preparing({}, { locale })
		: m.reports_state_frozen({ day: dayText(frozenOn, locale) }, { locale });

/** What owners are asked about, and how much of the report that is. */
export function askedText({ asks, lines }: Pick<ReportView, 'asks' | 'lines'>, locale: Locale): string {
	const asked = lines.filter((line) => asksAbout(asks, line)).length;
	const what = askWord(asks, locale).toLocaleLowerCase(locale);
	if (asked >= lines.length) return m.reports_asked_all({ what }, { locale });
	if (asked === 1) return m.reports_asked_about_one({ what, lines: lines.length }, { locale });
	return m.reports_asked_about({ what, asked, lines: lines.length }, { locale });
}

/** `12 outputs`; of a part without any, `3 toezeggingen`. */
export function sizeText(lines: readonly Pick<ReportLine, 'kind'>[], locale: Locale): string {
	const outputs = lines.filter(({ kind }) => kind === 'output').length;
	if (outputs === 1) return m.reports_counts_outputs_one({}, { locale });
	if (outputs > 0) return m.reports_counts_outputs({ number: outputs }, { locale });
	return m.reports_counts_promises({ number: lines.length }, { locale });
}

/** How the whole stands, in one sentence. */
export const standing = ({ plan, readOn, lines }: ReportView, locale: Locale) =>
	headline(plan, readOn, countsOf(lines), locale);

/** `Stand op 28 februari 2022` */
export const readOnText = ({ readOn }: Pick<ReportView, 'readOn'>, locale: Locale) =>
	m.reports_read_on({ day: dayText(readOn, locale) }, { locale });

/** Where a part of the report stands on its page. */
export const partId = (section: { code: string } | null) => `part-${section?.code ?? 'text'}`;

export const textOnly = (locale: Locale) => m.reports_in_text({}, { locale });

/** What stands beside the status: conditions that are open, that it was judged, or overruled. */
export const noteOf = ({ status, openConditions, computed, isJudged }: ReportLine, locale: Locale) =>
	statusNote({ status, openConditions, isJudged, ...(computed ? { computed } : {}) }, locale);

const rowOf = (line: ReportLine, locale: Locale): ShownRow => ({
	code: line.code,
	kind: line.kind,
	title: line.title,
	status: line.status,
	openConditions: line.openConditions,
	...(line.computed ? { computed: line.computed } : {}),
	isJudged: line.isJudged,
	reading: line.reading[locale],
	owner: null,
	strip: line.strip
});

/** Outputs always stand in the picture; ambitions and commitments when they promise something that is counted. */
export const isDrawn = ({ kind, status }: ReportLine) => kind === 'output' || status !== 'not_measurable';

/** The rows of the year strip, as the year's own page has them. */
export function stripRows(
	all: readonly ReportLine[],
	locale: Locale
): { sections: ShownSection[]; inText: ShownRow[] } {
	const lines = all.filter(isDrawn);
	const groups = grouped(lines);
	const sections = groups.flatMap(({ section, activities }) => {
		if (!section) return [];
		const shown = activities.flatMap(({ activity, lines }) =>
			activity ? [{ ...activity, rows: lines.map((line) => rowOf(line, locale)) }] : []
		);
		return [
			{ ...section, coreTask: lines.find((line) => line.section === section)?.coreTask?.code ?? '', activities: shown }
		];
	});
	const inText = lines.filter(({ section }) => section === null).map((line) => rowOf(line, locale));
	return { sections, inText };
}

/** `2 records bij, 1 eraf`; empty when it was the target that changed. */
export function recordsText(
	{ came, went, corrected }: { came: number; went: number; corrected: number },
	locale: Locale
) {
	const said = [
		came > 0 ? m.reports_since_came({ number: came }, { locale }) : '',
		went > 0 ? m.reports_since_went({ number: went }, { locale }) : '',
		corrected > 0 ? m.reports_since_corrected({ number: corrected }, { locale }) : ''
	].filter(Boolean);
	return said.length > 0 ? said.join(', ') : m.reports_since_target({}, { locale });
}

const outcomeHeadings: Record<OutcomeKind, Say> = {
	conclusion: m.reports_conclusions,
	recommendation: m.reports_recommendations
};
export const outcomeHeading = (kind: OutcomeKind, locale: Locale) => outcomeHeadings[kind]({}, { locale });

/** `Rust op 12 records` */
export const recordsCount = (number: number, locale: Locale) =>
	number === 1 ? m.reports_evidence_one({}, { locale }) : m.reports_evidence({ number }, { locale });
