// A report from beginning to end: set up, commented by its owner, frozen, read by its readers, concluded; with and without script.
import { expect } from 'vitest';
import { journey, localized } from './browser.ts';
import { checkPage } from './check-page.ts';

/** What the browser says of an answer that refuses. */
const refused = /status of (422|404)/;

journey('a report is set up, commented, frozen, and open to whoever it is for', async ({ open, page, signIn, way }) => {
	const name = `Proefrapportage ${Math.random().toString(36).slice(2, 8)}`;
	const as = async (persona?: string) => {
		await page.context().clearCookies();
		if (persona) await signIn(persona);
	};
	await as('programme-manager');
	await open('/reports/new');
	await page.locator('[name="scope"]').selectOption('activities');
	await page.locator('summary').first().click();
	await page.locator('[name="activities[]"][value="P22-PI-MON"]').check();
	await page.locator('[name="reader"][value="public"]').check();
	// The monitor does not slip, so that its owner would not be asked.
	await page.locator('[name="asks"][value="counted"]').check();
	await page.locator('[name="closesOn"]').fill('2022-08-31');
	await page.locator('[name="commentsBefore"]').fill('2022-09-05');
	await page.locator('main form .button.primary').click();
	await page.locator('#form-title-wrong').waitFor();
	expect(await page.locator('[name="closesOn"]').inputValue()).toBe('2022-08-31');
	expect(await page.locator('[value="P22-PI-MON"]').isChecked()).toBe(true);
	expect(await page.locator('[value="counted"]').isChecked()).toBe(true);
	await checkPage(page, way, refused);
	await page.locator('[name="title.nl"]').fill(name);
	await page.locator('main form .button.primary').click();
	await page.waitForURL(/\/reports\/[0-9a-f-]{36}$/);
	const path = `/reports/${page.url().split('/').at(-1)}`;

	await as();
	expect((await page.goto(localized(path, way.locale)))?.status()).toBe(404);

	await as('lobbyist');
	await open('/week');
	await page.locator(`a[href$="${path}/comments"]`).first().click();
	await page.locator('#comments textarea').first().fill('Elke week op vrijdag verzonden.');
	await checkPage(page, way, refused);
	await page.locator('#comments button[type="submit"], #comments .button.primary').last().click();
	await page.waitForURL(new RegExp(`${path}$`));
	expect(await page.locator('blockquote').first().innerText()).toContain('Elke week op vrijdag');

	await as('director');
	await open(path);
	await page.locator('#freeze-form button').click();
	await page.locator(`a[href$="${path}/file/docx"]`).first().waitFor();

	await as();
	await open('/reports');
	await page.getByRole('link', { name }).click();
	await page.waitForURL(new RegExp(`${path}$`));
	expect(await page.locator('blockquote').first().innerText()).toContain('Elke week op vrijdag');
	await checkPage(page, way, refused);
	for (const [format, begin] of [
		['docx', 'PK'],
		['xlsx', 'PK'],
		['html', '<!doctype html>']
	] as const) {
		const answer = await page.context().request.get(localized(`${path}/file/${format}`, way.locale));
		expect(answer.status(), format).toBe(200);
		expect((await answer.body()).subarray(0, begin.length).toString(), format).toBe(begin);
	}
});

journey(
	'the lead of the group writes a recommendation down, and makes it a task',
	async ({ open, page, signIn, way }) => {
		const text = `Aanbeveling ${Math.random().toString(36).slice(2, 8)}`;
		await signIn('programme-manager');
		await open('/reports');
		await page.getByRole('link', { name: 'Voortgang leren en innoveren tot en met juli 2022' }).click();
		await page.locator('#outcomes summary').last().click();
		await page.locator('#conclude [name="kind"][value="recommendation"]').check();
		await page.locator('#conclude [name="text.nl"]').fill(text);
		await page.locator('#conclude button').click();
		const item = page.locator('#outcomes li', { hasText: text });
		await item.waitFor();
		await item.locator('summary').click();
		await item.locator('[name="to"]').selectOption({ index: 1 });
		await item.locator('[name="dueOn"]').fill('2022-10-01');
		await item.locator('form[action^="?/task"] button').click();
		await item.locator('a[href*="/tasks/"]').waitFor();
		await checkPage(page, way, refused);
	}
);
