// What the pages that people read most weigh over the line, with everything that a browser fetches for them: a slow line in a field office.
import type { Request } from 'playwright-core';
import { expect } from 'vitest';
import { journey, localized, newContext, signIn, type Way } from './browser.ts';

const mostBytes = 60_000;
const pages = [
	'/',
	'/year',
	'/week',
	'/plan',
	'/agenda',
	'/groups',
	'/people',
	'/organisations',
	'/channels',
	'/series',
	'/reports',
	'/promises/P22-PI-MON-O1',
	'/plans/partos-annual-plan-2022'
];

/** Bytes of a page that is opened for the first time, as they come over the line, without headers. */
async function weightOf(path: string, way: Way): Promise<number> {
	const context = await newContext(way);
	try {
		await signIn(context, 'programme-manager');
		const page = await context.newPage();
		const fetched: Request[] = [];
		page.on('requestfinished', (request) => void fetched.push(request));
		await page.goto(localized(path, way.locale), { waitUntil: 'networkidle' });
		const sizes = await Promise.all(fetched.map((request) => request.sizes()));
		return sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
	} finally {
		await context.close();
	}
}

journey(
	'no page that people read often weighs more than 60 kB, script included',
	async ({ way }) => {
		for (const path of pages) {
			const bytes = await weightOf(path, way);
			// Less than the styles alone: then nothing was measured.
			expect(bytes, path).toBeGreaterThan(8_000);
			expect(bytes, path).toBeLessThan(mostBytes);
		}
	},
	[{ screen: 'desktop', script: true, locale: 'nl' }]
);
