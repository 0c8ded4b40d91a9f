// Changing the plan: a target is lowered with a reason, everyone sees that it was, and two versions are compared.
import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { journey, type Walk } from './browser.ts';
import { checkPage } from './check-page.ts';

/** What the browser says of an answer that refuses, of which the page then tells. */
const refused = /status of (422)/;
const plan = '/plans/partos-annual-plan-2022';

/** The promise that this walk changes: each way its own, as they share the example. */
const codes = { desktop: 'P22-PI-MON-O1', phone: 'P22-PW-MEM-O7' } as const;

async function openForm({ open, way }: Walk): Promise<Page> {
	const page = await open(`/promises/${codes[way.screen]}`);
	await page.locator('main .actions a.button').click();
	await page.locator('[name="target.parts.0.number"]').waitFor();
	return page;
}

const save = (page: Page) => page.locator('#form .button.primary').click();

journey('a programme manager lowers a target: one click, a sentence before it is saved, and a reason', async (walk) => {
	const { signIn, way } = walk;
	await signIn('programme-manager');
	const page = await openForm(walk);
	const number = page.locator('[name="target.parts.0.number"]');
	const before = Number(await number.inputValue());
	await number.fill(String(before - 3));
	if (!way.script) await page.locator('.preview .button').click();
	await page.locator('.preview .sentence', { hasText: new RegExp(`\\b${before - 3}\\b`) }).waitFor();
	expect(await page.locator('[name="target.parts.0.number"]').inputValue()).toBe(String(before - 3));
	await checkPage(page, way);
	await save(page);
	await page.locator('#form-why-wrong').waitFor();
	expect(await page.locator('[name="target.parts.0.number"]').inputValue()).toBe(String(before - 3));
	await checkPage(page, way, refused);
	await page.locator('#form [name="why"]').fill('Minder dan gedacht.');
	await save(page);
	await page.locator('.mark').waitFor();
	expect(await page.locator('.mark').innerText()).toMatch(
		new RegExp(`\\b${before}\\b.*\\b${before - 3}\\b.*Minder dan gedacht\\.`, 's')
	);
	expect(await page.locator('#history').innerText()).toContain('Minder dan gedacht.');
	await checkPage(page, way, refused);
	await page.goto(`${plan}/compare`);
	const changed = page.locator('main dl div', { hasText: codes[way.screen] });
	expect(await changed.count()).toBeGreaterThan(0);
	await checkPage(page, way, refused);
});

journey('what cannot be is told at its field, and what was typed stays', async (walk) => {
	const { signIn, way } = walk;
	await signIn('programme-manager');
	const page = await openForm(walk);
	await page.locator('[name="windows.0.starts_on"]').fill('2022-06-01');
	await page.locator('[name="windows.0.ends_on"]').fill('2022-05-01');
	await page.locator('#form [name="why"]').fill('Proef');
	await save(page);
	await page.locator('[id="form-windows.0.ends_on-wrong"]').waitFor();
	expect(await page.locator('[name="windows.0.starts_on"]').inputValue()).toBe('2022-06-01');
	await checkPage(page, way, refused);
});

journey('a version is named, and a goal gets another name', async ({ open, signIn, way }) => {
	await signIn('programme-manager');
	const page = await open(plan);
	const name = `Versie ${Math.random().toString(36).slice(2, 8)}`;
	await page.locator('#version [name="name"]').fill(name);
	await page.locator('#version button').click();
	await page.locator('#versions strong', { hasText: name }).waitFor();
	await checkPage(page, way);
	await page.goto(`${plan}/goals`);
	await page.locator('#goals li a').first().click();
	await page.locator('[name="fields.name.nl"]').waitFor();
	expect(await page.locator('[name="fields.name.nl"]').inputValue()).not.toBe('');
	await checkPage(page, way);
});

/** What stands around the promises: of each kind one whose form holds much. */
const forms = [
	'about_plan',
	'about_framework',
	'decision_framework',
	'budget',
	'chapters/4',
	'passages/4.sources',
	'programmes/prog-knowledge-map',
	'priorities/PR1',
	'reading_words/1',
	'reading_cadences/1',
	'organisations/gdn',
	'terms/fc5'
];

journey('a form that is saved as it stands changes nothing', async ({ open, signIn, page, way }) => {
	await signIn('programme-manager');
	await open(plan);
	const inFile = async () => (await page.request.get('/plan-file/partos-annual-plan-2022')).text();
	const before = await inFile();
	for (const form of forms) {
		await page.goto(`${plan}/${form}`);
		if (form.startsWith('p')) await checkPage(page, way);
		const answered = page.waitForResponse((answer) => answer.request().method() === 'POST');
		await save(page);
		expect([200, 303], form).toContain((await answered).status());
	}
	expect(await inFile()).toBe(before);
});

journey('who does not keep the plan finds no way to change it', async ({ open, signIn, page }) => {
	await signIn('members-staff');
	await open(`/promises/${codes.desktop}`);
	expect(await page.locator('main .actions a.button').count()).toBe(0);
	const answer = await page.goto(`${plan}/promises/${codes.desktop}`);
	expect(answer?.status()).toBe(403);
});
