// From an error to the status and the sentence that people get. Details stay in the log.
import { m } from '#paraglide/messages.js';
import { Conflict, Forbidden, Invalid, NotFound, TooMany } from '#platform/errors.ts';
import { sayConflict, sayIssue } from '#platform/issues.ts';
import type { Locale } from '#platform/localized.ts';

export type Refusal = { status: number; message: string };

/** How an operation's refusal is answered, or undefined when the error is no refusal but a fault. */
export function refusalOf(error: unknown, locale: Locale): Refusal | undefined {
	const options = { locale };
	if (error instanceof NotFound) return { status: 404, message: m.platform_ui_error_404_text({}, options) };
	if (error instanceof Forbidden) return { status: 403, message: m.platform_ui_error_403_text({}, options) };
	if (error instanceof Conflict) return { status: 409, message: sayConflict(error.reason, locale) };
	if (error instanceof TooMany) return { status: 429, message: m.platform_ui_error_429_text({}, options) };
	if (error instanceof Invalid) {
		const [first] = error.issues;
		return { status: 422, message: sayIssue(first ?? { code: 'other', params: {} }, locale) };
	}
	return undefined;
}

/** What a fault says to people, whatever it was. */
export const faultSentence = (locale: Locale) => m.platform_ui_error_500_text({}, { locale });

/** What SvelteKit refuses by itself (no such page, wrong method, too large), in the reader's language. */
export function sentenceFor(status: number, locale: Locale): string {
	const options = { locale };
	if (status === 403) return m.platform_ui_error_403_text({}, options);
	if (status === 404) return m.platform_ui_error_404_text({}, options);
	if (status === 413) return m.platform_ui_error_413_text({}, options);
	if (status >= 500) return faultSentence(locale);
	return m.platform_ui_error_other_text({}, options);
}
