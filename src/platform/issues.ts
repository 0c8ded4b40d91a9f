// What is wrong with a field, as a sentence in the reader's language. Whatever the code, there is a sentence; a raw code is never shown.
import * as messages from '#paraglide/messages.js';
import type { Issue } from '#platform/errors.ts';
import type { Locale } from '#platform/localized.ts';

const { m } = messages;

type Say = (params: Record<string, unknown>, locale: Locale) => string;
type Message = (inputs: Record<string, unknown>, options: { locale: Locale }) => string;

const all: Readonly<Record<string, unknown>> = messages;

/** The message with this key, when there is one. Keys come from our own code, never from a request. */
function messageNamed(key: string): Message | undefined {
	const found = Object.hasOwn(all, key) ? all[key] : undefined;
	return typeof found === 'function' ? (found as Message) : undefined;
}

/** `plan_issue_target_rhythm` for the code `target_rhythm`, whichever module has it. */
const keyEndingOn = (ending: string) => Object.keys(all).find((key) => key.endsWith(ending));

const number = (value: unknown, locale: Locale) =>
	typeof value === 'number' || typeof value === 'bigint' ? new Intl.NumberFormat(locale).format(value) : String(value);

const megabytes = (value: unknown, locale: Locale) =>
	new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(Number(value) / 1_000_000);

const isList = (origin: unknown) => origin === 'array' || origin === 'set' || origin === 'map';
const isNumber = (origin: unknown) => origin === 'number' || origin === 'int' || origin === 'bigint';

const tooSmall: Say = ({ origin, minimum, inclusive }, locale) => {
	const options = { locale };
	if (isList(origin)) return m.platform_issue_list_short({ minimum: number(minimum, locale) }, options);
	if (isNumber(origin) && inclusive === false)
		return m.platform_issue_number_above({ minimum: number(minimum, locale) }, options);
	if (isNumber(origin)) return m.platform_issue_number_from({ minimum: number(minimum, locale) }, options);
	if (origin === 'string' && Number(minimum) > 1)
		return m.platform_issue_text_short({ minimum: number(minimum, locale) }, options);
	if (origin === 'string' || origin === 'file') return m.platform_issue_required({}, options);
	return m.platform_issue_other({}, options);
};

const tooBig: Say = ({ origin, maximum, inclusive }, locale) => {
	const options = { locale };
	if (isList(origin)) return m.platform_issue_list_long({ maximum: number(maximum, locale) }, options);
	if (isNumber(origin) && inclusive === false)
		return m.platform_issue_number_below({ maximum: number(maximum, locale) }, options);
	if (isNumber(origin)) return m.platform_issue_number_until({ maximum: number(maximum, locale) }, options);
	if (origin === 'string') return m.platform_issue_text_long({ maximum: number(maximum, locale) }, options);
	if (origin === 'file') return m.platform_issue_file_large({ maximum: megabytes(maximum, locale) }, options);
	return m.platform_issue_other({}, options);
};

const invalidType: Say = ({ expected }, locale) => {
	if (expected === 'int') return m.platform_issue_whole_number({}, { locale });
	if (isNumber(expected)) return m.platform_issue_number({}, { locale });
	return m.platform_issue_required({}, { locale });
};

const invalidFormat: Say = ({ format }, locale) => {
	if (format === 'email') return m.platform_issue_email({}, { locale });
	// Ids are never typed: nothing was chosen.
	if (format === 'uuid') return m.platform_issue_choose({}, { locale });
	if (format === 'url') return m.platform_issue_url({}, { locale });
	return m.platform_issue_format({}, { locale });
};

/** Zod's own codes; `custom`, `invalid_union`, `invalid_key` and `invalid_element` say too little for a sentence of their own. */
const zodCodes: Readonly<Record<string, Say>> = {
	too_small: tooSmall,
	too_big: tooBig,
	invalid_type: invalidType,
	invalid_format: invalidFormat,
	invalid_value: (_params, locale) => m.platform_issue_choose({}, { locale }),
	not_multiple_of: ({ divisor }, locale) => m.platform_issue_multiple({ divisor: number(divisor, locale) }, { locale }),
	unrecognized_keys: (_params, locale) => m.platform_issue_unknown_field({}, { locale })
};

/** The sentence for one issue: zod's codes, the platform's own, and those of modules (`channels_issue_group_needed`). */
export function sayIssue({ code, params }: Pick<Issue, 'code' | 'params'>, locale: Locale): string {
	const zod = Object.hasOwn(zodCodes, code) ? zodCodes[code] : undefined;
	if (zod) return zod(params, locale);
	const key = [`platform_issue_${code}`, code].find(messageNamed) ?? keyEndingOn(`_issue_${code}`);
	const message = key === undefined ? undefined : messageNamed(key);
	return message ? message(params, { locale }) : m.platform_issue_other({}, { locale });
}

/** Why it can no longer be done. `reason` is the key of a message, as operations give it. */
export const sayConflict = (reason: string, locale: Locale): string =>
	messageNamed(reason)?.({}, { locale }) ?? m.platform_ui_error_409_text({}, { locale });
