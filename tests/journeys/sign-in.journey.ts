// Signing in as people do it: by a link, as a persona, on two devices; and as people do who should not get in.
import { expect, inject, test } from 'vitest';
import { allWays, journey, localized } from './browser.ts';
import { checkPage } from './check-page.ts';

const address = () => inject('site').address;

/** The newest link in the outbox for this address, as an administrator reads it. */
async function linkFor(cookie: string, recipient: string, without: readonly string[]): Promise<string> {
	for (let tries = 0; tries < 40; tries++) {
		const html = await (await fetch(`${address()}/outbox`, { headers: { cookie } })).text();
		const mail = html.split('<article').find((article) => article.includes(recipient));
		const link = /http[^\s<"]*token=\w+/.exec(mail ?? '')?.[0]?.replaceAll('&amp;', '&');
		if (link && !without.includes(link)) return link;
		await new Promise((resolve) => setTimeout(resolve, 250));
	}
	throw new Error(`No link for ${recipient} came into the outbox.`);
}

const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
	fetch(address() + path, {
		method: 'POST',
		headers: { accept: 'text/html', origin: address(), ...headers },
		body: new URLSearchParams(form),
		redirect: 'manual'
	});

async function cookieOf(persona: string): Promise<string> {
	const answer = await post('/sign-in/persona', { persona });
	return answer.headers
		.getSetCookie()
		.map((cookie) => cookie.split(';')[0]!)
		.join('; ');
}

const seen: string[] = [];

journey(
	'somebody asks for a link, presses the button behind it, sees their devices and signs out',
	async ({ open, page, way }) => {
		await open('/sign-in');
		await page.locator('input[name=email]').fill('medewerker@lid.example');
		await page.locator('form[method=post] button[type=submit]').filter({ hasText: /link/ }).click();
		await page.waitForURL(/sent/);
		await checkPage(page, way);

		const link = await linkFor(await cookieOf('director'), 'medewerker@lid.example', seen);
		seen.push(link);
		expect(new URL(link).pathname).toBe(localized('/sign-in/confirm', way.locale));
		await page.goto(link);
		await checkPage(page, way);
		await page.locator('main button').click();
		await page.waitForURL((url) => !url.pathname.includes('sign-in'));

		await open('/account');
		expect(await page.locator('main li').count()).toBeGreaterThan(0);
		await checkPage(page, way);
		await page.locator('form[action="?/everywhere"] button').click();
		await page.waitForURL(/sign-in/);
		expect((await page.context().request.get(localized('/account', way.locale))).status()).toBe(403);

		await page.goto(link);
		await page.locator('main button').click();
		await page.getByRole('heading', { level: 1, name: /werkt niet meer|no longer works/ }).waitFor();
		expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('schakel.session_token');
	},
	allWays.slice(0, 2)
);

journey('whoever types no address is told beside the field, and what was typed stays', async ({ open, page, way }) => {
	await open('/sign-in');
	await page.locator('input[name=email]').fill('mila at lid');
	await page.locator('form[method=post] button[type=submit]').filter({ hasText: /link/ }).click();
	await page.locator('[aria-invalid=true]').waitFor();
	expect(await page.locator('input[name=email]').inputValue()).toBe('mila at lid');
	await checkPage(page, way, /422/);
});

test('known or unknown, the answer to who asks for a link is the same', async () => {
	const [known, unknown] = [
		await post('/sign-in', { email: 'directeur@lid.example' }),
		await post('/sign-in', { email: 'nobody@lid.example' })
	];
	const shape = ({ status, headers }: Response) => ({
		status,
		to: headers.get('location'),
		cookies: headers.getSetCookie(),
		names: [...headers.keys()]
	});
	expect(shape(unknown)).toEqual(shape(known));
	expect(known.status).toBe(303);
});

test('looking at a link, as mail scanners do, does not use it up and does not sign in', async () => {
	await post('/sign-in', { email: 'lobbyist@voorbeeld.example' });
	const link = await linkFor(await cookieOf('director'), 'lobbyist@voorbeeld.example', []);
	for (const method of ['GET', 'HEAD', 'GET']) {
		const looked = await fetch(link, { method });
		expect(looked.status).toBe(200);
		expect(looked.headers.getSetCookie()).toEqual([]);
		expect(looked.headers.get('cache-control')).toBe('no-store');
	}
	const { pathname, searchParams } = new URL(link);
	const token = searchParams.get('token') ?? '';
	const pressed = await post(pathname, { token, to: '//elsewhere.example' });
	expect([pressed.status, pressed.headers.get('location')]).toEqual([303, '/']);
	expect(pressed.headers.getSetCookie().join()).toMatch(
		/schakel\.session_token=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax/
	);
	expect((await post(pathname, { token })).status).toBe(410);
});

test('a form from another site, or from nowhere, signs nobody in or out', async () => {
	const cookie = await cookieOf('director');
	for (const [path, form] of [
		['/sign-in/persona', { persona: 'director' }],
		['/sign-in', { email: 'directeur@lid.example' }],
		['/sign-out', {}],
		['/account?/everywhere', {}]
	] as const) {
		for (const origin of ['https://evil.example', 'null', '']) {
			const answer = await post(path, form, { origin, cookie });
			expect([path, origin, answer.status, answer.headers.getSetCookie()]).toEqual([path, origin, 403, []]);
		}
	}
	expect((await fetch(`${address()}/account`, { headers: { cookie } })).status).toBe(200);
});

test('none of the addresses of better-auth is open', async () => {
	for (const path of [
		'/api/auth/get-session',
		'/api/auth/sign-in/magic-link',
		'/api/auth/magic-link/verify',
		'/api/auth/ok'
	]) {
		expect((await fetch(address() + path)).status).toBe(404);
		expect((await post(path, {})).status).toBe(404);
	}
});

test('an upload that is too large is refused, also when it does not say how large it is', async () => {
	const body = new Blob(['email=', 'x'.repeat(1_100_000)]);
	const headers = { origin: address(), accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
	expect((await fetch(`${address()}/sign-in`, { method: 'POST', headers, body })).status).toBe(413);
	const streamed = { method: 'POST', headers, body: body.stream(), duplex: 'half' } satisfies RequestInit & {
		duplex: 'half';
	};
	expect((await fetch(`${address()}/sign-in`, streamed)).status).toBe(413);
});

test('pages and files alike carry the headers', async () => {
	for (const path of ['/', '/en/sign-in', '/favicon.svg', '/healthz', '/there-is-no-such-page']) {
		const { headers } = await fetch(address() + path);
		expect([
			path,
			headers.get('x-content-type-options'),
			headers.get('referrer-policy'),
			headers.get('x-frame-options')
		]).toEqual([path, 'nosniff', 'same-origin', 'DENY']);
	}
	const policy = (await fetch(`${address()}/sign-in`)).headers.get('content-security-policy');
	expect(policy).toContain("default-src 'none'");
	expect(policy).not.toMatch(/script-src[^;]*unsafe/);
});
