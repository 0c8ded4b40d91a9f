// Text that people write and that may exist in Dutch and in English.

export const locales = ['nl', 'en'] as const;
export type Locale = (typeof locales)[number];

/** At least one of the two is filled. */
export type Localized = { nl?: string; en?: string };

export const otherLocale = (locale: Locale): Locale => (locale === 'nl' ? 'en' : 'nl');

/** A text of which one language was written before the other last changed. Texts without the mark are kept as they always were. */
export type Translated = Localized & { older?: Locale | undefined };

/**
 * The text in `locale`, or else in the other language; `fallback` tells which of the two it is, so that the page can mark it;
 * `outdated` that the other language changed after this one was written.
 */
export function localizedText(
	text: Translated,
	locale: Locale
): { text: string; lang: Locale; fallback: boolean; outdated: boolean } {
	const own = text[locale];
	if (own) return { text: own, lang: locale, fallback: false, outdated: text.older === locale };
	const lang = otherLocale(locale);
	return { text: text[lang] ?? '', lang, fallback: true, outdated: false };
}

/** Which language is older after a change: the one that stayed when only the other changed; undefined when neither is. */
export function olderAfter(before: Translated, after: Translated): Locale | undefined {
	const changed = locales.filter((locale) => before[locale] !== after[locale]);
	if (changed.length === 0) return before.older;
	const [only, ...others] = changed;
	if (only === undefined || others.length > 0 || !after.nl || !after.en) return undefined;
	const other = otherLocale(only);
	// What was missing until now was written with the other language in view; so was what was behind.
	return before[only] === undefined || before.older === only ? undefined : other;
}

const isText = (value: unknown): value is Translated =>
	typeof value === 'object' && value !== null && locales.some((locale) => locale in value);

/**
 * A change of a record as it is kept: of each text of which only one language changed, the other is marked as older than its
 * source until somebody writes it anew.
 */
export function marked<Change extends object>(before: { [Name in keyof Change]: unknown }, change: Change): Change {
	const was = new Map(Object.entries(before));
	const entries = Object.entries(change).map(([name, value]: [string, unknown]) => {
		const old = was.get(name);
		const older = isText(value) && isText(old) ? olderAfter(old, value) : undefined;
		return [name, older === undefined ? value : { ...(value as object), older }];
	});
	return Object.fromEntries(entries) as Change;
}

/** Only the words, for places that cannot show a mark (a mail subject, a spreadsheet cell). */
export const say = (text: Localized, locale: Locale) => localizedText(text, locale).text;
