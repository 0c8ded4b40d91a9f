// A slow line: the form is there long before its script, and what was filled in meanwhile stays when the page comes alive.
import { expect } from 'vitest';
import { journey, localized } from './browser.ts';

journey(
	'what is typed before the page comes alive stays',
	async ({ page, signIn, way }) => {
		await signIn('programme-manager');
		let letThrough = () => {};
		const held = new Promise<void>((resolve) => (letThrough = resolve));
		await page.route('**/*.js', async (route) => {
			await held;
			await route.continue();
		});
		await page.goto(localized('/agenda/new', way.locale), { waitUntil: 'commit' });
		const title = page.locator('[name="title.nl"]');
		const description = page.locator('main textarea').first();
		const group = page.locator('[name="groupId"]');
		await page.locator('main summary').first().click();
		await title.fill('Overleg op een trage lijn');
		await description.fill('Eerst getypt, dan pas het script.');
		await group.selectOption({ index: 1 });
		const chosen = await group.inputValue();
		letThrough();
		await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
		expect(await title.inputValue()).toBe('Overleg op een trage lijn');
		expect(await description.inputValue()).toBe('Eerst getypt, dan pas het script.');
		expect(chosen).not.toBe('');
		expect(await group.inputValue()).toBe(chosen);
	},
	[{ screen: 'desktop', script: true, locale: 'nl' }]
);
