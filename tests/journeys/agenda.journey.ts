// The agenda: planning an event, what is wrong said beside the field, rounding it off, who was there.
import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { journey } from './browser.ts';
import { checkPage } from './check-page.ts';

/** What the browser says of an answer that refuses, of which the page then tells. */
const refused = /status of (422)/;

const title = () => `Proefbijeenkomst ${Math.random().toString(36).slice(2, 8)}`;

async function plan(page: Page, name: string, day: string) {
	await page.locator('[name="title.nl"]').fill(name);
	await page.locator('[name="startsOn"]').fill(day);
	await page.locator('main form button[type="submit"], main form .button.primary').last().click();
}

journey('who forgets the title hears so beside the field and keeps what was typed', async ({ open, signIn, way }) => {
	await signIn('programme-manager');
	const page = await open('/agenda/new');
	await page.locator('[name="place"]').fill('Utrecht');
	await plan(page, '', '2022-09-20');
	const wrong = page.locator('#form-title-wrong');
	await wrong.waitFor();
	expect(await page.locator('[name="place"]').inputValue()).toBe('Utrecht');
	expect(await page.locator('[name="startsOn"]').inputValue()).toBe('2022-09-20');
	await checkPage(page, way, refused);
	const name = title();
	await plan(page, name, '2022-09-20');
	await page.waitForURL(/\/agenda\/[0-9a-f-]{36}$/);
	expect(await page.locator('h1').innerText()).toBe(name);
});

journey(
	'an event that has been is rounded off with how many came, and people are added by name',
	async ({ open, signIn, way }) => {
		await signIn('programme-manager');
		const page = await open('/agenda/new');
		await plan(page, title(), '2022-08-30');
		await page.waitForURL(/\/agenda\/[0-9a-f-]{36}$/);
		const address = page.url();
		await page.locator('[name="numbers.0.quantity"]').fill('12');
		await page.locator('#close button').click();
		await page.locator('#attended-title').waitFor();
		await page.locator('#close').waitFor({ state: 'detached' });
		expect(await page.locator('#attended-title').innerText()).toMatch(/\b12\b/);
		await page.goto(`${address}/attendance?q=an`);
		const found = page.locator('#people li');
		expect(await found.count()).toBeGreaterThan(0);
		await found.first().getByRole('button').click();
		await page.locator('#recorded tbody tr').nth(1).waitFor();
		expect(await page.locator('h1').innerText()).toMatch(/\b13\b/);
		await checkPage(page, way, refused);
	}
);

journey('a cancelled event stays with its reason', async ({ open, signIn }) => {
	await signIn('programme-manager');
	const page = await open('/agenda/new');
	await plan(page, title(), '2022-10-20');
	await page.waitForURL(/\/agenda\/[0-9a-f-]{36}$/);
	await page.locator('summary', { hasText: /Zeg af|Cancel/ }).click();
	await page.locator('#cancel-why').fill('Te weinig aanmeldingen');
	await page.locator('#cancel button').click();
	await page.locator('#changes').waitFor();
	expect(await page.locator('#changes').innerText()).toContain('Te weinig aanmeldingen');
	expect(await page.locator('#cancel').count()).toBe(0);
});

journey('who is no part of it sees what is public, and plans nothing', async ({ open, page }) => {
	await open('/agenda');
	expect(await page.locator('main a[href$="/agenda/new"]').count()).toBe(0);
	const answer = await page.goto('/agenda/new');
	expect(answer?.status()).toBe(403);
});
