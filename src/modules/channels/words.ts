// Words of channels in the reader's language.
import { m } from '#paraglide/messages.js';
import type { Locale } from '#platform/localized.ts';

export const channelKinds = ['newsletter', 'monitor', 'mailing', 'feed'] as const;

const kinds: Record<string, (inputs: Record<string, never>, options: { locale: Locale }) => string> = {
	newsletter: m.channels_kind_newsletter,
	monitor: m.channels_kind_monitor,
	mailing: m.channels_kind_mailing,
	feed: m.channels_kind_feed
};

export const kindWord = (kind: string, locale: Locale) => kinds[kind]?.({}, { locale }) ?? kind;

export const kindChoices = (locale: Locale) => channelKinds.map((value) => ({ value, label: kindWord(value, locale) }));

const audiences: Record<string, (inputs: Record<string, never>, options: { locale: Locale }) => string> = {
	public: m.channels_visibility_public,
	members: m.channels_visibility_members,
	group: m.channels_visibility_group,
	bureau: m.channels_visibility_bureau
};

export const visibilityChoices = (locale: Locale) =>
	Object.entries(audiences).map(([value, say]) => ({ value, label: say({}, { locale }) }));
