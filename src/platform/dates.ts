// Days and periods as people say them. Only the words come from Intl; the order is ours, so that server and browser always agree.
import { m } from '#paraglide/messages.js';
import { addDays, addMonths, daysBetween, type Day } from '#platform/day.ts';
import type { Locale } from '#platform/localized.ts';

const tags: Record<Locale, string> = { nl: 'nl-NL', en: 'en-GB' };

const word = (locale: Locale, options: Intl.DateTimeFormatOptions, dates: Date[]) => {
	const format = new Intl.DateTimeFormat(tags[locale], { timeZone: 'UTC', ...options });
	return dates.map((date) => format.format(date).replace('.', ''));
};

const firstsOfMonths = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2022, month, 15)));
/** 2 January 2022 was a Sunday. */
const sundayOn = Array.from({ length: 7 }, (_, weekday) => new Date(Date.UTC(2022, 0, 2 + weekday)));

const wordsOf = (locale: Locale) => ({
	months: word(locale, { month: 'long' }, firstsOfMonths),
	shortMonths: word(locale, { month: 'short' }, firstsOfMonths).map((month) => (month === 'Sept' ? 'Sep' : month)),
	weekdays: word(locale, { weekday: 'long' }, sundayOn)
});

const words: Record<Locale, ReturnType<typeof wordsOf>> = { nl: wordsOf('nl'), en: wordsOf('en') };

const yearOf = (day: Day) => Number(day.slice(0, 4));
const monthOf = (day: Day) => Number(day.slice(5, 7)) - 1;
const dateOf = (day: Day) => Number(day.slice(8, 10));
const monthWord = (day: Day, locale: Locale) => words[locale].months[monthOf(day)] ?? '';
const shortMonthWord = (day: Day, locale: Locale) => words[locale].shortMonths[monthOf(day)] ?? '';
const weekdayWord = (day: Day, locale: Locale) =>
	words[locale].weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';

/** `jan` … `dec` · `Jan` … `Dec`. */
export const monthNames = (locale: Locale): readonly string[] => words[locale].shortMonths;

/** `31 augustus 2022` */
export const dayText = (day: Day, locale: Locale) => `${dateOf(day)} ${monthWord(day, locale)} ${yearOf(day)}`;

/** `31 aug`, for places where the year is plain. */
export const shortDayText = (day: Day, locale: Locale) => `${dateOf(day)} ${shortMonthWord(day, locale)}`;

/** `woensdag 31 augustus 2022` */
export const weekdayText = (day: Day, locale: Locale) => `${weekdayWord(day, locale)} ${dayText(day, locale)}`;

/** `14:05` and the day before it, in the association's time zone. */
export function momentText(moment: Date, locale: Locale, timeZone: string): string {
	const [day = '', time = ''] = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
		.format(moment)
		.split(' ');
	return `${dayText(day, locale)}, ${time}`;
}

const isFirstOfMonth = (day: Day) => dateOf(day) === 1;
const isLastOfMonth = (day: Day) => isFirstOfMonth(addDays(day, 1));
const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`;

/** Whole months as people name them: `2022`, `maart 2022`, `juni–augustus 2022`, `december 2021 – februari 2022`. */
function monthsText(from: Day, until: Day, locale: Locale): string {
	if (yearOf(from) === yearOf(until) && monthOf(from) === 0 && monthOf(until) === 11) return String(yearOf(from));
	const last = `${monthWord(until, locale)} ${yearOf(until)}`;
	if (from.slice(0, 7) === until.slice(0, 7)) return last;
	if (yearOf(from) === yearOf(until)) return `${monthWord(from, locale)}–${last}`;
	return `${monthWord(from, locale)} ${yearOf(from)} – ${last}`;
}

/** Both days included: `1–3 maart 2022`, `28 februari – 2 maart 2022`; whole months are named as months. */
export function rangeText(from: Day, until: Day, locale: Locale): string {
	if (from === until) return dayText(from, locale);
	if (isFirstOfMonth(from) && isLastOfMonth(until)) return monthsText(from, until, locale);
	if (from.slice(0, 7) === until.slice(0, 7)) return `${dateOf(from)}–${dayText(until, locale)}`;
	if (yearOf(from) === yearOf(until)) return `${dateOf(from)} ${monthWord(from, locale)} – ${dayText(until, locale)}`;
	return `${dayText(from, locale)} – ${dayText(until, locale)}`;
}

/** A period that may still last: `sinds 1 maart 2022`. */
export const periodText = (from: Day, until: Day | null, locale: Locale) =>
	until === null ? m.platform_ui_since({ day: dayText(from, locale) }, { locale }) : rangeText(from, until, locale);

const relative: Record<Locale, Intl.RelativeTimeFormat> = {
	nl: new Intl.RelativeTimeFormat('nl-NL', { numeric: 'auto' }),
	en: new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' })
};

/** `vandaag`, `morgen`, `over 3 dagen`, `2 weken geleden`, `over 4 maanden`: as near as one would say it. */
export function awayText(day: Day, today: Day, locale: Locale): string {
	const days = daysBetween(today, day);
	if (Math.abs(days) < 14) return relative[locale].format(days, 'day');
	if (Math.abs(days) < 63) return relative[locale].format(Math.trunc(days / 7), 'week');
	if (Math.abs(days) < 365) return relative[locale].format(wholeMonths(today, day), 'month');
	return relative[locale].format(Math.trunc(days / 365.25), 'year');
}

function wholeMonths(from: Day, until: Day): number {
	const months = (yearOf(until) - yearOf(from)) * 12 + monthOf(until) - monthOf(from);
	const reached = addMonths(from, months);
	if (months > 0 && reached > until) return months - 1;
	if (months < 0 && reached < until) return months + 1;
	return months;
}

/** First days of the twelve months of a year. */
export const monthStarts = (year: number): Day[] =>
	Array.from({ length: 12 }, (_, month) => addMonths(firstOfMonth(`${year}-01-01`), month));
