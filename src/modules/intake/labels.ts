// Words of intake in the reader's language: what can have happened, who told it, what became of a file.
import { hostChoices, modeChoices } from '#modules/agenda/labels.ts';
import { means } from '#modules/members/words.ts';
import { m } from '#paraglide/messages.js';
import type { DayForm } from '#platform/cells.ts';
import type { Locale } from '#platform/localized.ts';
import { numberText } from '#platform/numbers.ts';
import { fates, type Fate } from './reported-fact.ts';
import type { Deed } from './deeds.ts';

export const meansChoices = means.choices;
export const modeOptions = () => modeChoices();
export const hostOptions = () => hostChoices();

type Words = Readonly<Record<string, () => string>>;

/** The word for a value; a value that we have no word for stands for itself. */
const wordIn =
	(words: Words) =>
	(value: string): string =>
		words[value]?.() ?? value;

/** A meeting, a contact, … */
export const deedWord = wordIn({
	event: m.intake_deed_event,
	attendance: m.intake_deed_attendance,
	contact: m.intake_deed_contact,
	issue: m.intake_deed_issue,
	document: m.intake_deed_document
});

/** Several of them, above a list. */
export const deedsWord = wordIn({
	event: m.intake_deeds_event,
	attendance: m.intake_deeds_attendance,
	contact: m.intake_deeds_contact,
	issue: m.intake_deeds_issue,
	document: m.intake_deeds_document
});

/** What to choose on the page "record what happened", and what that page then asks. */
export const happenedWords: Readonly<Record<Deed, { label: () => string; hint: () => string }>> = {
	event: { label: m.intake_happened_event, hint: m.intake_happened_event_hint },
	attendance: { label: m.intake_happened_attendance, hint: m.intake_happened_attendance_hint },
	contact: { label: m.intake_happened_contact, hint: m.intake_happened_contact_hint },
	issue: { label: m.intake_happened_issue, hint: m.intake_happened_issue_hint },
	document: { label: m.intake_happened_document, hint: m.intake_happened_document_hint }
};

export const kindWord = wordIn({
	calendar: m.intake_kind_calendar,
	attendance: m.intake_kind_attendance,
	mail: m.intake_kind_mail,
	mailing: m.intake_kind_mailing
});

/** Who told it. Of a mail only what it says: nobody checked its sender. */
export function toldBy({ source, told }: { source: string; told: string }): string {
	if (source === 'calendar') return m.intake_told_calendar({ name: told });
	if (source === 'mail') return m.intake_told_mail({ name: told });
	return source === 'attendance' ? m.intake_told_attendance({ name: told }) : m.intake_told_mailing({ name: told });
}

type Kept = { made: number; same: number; changed: number; recorded: number; cancelled: number; differs: number };

/** What became of what a source told, the parts that are not nothing; a sentence when all are. */
export function keptText(kept: Kept, left: number): string {
	const parts = [
		kept.made > 0 && m.intake_kept_made({ count: kept.made }),
		kept.changed > 0 && m.intake_kept_changed({ count: kept.changed }),
		kept.differs > 0 && m.intake_kept_differs({ count: kept.differs }),
		kept.recorded > 0 && m.intake_kept_recorded({ count: kept.recorded }),
		kept.same > 0 && m.intake_kept_same({ count: kept.same }),
		kept.cancelled > 0 && m.intake_kept_cancelled({ count: kept.cancelled }),
		left > 0 && m.intake_kept_left({ count: left })
	].filter((part) => part !== false);
	return parts.length > 0 ? parts.join(' · ') : m.intake_kept_nothing();
}

export const dayOrderChoices = () => [
	{ value: 'day-first', label: m.intake_days_day_first() },
	{ value: 'month-first', label: m.intake_days_month_first() }
];

export type FatesOfRows = { rows: number; fates: Record<Fate, number>; dayForms: Partial<Record<DayForm, number>> };

const fateWords: Readonly<Record<Fate, (inputs: { count: string }) => string>> = {
	new: m.intake_fate_new,
	same: m.intake_fate_same,
	corrected: m.intake_fate_corrected,
	withdrawn: m.intake_fate_withdrawn,
	back: m.intake_fate_back,
	nothing: m.intake_fate_nothing
};

const dayFormWords: Readonly<Record<DayForm, () => string>> = {
	iso: () => '2022-08-31',
	'day-first': () => '31-8-2022',
	'month-first': () => '8/31/2022',
	excel: m.intake_day_form_excel
};

/** What becomes of the rows of a file, and how its days were read. */
export function fateText({ fates: counts, dayForms }: FatesOfRows, locale: Locale): string {
	const told = fates
		.filter((fate) => counts[fate] > 0)
		.map((fate) => fateWords[fate]({ count: numberText(counts[fate], locale) }));
	const days = (Object.keys(dayForms) as DayForm[]).map((form) => dayFormWords[form]());
	const list = new Intl.ListFormat(locale);
	return [list.format(told), days.length > 0 && m.intake_days_read({ forms: list.format(days) })]
		.filter(Boolean)
		.join('. ');
}
