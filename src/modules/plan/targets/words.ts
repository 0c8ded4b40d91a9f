// Words that targets use, in the reader's language: rhythms, spans, and the values that `where` may hold.
import { m } from '#paraglide/messages.js';
import type { Locale } from '#platform/localized.ts';

type Say = (inputs: Record<string, never>, options: { locale: Locale }) => string;

const valueWords: Record<string, Say> = {
	member: m.plan_word_member,
	'partner-of-member': m.plan_word_partner_of_member,
	other: m.plan_word_other,
	participant: m.plan_word_participant,
	speaker: m.plan_word_speaker,
	organiser: m.plan_word_organiser,
	visit: m.plan_word_visit,
	call: m.plan_word_call,
	online: m.plan_word_online,
	mail: m.plan_word_mail,
	physical: m.plan_word_physical,
	hybrid: m.plan_word_hybrid,
	certificate: m.plan_word_certificate,
	exemption: m.plan_word_exemption,
	agreement: m.plan_word_agreement,
	mandate: m.plan_word_mandate,
	ours: m.plan_word_ours,
	attended: m.plan_word_attended,
	yes: m.plan_word_yes,
	no: m.plan_word_no
};

const countryCode = /^[A-Z]{2}$/;

/** A value of `where` that is a word of the platform, or a country; what an association made up itself (a tag) stays as it is. */
export function valueWord(value: string, locale: Locale): string {
	if (countryCode.test(value)) return new Intl.DisplayNames([locale], { type: 'region' }).of(value) ?? value;
	return valueWords[value]?.({}, { locale }) ?? `‘${value}’`;
}

const plainRhythms: Record<string, Say> = {
	week: m.plan_rhythm_week,
	month: m.plan_rhythm_month,
	quarter: m.plan_rhythm_quarter,
	'half-year': m.plan_rhythm_half_year,
	year: m.plan_rhythm_year,
	window: m.plan_rhythm_window
};

/** `every 2 months`, `elke week`. */
export function rhythmText(rhythm: string, locale: Locale): string {
	const plain = plainRhythms[rhythm];
	if (plain) return plain({}, { locale });
	const [number = '', unit] = rhythm.split(' ');
	return unit === 'weeks' ? m.plan_rhythm_weeks({ number }, { locale }) : m.plan_rhythm_months({ number }, { locale });
}

const spans = {
	days: m.plan_span_days,
	weeks: m.plan_span_weeks,
	months: m.plan_span_months,
	years: m.plan_span_years
};

export function spanText(span: string, locale: Locale): string {
	const [number, unit] = span.split(' ') as [string, keyof typeof spans];
	return spans[unit]({ number }, { locale });
}
