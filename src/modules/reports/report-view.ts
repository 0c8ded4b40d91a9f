// What a report shows, on the page and in its files: the same whether it is frozen or still read live.
import { m } from '#paraglide/messages.js';
import type { Both, Named, ScopePart, ScopeRow } from '#modules/plan/plan-scope.ts';
import type { Day } from '#platform/day.ts';
import type { Locale, Localized } from '#platform/localized.ts';
import { numberText } from '#platform/numbers.ts';
import type { AskChoice, OutcomeKind, Reader } from './words.ts';

export type Status = ScopeRow['status'];
export type PreviousLine = { status: Status; value: number | null; reading: Both };

export type ReportLine = Pick<
	ScopeRow,
	| 'code'
	| 'kind'
	| 'title'
	| 'coreTask'
	| 'section'
	| 'activity'
	| 'target'
	| 'windows'
	| 'sentence'
	| 'reading'
	| 'why'
	| 'status'
	| 'computed'
	| 'isJudged'
	| 'openConditions'
	| 'strip'
> & {
	parts: ScopePart[];
	/** How many records it rests on; null while it is not frozen. */
	evidenceCount: number | null;
	previous: PreviousLine | null;
	comment: Localized | null;
};

export type Outcome = {
	id: string;
	kind: OutcomeKind;
	text: Localized;
	concludedOn: Day;
	withdrawnOn: Day | null;
};

export type ReportView = {
	id: string;
	key: string;
	title: Localized;
	scopeTitles: Localized[];
	reader: Reader;
	groupName: Localized | null;
	organisationName: Localized | null;
	closesOn: Day;
	asks: AskChoice;
	commentsBefore: Day | null;
	frozenOn: Day | null;
	/** The day that its figures are of: until the closing day has come, today. */
	readOn: Day;
	intro: Localized | null;
	plan: { title: Localized; startsOn: Day; endsOn: Day };
	previous: { id: string; title: Localized; closesOn: Day } | null;
	lines: ReportLine[];
	outcomes: Outcome[];
};

/** The one number of a line: of its only part, or how many of its parts are met. */
export function valueOf({ parts }: { parts: readonly Pick<ScopePart, 'value' | 'status'>[] }): number | null {
	if (parts.length === 0) return null;
	return parts.length === 1 ? parts[0]!.value : parts.filter(({ status }) => status === 'met').length;
}

const better: readonly Status[] = ['missed', 'behind', 'at_risk', 'waiting', 'not_yet_due', 'on_track', 'met'];
export const troubled: readonly Status[] = ['missed', 'behind', 'at_risk'];

/** Missed, behind or at risk; or done, with something that the plan says in words still open. */
export const isSlipping = ({ status, openConditions }: Pick<ReportLine, 'status' | 'openConditions'>) =>
	troubled.includes(status) || (status === 'met' && openConditions > 0);

export type Change = {
	/** `up` came out of trouble or was met · `down` came into trouble, or into worse · `same` neither. */
	direction: 'up' | 'down' | 'same';
	/** How much was added to the number; null when there is no number on both days. */
	added: number | null;
	from: Status;
};

/** What changed since the report before; null when that had no such line. */
export function changeOf(line: Pick<ReportLine, 'parts' | 'status' | 'previous'>): Change | null {
	const { previous, status } = line;
	if (!previous) return null;
	const value = valueOf(line);
	const moved = better.indexOf(status) - better.indexOf(previous.status);
	const matters = status === 'met' || troubled.includes(status) || troubled.includes(previous.status);
	const knows = better.includes(status) && better.includes(previous.status);
	return {
		direction: !knows || !matters || moved === 0 ? 'same' : moved > 0 ? 'up' : 'down',
		added: value === null || previous.value === null ? null : Math.round((value - previous.value) * 1000) / 1000,
		from: previous.status
	};
}

const signed = (value: number, locale: Locale) =>
	value > 0 ? `+${numberText(value, locale)}` : numberText(value, locale).replace('-', '−');

/** `+3, was 12 / 52` · `unchanged`; empty when there is nothing to compare with. */
export function changeText(line: ReportLine, locale: Locale): string {
	const change = changeOf(line);
	if (!change || !line.previous) return '';
	const was = line.previous.reading[locale];
	if (!was) return '';
	if (change.added === 0 && was === line.reading[locale]) return m.reports_change_none({}, { locale });
	if (change.added === null || change.added === 0 || line.reading[locale].includes('%'))
		return m.reports_change_was({ reading: was }, { locale });
	return m.reports_change_added({ added: signed(change.added, locale), reading: was }, { locale });
}

export type Counts = Partial<Record<Status, number>>;

/** How many outputs stand how; of a report without any output, all its promises. */
export function countsOf(lines: readonly Pick<ReportLine, 'kind' | 'status'>[]): Counts {
	const outputs = lines.filter(({ kind }) => kind === 'output');
	const counts: Counts = {};
	for (const { status } of outputs.length > 0 ? outputs : lines) counts[status] = (counts[status] ?? 0) + 1;
	return counts;
}

export type LineGroup = { section: Named | null; activities: { activity: Named | null; lines: ReportLine[] }[] };

/** By table of the plan and activity, in the order they come in. */
export function grouped(lines: readonly ReportLine[]): LineGroup[] {
	const groups: LineGroup[] = [];
	for (const line of lines) {
		let group = groups.find(({ section }) => section?.code === line.section?.code);
		if (!group) groups.push((group = { section: line.section, activities: [] }));
		let activity = group.activities.find((one) => one.activity?.code === line.activity?.code);
		if (!activity) group.activities.push((activity = { activity: line.activity, lines: [] }));
		activity.lines.push(line);
	}
	return groups;
}

/** Nothing was counted, and nobody said anything of it: its title is all there is to tell. */
export const isSilent = ({ status, comment }: Pick<ReportLine, 'status' | 'comment'>) =>
	status === 'not_measurable' && comment === null;

export type Moves = { up: ReportLine[]; down: ReportLine[] };

/** What got better and what got worse since the report before. */
export const movesOf = (lines: readonly ReportLine[]): Moves => ({
	up: lines.filter((line) => changeOf(line)?.direction === 'up'),
	down: lines.filter((line) => changeOf(line)?.direction === 'down')
});

/** Lines whose course is drawn: of a long report only those in trouble, as the reader looks there first. */
export function drawnCourses(lines: readonly ReportLine[]): ReportLine[] {
	const mostOfAll = 30;
	const running = lines.filter(({ parts }) => parts.some(({ course }) => course !== null && course.points.length > 1));
	return running.length <= mostOfAll ? running : running.filter(({ status }) => troubled.includes(status));
}

/** A frozen line beside what the records say of the same day now. */
export type Corrected = {
	code: string;
	title: Localized;
	frozen: { status: Status; reading: Both };
	now: { status: Status; reading: Both } | null;
	/** Records that came in, went out, or were themselves corrected since. */
	came: number;
	went: number;
	corrected: number;
};

type Comparable = Pick<ScopeRow, 'status' | 'target' | 'computed' | 'isJudged' | 'openConditions'> & {
	parts: readonly Pick<ScopePart, 'value' | 'wanted'>[];
};

/**
 * Whether what a line says of its day was corrected afterwards. What was planned later moves forecasts, and with them the
 * statuses that look ahead; that corrects nothing of the day itself.
 */
export function isCorrected(frozen: Comparable, now: Comparable): boolean {
	if (JSON.stringify(frozen.target) !== JSON.stringify(now.target)) return true;
	if (frozen.openConditions !== now.openConditions) return true;
	if (frozen.parts.length !== now.parts.length) return true;
	if (frozen.parts.some((part, at) => part.value !== now.parts[at]!.value || part.wanted !== now.parts[at]!.wanted))
		return true;
	const said = ({ computed, isJudged }: Comparable) => computed !== null || isJudged;
	if (frozen.status !== now.status && (said(frozen) || said(now))) return true;
	const asideFor = (status: Status) => status === 'waiting' || status === 'lapsed';
	return asideFor(frozen.status) !== asideFor(now.status);
}
