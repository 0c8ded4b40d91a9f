// Text that people write and that may exist in Dutch and in English.

export const locales = ['nl', 'en'] as const;
export type Locale = (typeof locales)[number];

/** At least one of the two is filled. */
export type Localized = { nl?: string; en?: string };

export const otherLocale = (locale: Locale): Locale => (locale === 'nl' ? 'en' : 'nl');

/** The text in `locale`, or else in the other language; `fallback` tells which of the two it is, so that the page can mark it. */
export function localizedText(text: Localized, locale: Locale): { text: string; lang: Locale; fallback: boolean } {
	const own = text[locale];
	if (own) return { text: own, lang: locale, fallback: false };
	const lang = otherLocale(locale);
	return { text: text[lang] ?? '', lang, fallback: true };
}

/** Only the words, for places that cannot show a mark (a mail subject, a spreadsheet cell). */
export const say = (text: Localized, locale: Locale) => localizedText(text, locale).text;
