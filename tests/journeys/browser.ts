// Journeys walk through the running site in a browser: with and without script, on a desktop and a phone, in Dutch and English.
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { inject, onTestFinished, test } from 'vitest';
import type { Locale } from '#platform/localized.ts';
import { axeScript } from '../axe.ts';
import { watch } from './check-page.ts';

/** One way to walk: what kind of screen, with or without script, in which language. */
export type Way = { screen: 'desktop' | 'phone'; script: boolean; locale: Locale };

/** Every pair of screen, script and language occurs in one of these. */
export const allWays: readonly Way[] = [
	{ screen: 'desktop', script: true, locale: 'nl' },
	{ screen: 'phone', script: false, locale: 'nl' },
	{ screen: 'phone', script: true, locale: 'en' },
	{ screen: 'desktop', script: false, locale: 'en' }
];

const twoWays = allWays.slice(0, 2);

const sizes = { desktop: { width: 1280, height: 900 }, phone: { width: 360, height: 740 } };

export type Walk = {
	way: Way;
	/** Opens an address of the site, given without its language, and answers the page. */
	open: (path: string) => Promise<Page>;
	/** From now on as this persona of the example. */
	signIn: (persona: string) => Promise<void>;
	/** The page that is open. */
	page: Page;
};

let connection: Promise<Browser> | undefined;
const browser = () => (connection ??= chromium.connect(inject('browser')));

/** The path of a page in a language. */
export const localized = (path: string, locale: Locale) => (locale === 'en' ? `/en${path === '/' ? '' : path}` : path);

/** A browser of one's own, as it were: its own cookies and cache. Whoever asks closes it. */
export async function newContext({ screen, script, locale }: Way): Promise<BrowserContext> {
	const context = await (
		await browser()
	).newContext({
		baseURL: inject('site').address,
		viewport: sizes[screen],
		isMobile: screen === 'phone',
		hasTouch: screen === 'phone',
		javaScriptEnabled: script,
		locale: locale === 'nl' ? 'nl-NL' : 'en-GB',
		reducedMotion: 'reduce'
	});
	context.setDefaultTimeout(10_000);
	if (script) await context.addInitScript(axeScript);
	return context;
}

export async function signIn(context: BrowserContext, persona: string, origin = inject('site').address) {
	const answer = await context.request.post('/sign-in/persona', {
		form: { persona },
		headers: { origin },
		maxRedirects: 0
	});
	if (answer.status() !== 303) throw new Error(`Signing in as ${persona} was answered with status ${answer.status()}.`);
}

/** Opens an address, given without its language; with script it waits until the page has come alive. */
export async function openPage(page: Page, path: string, { script, locale }: Way): Promise<Page> {
	await page.goto(localized(path, locale));
	// SvelteKit adds this line once it runs; a page that sends no script is ready as it came.
	if (script && (await page.locator('script').count()) > 0) {
		await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
	}
	return page;
}

/** A test per way: by default on a desktop with script and on a phone without. */
export function journey(name: string, body: (walk: Walk) => Promise<void>, ways: readonly Way[] = twoWays) {
	for (const way of ways) {
		const { screen, script, locale } = way;
		test(`${name} (${screen}, ${script ? 'with' : 'without'} script, ${locale})`, async () => {
			const context = await newContext(way);
			onTestFinished(() => context.close());
			const page = watch(await context.newPage());
			const open = (path: string) => openPage(page, path, way);
			await body({ way, page, open, signIn: (persona) => signIn(context, persona) });
		});
	}
}
