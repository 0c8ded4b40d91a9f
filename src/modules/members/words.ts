// Words of members in the reader's language.
import { m } from '#paraglide/messages.js';
import type { Locale } from '#platform/localized.ts';

type Say = (inputs: Record<string, never>, options: { locale: Locale }) => string;

const said = <Key extends string>(words: Readonly<Record<Key, Say>>) => ({
	word: (key: Key, locale: Locale) => words[key]({}, { locale }),
	choices: (locale: Locale) =>
		(Object.entries(words) as [Key, Say][]).map(([value, say]) => ({ value, label: say({}, { locale }) }))
});

export const means = said({
	visit: m.members_means_visit,
	online: m.members_means_online,
	call: m.members_means_call,
	mail: m.members_means_mail
});

export const affiliationRoles = said({
	staff: m.members_role_staff,
	representative: m.members_role_representative
});

export const associationRoles = said({
	bureau: m.members_role_bureau,
	board: m.members_role_board,
	administrator: m.members_role_administrator
});

export const languages = said({ nl: m.members_locale_nl, en: m.members_locale_en });

export const shown = said({ members: m.members_show_members, all: m.members_show_all });

/** What this organisation is to the other. */
export const ties = said({
	'partner-of-member': m.members_tie_partner_of,
	'part-of': m.members_tie_part_of,
	'supplier-of': m.members_tie_supplier_of,
	'funder-of': m.members_tie_funder_of
});

/** What the other is to this one. */
export const tiesOfOther = said({
	'partner-of-member': m.members_tie_partner,
	'part-of': m.members_tie_part,
	'supplier-of': m.members_tie_supplier,
	'funder-of': m.members_tie_funder
});
