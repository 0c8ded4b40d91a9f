// The first things anyone meets: the front page, an address that does not exist, and the answer for machines that watch.
import { expect, inject, test } from 'vitest';
import { allWays, journey } from './browser.ts';
import { checkPage } from './check-page.ts';

journey(
	'the front page says whose platform this is',
	async ({ open, way }) => {
		const page = await open('/');
		expect(await page.locator('main').innerText()).not.toBe('');
		await checkPage(page, way);
	},
	allWays
);

journey(
	'an address that does not exist says so, and shows the way back',
	async ({ open, way }) => {
		const page = await open('/there-is-no-such-page');
		expect(await page.getByRole('main').getByRole('link').count()).toBeGreaterThan(0);
		await checkPage(page, way, /404/);
	},
	allWays
);

test('an address that does not exist is answered with 404, in the language of the address', async () => {
	for (const [path, lang] of [
		['/there-is-no-such-page', 'nl'],
		['/en/there-is-no-such-page', 'en']
	]) {
		const answer = await fetch(inject('site').address + path);
		expect(answer.status).toBe(404);
		expect(await answer.text()).toContain(`<html lang="${lang}">`);
	}
});

test('machines that watch get an answer at /healthz', async () => {
	const answer = await fetch(`${inject('site').address}/healthz`);
	expect(answer.status).toBe(200);
	expect(answer.headers.get('cache-control')).toContain('no-store');
});
