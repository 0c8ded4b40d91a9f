// The language of a request: it stands in the address, and holds for everything that is done for that request.
import { AsyncLocalStorage } from 'node:async_hooks';
import { extractLocaleFromUrl, overwriteServerAsyncLocalStorage } from '#paraglide/runtime.js';
import { locales, type Locale } from '#platform/localized.ts';

type Store = { locale?: Locale; origin?: string; messageCalls?: Set<string> };

// Paraglide's own middleware does this too, but makes a copy of the request, and then the body of a form can be read once only.
const storage = new AsyncLocalStorage<Store>();
overwriteServerAsyncLocalStorage(storage);

/** Dutch has no prefix, English has `/en`. */
export const localeOf = (url: URL): Locale => locales.find((locale) => locale === extractLocaleFromUrl(url)) ?? 'nl';

/** Messages and addresses are in this language while `work` runs. */
export const inLocale = <Result>(locale: Locale, { origin }: URL, work: () => Result): Result =>
	storage.run({ locale, origin, messageCalls: new Set() }, work);
