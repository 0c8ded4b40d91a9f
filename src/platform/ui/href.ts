// Addresses of our own pages in the reader's language: every link in a page goes through here.
import { getLocale, localizeHref } from '#paraglide/runtime.js';
import { otherLocale, type Locale } from '#platform/localized.ts';

const MOST_KNOWN = 5000;
const known = new Map<string, string>();

/** A page of a year has two hundred links, and making each costs more than drawing its row. */
function localized(path: string, locale: Locale): string {
	const key = `${locale} ${path}`;
	const found = known.get(key) ?? localizeHref(path, { locale });
	if (known.size >= MOST_KNOWN) known.clear();
	known.set(key, found);
	return found;
}

/** `/year` becomes `/en/year` for who reads English. Other sites, anchors and bare queries stay as they are. */
export const href = (path: string): string => (path.startsWith('/') ? localized(path, getLocale()) : path);

/** The same page in the other language, with its filters. */
export function inOtherLanguage(path: string): { href: string; locale: Locale } {
	const locale = otherLocale(getLocale());
	return { href: localizeHref(path, { locale }), locale };
}
