// Addresses of our own pages in the reader's language: every link in a page goes through here.
import { getLocale, localizeHref } from '#paraglide/runtime.js';
import { otherLocale, type Locale } from '#platform/localized.ts';

/** `/year` becomes `/en/year` for who reads English. Other sites, anchors and bare queries stay as they are. */
export const href = (path: string): string => (path.startsWith('/') ? localizeHref(path) : path);

/** The same page in the other language, with its filters. */
export function inOtherLanguage(path: string): { href: string; locale: Locale } {
	const locale = otherLocale(getLocale());
	return { href: localizeHref(path, { locale }), locale };
}
