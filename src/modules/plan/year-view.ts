// The shapes that the year's screens show, and the few words that go with them.
import { m } from '#paraglide/messages.js';
import { dayText } from '#platform/dates.ts';
import type { Day } from '#platform/day.ts';
import type { Locale, Localized } from '#platform/localized.ts';
import { numberText } from '#platform/numbers.ts';
import type { PromiseKind } from './plan-file-words.ts';
import type { StoodReading } from './targets/judged.ts';
import { wordOfStatus } from './targets/status-words.ts';
import type { Status } from './targets/status.ts';

/** From how much to how much, when it is one number. */
export type Lowered = { from: number | null; to: number | null; on: Day; why: string; by: string | null };

export type ShownRow = {
	code: string;
	kind: PromiseKind;
	title: Localized;
	status: Status;
	openConditions: number;
	/** Set when a person overruled it: what was computed. */
	computed?: Status;
	/** A person found it so: nothing can be counted. */
	isJudged?: boolean;
	/** `34 / 52`; empty when it cannot be measured. */
	reading: string;
	owner: string | null;
	/** It says what these promises say, and stands as they do. */
	sameAs?: { code: string; reading: string }[];
	/** It asks for less than when the plan was adopted. */
	lowered?: Lowered | undefined;
	/** Given up: it no longer counts, and stays in sight. */
	withdrawn?: { on: Day; why: string } | undefined;
	strip: {
		windows: { startsOn: Day; endsOn: Day; slackUntil?: Day }[];
		done: Day[];
		planned: Day[];
		states: { startsOn: Day; endsOn: Day | null }[];
	};
};

export type ShownActivity = { code: string; title: Localized; rows: ShownRow[] };
export type ShownSection = { code: string; title: Localized; coreTask: string; activities: ShownActivity[] };

export const rowsOf = (sections: readonly ShownSection[]): ShownRow[] =>
	sections.flatMap((section) => section.activities.flatMap((activity) => activity.rows));

/** How many outputs have each status. */
export function countOf(sections: readonly ShownSection[]): Partial<Record<Status, number>> {
	const counts: Partial<Record<Status, number>> = {};
	for (const { kind, withdrawn, status } of rowsOf(sections)) {
		if (kind === 'output' && !withdrawn) counts[status] = (counts[status] ?? 0) + 1;
	}
	return counts;
}

/** What people put beside or in the place of the computed status. */
export const saidOfStatus = ({ computed, judged }: StoodReading): Pick<ShownRow, 'computed' | 'isJudged'> => ({
	...(computed ? { computed } : {}),
	...(judged ? { isJudged: true } : {})
});

/** "1 condition open", only beside what is met: until it is ticked the promise is not wholly kept. */
function openText({ status, openConditions }: Pick<ShownRow, 'status' | 'openConditions'>, locale: Locale) {
	if (status !== 'met' || openConditions === 0) return undefined;
	if (openConditions === 1) return m.plan_conditions_open_one({}, { locale });
	return m.plan_conditions_open({ number: openConditions }, { locale });
}

/** "lowered from 10 to 8 on 3 May". */
export function loweredText({ from, to, on }: Pick<Lowered, 'from' | 'to' | 'on'>, locale: Locale): string {
	const day = dayText(on, locale);
	if (from === null || to === null) return m.plan_lowered_plain({ day }, { locale });
	return m.plan_lowered({ from: numberText(from, locale), to: numberText(to, locale), day }, { locale });
}

/** With the reason, and for those inside with the name. */
export function loweredWhy(lowered: Lowered, locale: Locale, withName: boolean): string {
	const words = { lowered: loweredText(lowered, locale), why: lowered.why };
	if (!withName || lowered.by === null) return m.plan_lowered_why(words, { locale });
	return m.plan_lowered_by({ ...words, name: lowered.by }, { locale });
}

/** What stands beside the status: what is still open, that it was judged, that it was overruled and what was computed. */
export function statusNote(
	row: Pick<ShownRow, 'status' | 'openConditions' | 'computed' | 'isJudged'>,
	locale: Locale
): string | undefined {
	const notes = [
		openText(row, locale),
		row.computed && m.plan_overruled_note({ computed: wordOfStatus(row.computed, locale) }, { locale }),
		row.isJudged && !row.computed && m.plan_judged_note({}, { locale })
	].filter(Boolean);
	return notes.length > 0 ? notes.join(', ') : undefined;
}
