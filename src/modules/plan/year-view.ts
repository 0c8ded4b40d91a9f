// The shapes that the year's screens show, and the few words that go with them.
import { m } from '#paraglide/messages.js';
import type { Day } from '#platform/day.ts';
import type { Locale, Localized } from '#platform/localized.ts';
import type { PromiseKind } from './plan-file-words.ts';
import type { Status } from './targets/status.ts';

export type ShownRow = {
	code: string;
	kind: PromiseKind;
	title: Localized;
	status: Status;
	openConditions: number;
	/** `34 / 52`; empty when it cannot be measured. */
	reading: string;
	owner: string | null;
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
	for (const row of rowsOf(sections)) if (row.kind === 'output') counts[row.status] = (counts[row.status] ?? 0) + 1;
	return counts;
}

/** "1 condition open", only beside what is met: until it is ticked the promise is not wholly kept. */
export function conditionsText(
	{ status, openConditions }: Pick<ShownRow, 'status' | 'openConditions'>,
	locale: Locale
) {
	if (status !== 'met' || openConditions === 0) return undefined;
	if (openConditions === 1) return m.plan_conditions_open_one({}, { locale });
	return m.plan_conditions_open({ number: openConditions }, { locale });
}
