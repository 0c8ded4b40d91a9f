// The real year on paper: all of it on a sheet of A3, and on A4 a sheet for each part of the plan.
import { expect } from 'vitest';
import { sheets } from '../look/check-look.ts';
import { journey } from './browser.ts';

journey(
	'the year of the example fits its sheets',
	async ({ open, signIn }) => {
		await signIn('director');
		const page = await open('/year');
		expect(await sheets(page, { format: 'A3' })).toBe(1);
		expect(await sheets(page, { format: 'A3', landscape: true })).toBe(1);
		expect(await sheets(page, { format: 'A4' })).toBe(await page.locator('.year-core').count());
	},
	[{ screen: 'desktop', script: false, locale: 'nl' }]
);
