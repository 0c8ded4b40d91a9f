// The sentence on top of the year: how far the year is, and the worst that can be said of it.
import { m } from '#paraglide/messages.js';
import { daysBetween, type Day } from '#platform/day.ts';
import type { Locale } from '#platform/localized.ts';
import type { Status } from './targets/status.ts';

type Counts = Partial<Record<Status, number>>;
type Period = { startsOn: Day; endsOn: Day };
type Say = (inputs: Record<string, never>, options: { locale: Locale }) => string;

/** Share of the year that is over, up to which each phrase is said. */
const phrases: readonly [number, Say][] = [
	[0.17, m.plan_year_elapsed_start],
	[0.29, m.plan_year_elapsed_quarter],
	[0.42, m.plan_year_elapsed_third],
	[0.58, m.plan_year_elapsed_half],
	[0.71, m.plan_year_elapsed_two_thirds],
	[0.85, m.plan_year_elapsed_three_quarters],
	[1, m.plan_year_elapsed_end]
];

function elapsedText({ startsOn, endsOn }: Period, today: Day, locale: Locale): string {
	if (today < startsOn) return m.plan_year_elapsed_before({}, { locale });
	if (today > endsOn) return m.plan_year_elapsed_over({}, { locale });
	const share = (daysBetween(startsOn, today) + 1) / (daysBetween(startsOn, endsOn) + 1);
	const [, say] = phrases.find(([until]) => share <= until) ?? phrases.at(-1)!;
	return say({}, { locale });
}

const worst = [
	['behind', m.plan_year_and_behind_one, m.plan_year_and_behind],
	['missed', m.plan_year_and_missed_one, m.plan_year_and_missed],
	['at_risk', m.plan_year_and_at_risk_one, m.plan_year_and_at_risk]
] as const;

/** `Two thirds of the year, and 2 outputs are behind`. */
export function headline(period: Period, today: Day, counts: Counts, locale: Locale): string {
	const elapsed = elapsedText(period, today, locale);
	for (const [status, one, many] of worst) {
		const number = counts[status] ?? 0;
		if (number === 1) return one({ elapsed }, { locale });
		if (number > 1) return many({ elapsed, number }, { locale });
	}
	return m.plan_year_and_well({ elapsed }, { locale });
}
