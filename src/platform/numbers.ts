// Numbers, shares and money as the language writes them.
import type { Locale } from '#platform/localized.ts';

const tags: Record<Locale, string> = { nl: 'nl-NL', en: 'en-GB' };

const formats = new Map<string, Intl.NumberFormat>();

/** Making a format takes a hundred times as long as using it, so each is made once. */
function formatOf(locale: Locale, decimals: number): Intl.NumberFormat {
	const key = `${locale}${decimals}`;
	const format = formats.get(key) ?? new Intl.NumberFormat(tags[locale], { maximumFractionDigits: decimals });
	formats.set(key, format);
	return format;
}

/** `1.234,5` · `1,234.5`; at most `decimals` behind the comma. */
export const numberText = (value: number, locale: Locale, decimals = 2): string =>
	formatOf(locale, decimals).format(value);

/** A share of one: `66%`. */
export const percentText = (share: number, locale: Locale, decimals = 0): string =>
	`${numberText(share * 100, locale, decimals)}%`;

/** Cents of a currency: `€ 1.250`; the cents only when there are any. */
export function moneyText(cents: number, locale: Locale, currency = 'EUR'): string {
	const whole = cents % 100 === 0;
	return new Intl.NumberFormat(tags[locale], {
		style: 'currency',
		currency,
		minimumFractionDigits: whole ? 0 : 2,
		maximumFractionDigits: 2
	}).format(cents / 100);
}

/** `5–6`, or one number when both are the same. */
export const rangeOfNumbers = (from: number, until: number, locale: Locale): string =>
	from === until ? numberText(from, locale) : `${numberText(from, locale)}–${numberText(until, locale)}`;
