// The design system by itself, in all its states: readable, reachable and whole in every scheme, size and on paper.
import { basename } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest';
import { accessTroubles } from '../axe.ts';
import { cutTroubles, doubleText, focusTroubles, sheets, sidewaysTroubles } from '../look/check-look.ts';
import { renderLook } from '../look/render.ts';
import { scenes } from '../look/scenes.ts';

let browser: Browser;
let paths: string[];

beforeAll(async () => {
	browser = await chromium.connect(inject('browser'));
	paths = await renderLook(scenes);
}, 60_000);

afterAll(() => browser.close());

const inDutch = () => paths.filter((path) => path.endsWith('.nl.html'));

async function open(path: string, width = 1280): Promise<Page> {
	const context = await browser.newContext({ viewport: { width, height: 900 } });
	onTestFinished(() => context.close());
	const page = await context.newPage();
	await page.goto(`file://${path}`);
	return page;
}

/** Of many rows that are alike a few are enough for axe, which looks at each of them for a long time. */
const shorten = (page: Page) =>
	page.evaluate(() => {
		for (const more of document.querySelectorAll('.year-core ~ .year-core')) more.remove();
	});

const ways = [
	{ colorScheme: 'light', forcedColors: 'none', width: 1280 },
	{ colorScheme: 'dark', forcedColors: 'none', width: 320 },
	{ colorScheme: 'light', forcedColors: 'active', width: 1280 }
] as const;

test('every scene is accessible in light, dark and forced colours, on a desktop and at 320 px', async () => {
	for (const path of inDutch()) {
		const page = await open(path);
		await shorten(page);
		for (const { width, ...media } of ways) {
			await page.emulateMedia(media);
			await page.setViewportSize({ width, height: 900 });
			expect(await accessTroubles(page), `${basename(path)}, ${JSON.stringify(media)}, ${width} px`).toEqual([]);
		}
	}
});

test('nothing sticks out or is cut off, from a desktop to 320 px with text at twice its size', async () => {
	for (const path of paths) {
		const page = await open(path);
		for (const width of [1280, 820, 360, 320]) {
			await page.setViewportSize({ width, height: 900 });
			expect(await sidewaysTroubles(page), `${basename(path)} at ${width} px`).toEqual([]);
			expect(await cutTroubles(page), `${basename(path)} at ${width} px`).toEqual([]);
		}
		await doubleText(page);
		expect(await sidewaysTroubles(page), `${basename(path)} with text at twice its size`).toEqual([]);
		expect(await cutTroubles(page), `${basename(path)} with text at twice its size`).toEqual([]);
	}
});

test('whatever takes the focus of the keyboard shows it', async () => {
	for (const path of inDutch()) expect(await focusTroubles(await open(path)), basename(path)).toEqual([]);
});

test('106 rows of a year fit on one sheet of A3, upright and on its side, and on a sheet of A4 per core task', async () => {
	const page = await open(inDutch().find((path) => basename(path).startsWith('year.'))!);
	expect(await sheets(page, { format: 'A3' })).toBe(1);
	expect(await sheets(page, { format: 'A3', landscape: true })).toBe(1);
	expect(await sheets(page, { format: 'A4' })).toBe(5);
});

test('the menu opens and closes on a phone without script', async () => {
	const context = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
	onTestFinished(() => context.close());
	const page = await context.newPage();
	await page.goto(`file://${paths.find((path) => path.endsWith('year.nl.html'))}`);
	const menu = page.getByRole('navigation', { name: 'Menu' });
	expect(await menu.isVisible()).toBe(false);
	await page.getByRole('button', { name: 'Menu' }).click();
	expect(await menu.isVisible()).toBe(true);
	await page.keyboard.press('Escape');
	expect(await menu.isVisible()).toBe(false);
});
