// What is kept on a person, as lines that the person can read: `export` gives rows as the database has them.
import { m } from '#paraglide/messages.js';
import { dayText } from '#platform/dates.ts';
import { isDay } from '#platform/day.ts';
import { say, type Locale, type Localized } from '#platform/localized.ts';
import { affiliationRoles, associationRoles, languages, means } from './words.ts';

type Say = (inputs: Record<string, never>, options: { locale: Locale }) => string;

const words: Readonly<Record<string, Say>> = {
	givenName: m.members_word_given_name,
	familyName: m.members_word_family_name,
	email: m.members_word_email,
	phone: m.members_word_phone,
	locale: m.members_word_locale,
	role: m.members_word_role,
	function: m.members_word_function,
	startsOn: m.members_word_starts_on,
	endsOn: m.members_word_ends_on,
	means: m.members_word_means,
	contactedOn: m.members_word_contacted_on,
	subject: m.members_word_subject,
	note: m.members_word_note,
	group: m.members_word_group,
	event: m.members_word_event,
	organisation: m.members_word_organisation,
	kind: m.members_word_kind,
	at: m.members_word_at,
	why: m.members_word_why,
	reason: m.members_word_why,
	part: m.members_word_part,
	on: m.members_word_on,
	source: m.members_word_source,
	title: m.members_word_title,
	mode: m.members_word_mode,
	browser: m.members_word_browser,
	signedInAt: m.members_word_signed_in_at,
	lastUsedAt: m.members_word_last_used_at,
	expiresAt: m.members_word_expires_at,
	providerId: m.members_word_provider
};

/** How a module says its own fields and codes, and a moment in the association's time zone. */
export type Saying = {
	locale: Locale;
	moment: (at: Date) => string;
	words?: Readonly<Record<string, Localized>> | undefined;
	codes?: Readonly<Record<string, Readonly<Record<string, Localized>>>> | undefined;
};

/** A code in the person's language: as its module says it, or else as the people of the association are kept. */
function codeText(key: string, code: string, { locale, codes }: Saying): string {
	const said = codes?.[key];
	if (said && Object.hasOwn(said, code)) return say(said[code]!, locale);
	const choices = {
		role: [...affiliationRoles.choices(locale), ...associationRoles.choices(locale)],
		means: means.choices(locale),
		locale: languages.choices(locale)
	};
	if (!Object.hasOwn(choices, key)) return code;
	return choices[key as keyof typeof choices].find(({ value }) => value === code)?.label ?? code;
}

const isId = (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
const isLocalized = (value: object): value is Localized => 'nl' in value || 'en' in value;

/** A value in words; undefined when it says nothing to the person: empty, or a number of ours that only links rows. */
function valueText(key: string, value: unknown, saying: Saying): string | undefined {
	const { locale, moment } = saying;
	if (value === null || value === undefined || value === '') return undefined;
	if (value instanceof Date) return moment(value);
	if (typeof value === 'boolean') return value ? m.members_data_yes({}, { locale }) : m.members_data_no({}, { locale });
	if (typeof value === 'object') return isLocalized(value) ? say(value, locale) : JSON.stringify(value);
	if (typeof value !== 'string' && typeof value !== 'number') return undefined;
	const text = String(value);
	if (isId(text)) return undefined;
	return isDay(text) ? dayText(text, locale) : codeText(key, text, saying);
}

export type Line = { word: string; text: string };

/** One record as lines. */
export function linesOf(record: unknown, saying: Saying): Line[] {
	if (typeof record !== 'object' || record === null) return [];
	return Object.entries(record).flatMap(([key, value]) => {
		const text = valueText(key, value, saying);
		const own = saying.words?.[key];
		const word = own ? say(own, saying.locale) : (words[key] ?? m.members_word_other)({}, { locale: saying.locale });
		return text === undefined ? [] : [{ word, text }];
	});
}
