// The sentence on top of the year: how far the year is, and what is not well.
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

type Count = (inputs: { number: number }, options: { locale: Locale }) => string;

/** From worst to best: the first thing said names what is counted, those after it do not. */
const troubles: readonly { status: Status; first: [Say, Count]; next: [Say, Count] }[] = [
	{
		status: 'missed',
		first: [m.plan_year_and_missed_one, m.plan_year_and_missed],
		next: [m.plan_year_and_missed_one, m.plan_year_and_missed]
	},
	{
		status: 'behind',
		first: [m.plan_year_and_behind_one, m.plan_year_and_behind],
		next: [m.plan_year_behind_too_one, m.plan_year_behind_too]
	},
	{
		status: 'at_risk',
		first: [m.plan_year_and_at_risk_one, m.plan_year_and_at_risk],
		next: [m.plan_year_at_risk_too_one, m.plan_year_at_risk_too]
	}
];

/** `Two thirds of the year: 5 outputs missed, 2 behind, 6 at risk`. */
export function headline(period: Period, today: Day, counts: Counts, locale: Locale): string {
	const said: string[] = [];
	for (const { status, first, next } of troubles) {
		const number = counts[status] ?? 0;
		if (number === 0) continue;
		const [one, many] = said.length === 0 ? first : next;
		said.push(number === 1 ? one({}, { locale }) : many({ number }, { locale }));
	}
	const standing = said.length > 0 ? said.join(', ') : m.plan_year_and_well({}, { locale });
	return m.plan_year_standing({ elapsed: elapsedText(period, today, locale), standing }, { locale });
}
