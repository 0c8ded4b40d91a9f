// What must be true of every page: accessible (axe, WCAG 2.2 AA), in its language, one heading, no sideways scrolling, no errors.
import type { BrowserContext, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { accessTroubles, axeScript } from '../axe.ts';
import type { Way } from './browser.ts';

/** The narrowest screen that WCAG 2.2 (1.4.10) asks for. */
const narrowest = 320;

/** What shows that a value was forgotten. */
const forgotten = /\bundefined\b|\bNaN\b|\[object |Invalid Date/;

const troubles = new WeakMap<Page, string[]>();

/** Remembers what the browser complains about from here on. */
export function watch(page: Page): Page {
	const found: string[] = [];
	troubles.set(page, found);
	page.on('pageerror', (error) => found.push(error.message));
	page.on('console', (message) => {
		if (message.type() === 'error' || message.type() === 'warning')
			found.push(`${message.text()} (${message.location().url})`);
	});
	page.on('requestfailed', (request) => {
		const why = request.failure()?.errorText;
		// The browser lets go of what a page that is left had asked for, SvelteKit of data once it has read what it needs.
		if (why === 'net::ERR_ABORTED') return;
		found.push(`${request.url()} failed: ${why}`);
	});
	return page;
}

const sideways = (page: Page) =>
	page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		if (scrollWidth <= clientWidth) return [];
		const wide = [...document.querySelectorAll('body *')].filter(
			(element) => element.getBoundingClientRect().right > clientWidth + 1
		);
		return [
			`${scrollWidth} px in ${clientWidth} px`,
			...wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 120))
		];
	});

async function checkWidth(page: Page, { screen }: Way) {
	expect(await sideways(page), 'scrolls sideways').toEqual([]);
	if (screen !== 'phone') return;
	const size = page.viewportSize()!;
	await page.setViewportSize({ ...size, width: narrowest });
	expect(await sideways(page), `scrolls sideways at ${narrowest} px`).toEqual([]);
	await page.setViewportSize(size);
}

const scripts = /<script\b[^>]*>[\s\S]*?<\/script>|<link[^>]*rel="modulepreload"[^>]*>/g;

let twins: Promise<BrowserContext> | undefined;

async function newTwins(page: Page): Promise<BrowserContext> {
	const context = await page.context().browser()!.newContext();
	await context.addInitScript(axeScript);
	return context;
}

/** Axe needs script itself: a page without is looked at in a twin that shows the same page with its scripts left out. */
async function withAxe(page: Page, { script }: Way): Promise<Page> {
	if (script) return page;
	const html = (await page.content()).replaceAll(scripts, '');
	const twin = await (await (twins ??= newTwins(page))).newPage();
	onTestFinished(() => twin.close());
	await twin.setViewportSize(page.viewportSize()!);
	await twin.route(page.url(), (route) => route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }));
	await twin.goto(page.url());
	return twin;
}

/** Of the page that is open. `expected` names complaints of the browser that belong to what was asked, such as a 404. */
export async function checkPage(page: Page, way: Way, expected?: RegExp) {
	expect(await page.locator('html').getAttribute('lang'), 'language').toBe(way.locale);
	expect(await page.locator('h1').count(), 'number of first headings').toBe(1);
	expect((await page.locator('h1').innerText()).trim(), 'first heading').not.toBe('');
	expect((await page.title()).trim(), 'title').not.toBe('');
	expect(await page.locator('body').innerText()).not.toMatch(forgotten);
	await checkWidth(page, way);
	expect(await accessTroubles(await withAxe(page, way)), 'accessibility').toEqual([]);
	// With script switched off, Chromium reports every script of the page as blocked.
	const isMeant = (each: string) => expected?.test(each) || (!way.script && each.endsWith('.js failed: csp'));
	const complaints = (troubles.get(page) ?? []).filter((each) => !isMeant(each));
	expect(complaints, 'complaints of the browser').toEqual([]);
}
