// Which entries of the menu the header shows: those of the area that the page belongs to.

export const areas = ['public', 'member', 'bureau'] as const;
export type Area = (typeof areas)[number];

/** `href` as the page's own address has it: with the language in front. */
export type MenuItem = { area: Area; href: string; label: string };

export type ShownMenu = {
	/** One link per area that the reader may enter; empty when there is only one. */
	areas: { area: Area; href: string; current: boolean }[];
	entries: { href: string; label: string; current: boolean }[];
};

const isAt = (path: string, href: string) => path === href || (href !== '/' && path.startsWith(`${href}/`));

/** The entry that the page stands under: the longest address that the path begins with. */
function entryAt(menu: readonly MenuItem[], path: string): MenuItem | undefined {
	return menu
		.filter((item) => isAt(path, item.href))
		.reduce<MenuItem | undefined>(
			(best, item) => (best && best.href.length >= item.href.length ? best : item),
			undefined
		);
}

/** `routeArea` is the area of the page's route, when it says so: it wins where an entry stands in two areas. */
export function shownMenu(menu: readonly MenuItem[], path: string, routeArea: Area | null): ShownMenu {
	const inRoute = routeArea ? menu.filter((item) => item.area === routeArea) : [];
	const at = entryAt(inRoute, path) ?? (inRoute.length > 0 ? undefined : entryAt(menu, path));
	const entered = areas.filter((area) => menu.some((item) => item.area === area));
	const current = at?.area ?? (inRoute.length > 0 ? routeArea : entered.at(-1)) ?? 'public';
	return {
		areas:
			entered.length < 2
				? []
				: entered.map((area) => ({
						area,
						href: menu.find((item) => item.area === area)?.href ?? '/',
						current: area === current
					})),
		entries: menu
			.filter((item) => item.area === current)
			.map(({ href, label }) => ({ href, label, current: href === at?.href }))
	};
}

/** `/(bureau)/year` is of the bureau; a page outside the three folders is of no area. */
export const areaOfRoute = (routeId: string | null): Area | null =>
	areas.find((area) => routeId?.startsWith(`/(${area})`)) ?? null;
