// The columns of the files that organisations and people come from, and what each means.
import { m } from '#paraglide/messages.js';
import type { Locale } from '#platform/localized.ts';

export const organisationColumns = [
	'key',
	'name',
	'name_nl',
	'name_en',
	'short_name',
	'country',
	'website',
	'description',
	'description_nl',
	'description_en',
	'member_since',
	'member_until',
	'partner_of',
	'part_of'
] as const;

export const personColumns = [
	'given_name',
	'family_name',
	'email',
	'phone',
	'locale',
	'organisation',
	'role',
	'function',
	'function_nl',
	'function_en',
	'since',
	'until'
] as const;

type Said = (inputs: Record<string, never>, options: { locale: Locale }) => string;

const organisationMeanings: Record<(typeof organisationColumns)[number], Said> = {
	key: m.members_import_key,
	name: m.members_import_name,
	name_nl: m.members_import_name_nl,
	name_en: m.members_import_name_en,
	short_name: m.members_import_short_name,
	country: m.members_import_country,
	website: m.members_import_website,
	description: m.members_import_description,
	description_nl: m.members_import_description_nl,
	description_en: m.members_import_description_en,
	member_since: m.members_import_member_since,
	member_until: m.members_import_member_until,
	partner_of: m.members_import_partner_of,
	part_of: m.members_import_part_of
};

const personMeanings: Record<(typeof personColumns)[number], Said> = {
	given_name: m.members_import_given_name,
	family_name: m.members_import_family_name,
	email: m.members_import_email,
	phone: m.members_import_phone,
	locale: m.members_import_locale,
	organisation: m.members_import_organisation,
	role: m.members_import_role,
	function: m.members_import_function,
	function_nl: m.members_import_function_nl,
	function_en: m.members_import_function_en,
	since: m.members_import_since,
	until: m.members_import_until
};

const needed = new Set<string>(['key', 'name', 'email', 'given_name', 'family_name']);

/** `needed`: a row about somebody new cannot do without it. */
export type ColumnMeaning = { name: string; meaning: string; needed: boolean };

const meant = <Name extends string>(columns: readonly Name[], meanings: Record<Name, Said>, locale: Locale) =>
	columns.map((name): ColumnMeaning => ({ name, meaning: meanings[name]({}, { locale }), needed: needed.has(name) }));

export const organisationColumnMeanings = (locale: Locale) => meant(organisationColumns, organisationMeanings, locale);
export const personColumnMeanings = (locale: Locale) => meant(personColumns, personMeanings, locale);
