// Deliverables: a document that is delivered, a decision with its reasons, a term that is renewed, a value that is measured.
import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { journey } from './browser.ts';
import { checkPage } from './check-page.ts';

/** What the browser says of an answer that refuses, of which the page then tells. */
const refused = /status of (422|409)/;

const title = () => `Proef ${Math.random().toString(36).slice(2, 8)}`;
const ofOne = /\/deliverables\/[a-z]+\/[0-9a-f-]{36}$/;

/** Fills the form for a new one and sends it. */
async function add(page: Page, fields: Record<string, string>) {
	for (const [name, text] of Object.entries(fields)) await page.locator(`[name="${name}"]`).fill(text);
	await page.locator('#form').getByRole('button').last().click();
	await page.waitForURL(ofOne);
}

journey('a document is due, and then delivered', async ({ open, signIn, way }) => {
	await signIn('programme-manager');
	const page = await open('/deliverables/document/new');
	await add(page, { 'title.nl': title(), dueOn: '2022-08-01' });
	await page.locator('#finish-deliveredOn').fill('2022-09-09');
	await page.locator('#finish button').click();
	await page.locator('#finish-deliveredOn-wrong').waitFor();
	await checkPage(page, way, refused);
	await page.locator('#finish-deliveredOn').fill('2022-08-30');
	await page.locator('#finish button').click();
	await page.locator('#finish').waitFor({ state: 'detached' });
	await page.locator('#changes').waitFor();
});

journey('a decision is recorded with its reasons', async ({ open, signIn }) => {
	await signIn('director');
	const page = await open('/deliverables/decision/new');
	await add(page, { 'title.nl': `${title()}?` });
	await page.locator('[name="outcome"][value="no"]').check();
	await page.locator('[name="reasons"]').fill('Er is geen geld voor.');
	await page.locator('#finish button').click();
	await page.locator('#finish').waitFor({ state: 'detached' });
	expect(await page.locator('#about').innerText()).toContain('Er is geen geld voor.');
});

journey('a term is renewed from the day after, and cannot hold twice', async ({ open, signIn, way }) => {
	await signIn('director');
	const page = await open('/deliverables/term/new');
	await add(page, { 'title.nl': title(), startsOn: '2020-01-01', endsOn: '2022-12-31' });
	await page.locator('#periods > details > summary').click();
	const startsOn = page.locator('#renew-startsOn');
	expect(await startsOn.inputValue()).toBe('2023-01-01');
	await startsOn.fill('2022-12-31');
	await page.locator('#renew button').click();
	await page.locator('#renew [role="alert"]').waitFor();
	await checkPage(page, way, refused);
	await page.locator('#renew-startsOn').fill('2023-01-01');
	await page.locator('#renew button').click();
	await page.locator('#periods li').nth(1).waitFor();
});

journey('what is measured twice has a course', async ({ open, signIn, way }) => {
	await signIn('director');
	const page = await open('/deliverables/measurement/new');
	await add(page, { 'title.nl': title() });
	for (const [value, day] of [
		['6,8', '2022-02-01'],
		['7,4', '2022-06-01']
	] as const) {
		if (!(await page.locator('#measure').isVisible())) await page.locator('main > details > summary').click();
		await page.locator('#measure-value').fill(value);
		await page.locator('#measure-measuredOn').fill(day);
		await page.locator('#measure-source').fill('Ledenpeiling');
		await page.locator('#measure button').click();
		await page.locator(`#measurements time[datetime="${day}"]`).waitFor();
	}
	expect(await page.locator('main [role="img"]').first().getAttribute('aria-label')).toMatch(/7[.,]4/);
	await checkPage(page, way, refused);
});
