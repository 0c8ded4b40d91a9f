// Following a promise up: a task given in place and done, a comment written and withdrawn, a status overruled and lifted, and finding it.
import { expect } from 'vitest';
import { journey } from './browser.ts';
import { checkPage } from './check-page.ts';

/** What the browser says of an answer that refuses, of which the page then tells. */
const refused = /status of (422|409)/;
const words = (what: string) => `${what} ${Math.random().toString(36).slice(2, 8)}`;

journey('a task is given on a promise, found among one’s own, and done', async ({ open, signIn, way }) => {
	await signIn('director');
	const page = await open('/promises/P22-PW-MEM-O7');
	const what = words('Bel de zaal');
	await page.locator('#tasks details > summary').last().click();
	await page.locator('#task button').last().click();
	await page.locator('#task-to-wrong').waitFor();
	await checkPage(page, way, refused);
	await page.locator('#task-what').fill(what);
	await page.locator('#task-to').selectOption({ index: 1 });
	await page.locator('#task-dueOn').fill('2022-09-06');
	await page.locator('#task button').last().click();
	await page.locator('#tasks a', { hasText: what }).waitFor();
	const tasks = await open('/tasks');
	await tasks.locator('main a', { hasText: what }).click();
	await tasks.locator('#finish button').click();
	await tasks.locator('#finish').waitFor({ state: 'detached' });
	expect(await tasks.locator('#history').innerText()).toContain('Marit van Loon');
});

journey('a comment is written on a promise, and withdrawn leaving a trace', async ({ open, signIn, way }) => {
	await signIn('members-staff');
	const page = await open('/promises/P22-PI-MON-O1');
	const text = words('Wij lezen hem elke week: https://voorbeeld.example/monitor');
	await page.locator('#comments details > summary').last().click();
	await page.locator('#comment-text').fill(`${text}\n\nمرحبا 🙂`);
	await page.locator('#comment button').last().click();
	await page.locator('#comments article', { hasText: text }).waitFor();
	await checkPage(page, way, refused);
	const own = page.locator('#comments article').last();
	await own.locator('form[action="?/withdrawComment"] button').click();
	await page.locator('#comments article', { hasText: text }).waitFor({ state: 'detached' });
	expect(await page.locator('#comments article').last().innerText()).toContain('Tarik Yilmaz');
});

journey('a status is overruled with a reason, and lifted again', async ({ open, signIn, way }) => {
	await signIn('director');
	const page = await open('/promises/P22-PI-NET-O3');
	await page.locator('#overruled details > summary').click();
	await page.locator('[name="status"][value="on_track"]').check();
	await page.locator('#overrule-why').fill('De leden vroegen om minder mail.');
	await page.locator('#overrule button').last().click();
	const lift = page.locator('form[action="?/liftOverruling"] button');
	await lift.waitFor();
	await checkPage(page, way, refused);
	await lift.click();
	await lift.waitFor({ state: 'detached' });
});

journey('anybody finds what is public by a word of it, from any page', async ({ open, way }) => {
	const page = await open('/search?q=monitor');
	await page.locator('#found-promise a').first().waitFor();
	await checkPage(page, way);
	expect(await page.locator('#found-person').count()).toBe(0);
	await page.locator('#search-q').fill('bestaatechtniet');
	await page.locator('main form button').click();
	await page.locator('main .empty').waitFor();
	await checkPage(page, way);
});
