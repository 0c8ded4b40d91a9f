// That something came after the day it was due on, or was put off: said beside the record and in the reason of its promise.
import { m } from '#paraglide/messages.js';
import { dayText } from '#platform/dates.ts';
import { daysBetween, type Day } from '#platform/day.ts';
import type { Locale } from '#platform/localized.ts';
import { numberText } from '#platform/numbers.ts';

export type Dated = {
	startsOn: Day;
	state: 'done' | 'planned';
	/** The day it was due on in the end, and at first; null for what is never due. */
	dueOn: Day | null;
	firstDueOn: Day | null;
};

const daysText = (days: number, locale: Locale) =>
	days === 1
		? m.plan_late_days_one({}, { locale })
		: m.plan_late_days({ number: numberText(days, locale) }, { locale });

/** "12 days late: due on 31 May 2022, at first 30 April 2022"; undefined for what was in time and never put off. */
export function lateText({ startsOn, state, dueOn, firstDueOn }: Dated, locale: Locale): string | undefined {
	if (dueOn === null) return undefined;
	const first = firstDueOn !== null && firstDueOn < dueOn ? dayText(firstDueOn, locale) : undefined;
	const due = dayText(dueOn, locale);
	if (state === 'planned' || startsOn <= dueOn) return first && m.plan_late_put_off({ first }, { locale });
	const days = daysText(daysBetween(dueOn, startsOn), locale);
	return first ? m.plan_late_and_put_off({ days, due, first }, { locale }) : m.plan_late({ days, due }, { locale });
}

/**
 * How many of what counts came late, and how many days the latest; and how many came when they could not count any more,
 * the first on which day, how many days after the period.
 */
export type Late = { number: number; days: number; after: number; afterOn: Day | null; afterDays: number };

export const notLate: Late = { number: 0, days: 0, after: 0, afterOn: null, afterDays: 0 };

/** "1 came late, by 12 days. After the period 1 came: on 8 July 2022, 8 days late." Empty when none did. */
export function lateSentence({ number, days, after, afterOn, afterDays }: Late, locale: Locale): string {
	const counts = { number: numberText(number, locale), days: daysText(days, locale) };
	const inTime = number === 1 ? m.plan_late_one(counts, { locale }) : m.plan_late_several(counts, { locale });
	const told = {
		number: numberText(after, locale),
		day: afterOn ? dayText(afterOn, locale) : '',
		days: daysText(afterDays, locale)
	};
	const afterwards = after === 1 ? m.plan_late_after_one(told, { locale }) : m.plan_late_after(told, { locale });
	return [number > 0 && inTime, after > 0 && afterwards].filter(Boolean).join(' ');
}
