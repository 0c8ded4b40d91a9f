// Words of groups in the reader's language.
import { m } from '#paraglide/messages.js';
import type { Locale } from '#platform/localized.ts';

type Say = (inputs: Record<string, never>, options: { locale: Locale }) => string;

const said = <Key extends string>(words: Readonly<Record<Key, Say>>) => ({
	word: (key: Key, locale: Locale) => words[key]({}, { locale }),
	choices: (locale: Locale) =>
		(Object.entries(words) as [Key, Say][]).map(([value, say]) => ({ value, label: say({}, { locale }) }))
});

export const groupKinds = said({
	'working-group': m.groups_kind_working_group,
	network: m.groups_kind_network,
	platform: m.groups_kind_platform,
	community: m.groups_kind_community,
	committee: m.groups_kind_committee,
	'advisory-group': m.groups_kind_advisory_group,
	'steering-group': m.groups_kind_steering_group,
	board: m.groups_kind_board,
	body: m.groups_kind_body,
	hub: m.groups_kind_hub
});

export const audiences = said({
	members: m.groups_visibility_members,
	public: m.groups_visibility_public,
	bureau: m.groups_visibility_bureau
});

export const seats = said({ member: m.groups_role_member, lead: m.groups_role_lead });
