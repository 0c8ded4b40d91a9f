// The header shows the entries of the area one is in, and marks the entry one stands under.
import { expect, test } from 'vitest';
import { areaOfRoute, shownMenu, type MenuItem } from './menu.ts';

const menu: MenuItem[] = [
	{ area: 'public', href: '/', label: 'Verantwoording' },
	{ area: 'member', href: '/groepen', label: 'Groepen' },
	{ area: 'bureau', href: '/jaar', label: 'Jaar' },
	{ area: 'bureau', href: '/jaar/doelen', label: 'Doelen' },
	{ area: 'bureau', href: '/groepen', label: 'Groepen' }
];

test('a page below an entry marks that entry, and only the nearest one', () => {
	const { entries } = shownMenu(menu, '/jaar/doelen/3', 'bureau');
	expect(entries.filter((entry) => entry.current).map((entry) => entry.label)).toEqual(['Doelen']);
});

test('a longer word is not a page below', () => {
	expect(shownMenu(menu, '/jaarverslag', 'bureau').entries.some((entry) => entry.current)).toBe(false);
});

test('an entry that stands in two areas follows the area of the route', () => {
	expect(shownMenu(menu, '/groepen', 'bureau').entries.map((entry) => entry.label)).toContain('Jaar');
	expect(shownMenu(menu, '/groepen', 'member').entries.map((entry) => entry.label)).toEqual(['Groepen']);
});

test('the front page is public, also for who may enter more', () => {
	const shown = shownMenu(menu, '/', 'public');
	expect(shown.entries).toEqual([{ href: '/', label: 'Verantwoording', current: true }]);
	expect(shown.areas.map(({ area, href, current }) => [area, href, current])).toEqual([
		['public', '/', true],
		['member', '/groepen', false],
		['bureau', '/jaar', false]
	]);
});

test('who may enter one area sees no choice of areas', () => {
	expect(shownMenu(menu.slice(0, 1), '/', null).areas).toEqual([]);
});

test('a page of no area shows the last area one may enter', () => {
	expect(shownMenu(menu, '/onbekend', null).entries.map((entry) => entry.label)).toContain('Jaar');
});

test('the area is read from the folder of the route', () => {
	expect(areaOfRoute('/(bureau)/year/[id]')).toBe('bureau');
	expect(areaOfRoute('/(public)')).toBe('public');
	expect(areaOfRoute('/api/health')).toBe(null);
	expect(areaOfRoute(null)).toBe(null);
});
