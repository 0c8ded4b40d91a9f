// The rule's own sentence: why a promise has the status it has. "2 of 4 held, none planned, the period ends on 30 November 2022."
import { m } from '#paraglide/messages.js';
import { withCapital } from '#platform/capital.ts';
import { isoWeek, type Day } from '#platform/day.ts';
import { say, type Locale, type Localized } from '#platform/localized.ts';
import { dayText, rangeText } from '#platform/dates.ts';
import { numberText, percentText } from '#platform/numbers.ts';
import { amountText, listText, type Names } from './sentence.ts';
import { basic, type Bounds } from './normal.ts';
import type { Period } from './periods.ts';
import type { StoodReading } from './judged.ts';
import { wordOfStatus } from './status-words.ts';
import type { PartReading } from './status.ts';
import { partsOf, type Measure, type Target } from './target.ts';

/** At most this many missed periods are named; the rest is a number. */
const namedPeriods = 4;

function periodText({ name, startsOn, endsOn }: Period, locale: Locale): string {
	if (name.includes('-W')) return m.plan_why_week({ week: isoWeek(startsOn).week }, { locale });
	return rangeText(startsOn, endsOn, locale);
}

function missedText(missed: readonly Period[], locale: Locale): string {
	const named = missed.slice(0, namedPeriods).map((period) => periodText(period, locale));
	const more = missed.length - named.length;
	const list = more > 0 ? [...named, m.plan_why_more({ number: more }, { locale })] : named;
	return m.plan_why_missed({ periods: more > 0 ? list.join(', ') : listText(list, locale) }, { locale });
}

function standText(
	measure: Measure,
	{ value, wanted, answers = 0 }: PartReading,
	{ kinds }: Names,
	locale: Locale
): string {
	const one = basic(measure);
	const needed = 'average' in one ? (one.answers ?? 1) : 0;
	if (value === null && answers > 0 && answers < needed) {
		return m.plan_why_few_answers(
			{ answers: numberText(answers, locale), needed: numberText(needed, locale) },
			{ locale }
		);
	}
	if (value === null) return m.plan_why_no_value({}, { locale });
	if ('count' in one || 'sum' in one) {
		const verb = kinds.get('count' in one ? one.count : one.sum)?.verb[locale] ?? '';
		const hasOnlyFloor = wanted !== null;
		return m.plan_why_of(
			{ value: numberText(value, locale), wanted: hasOnlyFloor ? wantedText(one, wanted, locale) : '–', verb },
			{ locale }
		);
	}
	const format = 'share' in one ? percentText : numberText;
	return m.plan_why_value({ value: format(value, locale), wanted: amountText(one, locale, format) }, { locale });
}

/** The wanted number as it stands beside a count: `5–6`, `> 450`, `≤ 3`. */
export function wantedText(bounds: Bounds, wanted: number | null, locale: Locale): string {
	const { at_least: least, at_most: most } = bounds;
	if (least !== undefined && most !== undefined && least !== most)
		return `${numberText(least, locale)}–${numberText(most, locale)}`;
	if (bounds.more_than !== undefined) return `> ${numberText(bounds.more_than, locale)}`;
	if (least === undefined && bounds.exactly === undefined && most !== undefined) return `≤ ${numberText(most, locale)}`;
	if (bounds.less_than !== undefined) return `< ${numberText(bounds.less_than, locale)}`;
	return wanted === null ? '' : numberText(wanted, locale);
}

function timeText({ startsOn, endsOn }: PartReading, today: Day, locale: Locale): string {
	if (today < startsOn) return m.plan_why_begins({ day: dayText(startsOn, locale) }, { locale });
	if (today > endsOn) return m.plan_why_ended({ day: dayText(endsOn, locale) }, { locale });
	return m.plan_why_ends({ day: dayText(endsOn, locale) }, { locale });
}

/** Why one part stands where it stands. */
export function partWhy(measure: Measure, reading: PartReading, today: Day, names: Names, locale: Locale): string {
	const counts = ['count', 'sum', 'reach', 'deliver'].some((word) => word in measure);
	const pieces = [standText(measure, reading, names, locale)];
	const { rhythm, value, due, planned, forecast } = reading;
	const willFall =
		'hold' in measure && value !== null && forecast !== null && forecast < value && today <= reading.endsOn;
	if (willFall) pieces.push(m.plan_why_forecast({ forecast: numberText(forecast, locale) }, { locale }));
	if (rhythm && rhythm.ended > 0)
		pieces.push(m.plan_why_rhythm({ kept: rhythm.kept, ended: rhythm.ended }, { locale }));
	if (rhythm && rhythm.missed.length > 0) pieces.push(missedText(rhythm.missed, locale));
	if (counts && !rhythm && value !== null && value < due)
		pieces.push(m.plan_why_due({ due: numberText(due, locale) }, { locale }));
	// A rhythm goes on by itself until a period is missed; from then on what is planned decides.
	const asksForPlans = !rhythm || rhythm.missed.length > 0;
	const mayStillCome = counts && asksForPlans && reading.status !== 'met' && today <= reading.endsOn;
	if (mayStillCome) {
		pieces.push(
			planned > 0
				? m.plan_why_planned({ planned: numberText(planned, locale) }, { locale })
				: m.plan_why_none_planned({}, { locale })
		);
	}
	if (reading.status !== 'met') pieces.push(timeText(reading, today, locale));
	return pieces.join(', ');
}

type Said = { target: Target | null; reading: StoodReading; today: Day; names: Names; locale: Locale };

const sentence = (text: string) => `${withCapital(text)}.`;

/** Why a promise stands where it stands: the sentence of its worst part, or what it waits for. */
export function whyText({ target, reading, today, names, locale }: Said): string {
	const { overruled, computed, judged } = reading;
	if (overruled && computed) {
		const { overruled: _overruled, computed: _computed, ...without } = reading;
		const because = whyText({ target, reading: { ...without, status: computed }, today, names, locale });
		const facts = {
			day: dayText(overruled.startsOn, locale),
			why: overruled.why,
			computed: wordOfStatus(computed, locale)
		};
		const until = overruled.endsOn === null ? '' : dayText(overruled.endsOn, locale);
		const said = until
			? m.plan_why_overruled_until({ ...facts, until }, { locale })
			: m.plan_why_overruled(facts, { locale });
		return `${said} ${because}`;
	}
	if (judged) {
		const { judgedOn, reason, source } = judged;
		return m.plan_why_judged({ day: dayText(judgedOn, locale), reason, source }, { locale });
	}
	if (!target) return sentence(m.plan_why_not_measurable({}, { locale }));
	const trigger: Localized | undefined =
		target.if === undefined ? undefined : (names.triggers.get(target.if) ?? { nl: target.if });
	if (reading.status === 'waiting') return sentence(m.plan_why_waiting({ trigger: say(trigger!, locale) }, { locale }));
	if (reading.status === 'lapsed') return sentence(m.plan_why_lapsed({ trigger: say(trigger!, locale) }, { locale }));
	const worst = Math.max(
		0,
		reading.parts.findIndex((part) => part.status === reading.status)
	);
	const why = partWhy(partsOf(target)[worst]!, reading.parts[worst]!, today, names, locale);
	const number = reading.parts.length;
	if (number === 1) return sentence(why);
	const met = reading.parts.filter((part) => part.status === 'met').length;
	const standing = m.plan_why_parts({ met, number }, { locale });
	return sentence(met === number ? standing : `${standing}; ${why}`);
}
