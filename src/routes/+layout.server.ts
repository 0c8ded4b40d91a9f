// What the header of every page shows: whose platform this is, who is looking, and where they may go.
import { localizeHref } from '#paraglide/runtime.js';
import { say } from '#platform/localized.ts';
import { modules } from '#platform/server/module.ts';
import { weekdayText } from '#platform/dates.ts';
import { rolesInWords } from '#platform/ui/roles.ts';
import type { MenuItem } from '#platform/ui/menu.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => {
	const { actor, clock, locale } = locals.caller;
	const { association } = locals;
	const menu: MenuItem[] = modules()
		.flatMap((module) => module.menu ?? [])
		// In the first run there is nothing to go to yet.
		.filter((entry) => association && entry.may(actor))
		.sort((one, other) => one.order - other.order)
		.map(({ area, href, label }) => ({ area, href: localizeHref(href, { locale }), label: label(locale) }));
	const shortcuts = modules()
		.flatMap((module) => module.shortcuts ?? [])
		.filter((shortcut) => association && shortcut.may(actor))
		.map(({ href, label }) => ({ href: localizeHref(href, { locale }), label: label(locale) }));
	return {
		locale,
		me: actor.kind === 'person' ? { name: actor.name, roles: rolesInWords(actor) } : null,
		menu,
		shortcuts,
		association: {
			name: association ? say(association.name, locale) : '',
			isExample: association?.isExample ?? false,
			year: clock.today().slice(0, 4),
			todayText: weekdayText(clock.today(), locale)
		}
	};
};
