// What happens around every request: who asks, what is refused before the page is made, what the answer carries, what the log keeps.
import type { RequestEvent } from '@sveltejs/kit';
import { expect, onTestFinished, test, vi } from 'vitest';
import { getLocale } from '#paraglide/runtime.js';
import { Conflict, Forbidden, invalid, NotFound, TooMany } from '#platform/errors.ts';
import { allowSignIn, signInNow } from './auth.ts';
import { connect, sql, type Database } from './database.ts';
import { newId } from './id.ts';
import { setInstallation } from './installation.ts';
import { postsPerSender } from './limits.ts';
import { reportError } from './report-error.ts';
import { answerRequest } from './request.ts';
import { association, attempt } from './schema.ts';
import { freshDatabase } from './testing.ts';
import { serveFrom } from './web.ts';

const secret = 'a secret for tests, 32 characters long';
const origin = 'http://localhost:3000';

async function site({ today, isExample = false }: { today?: string; isExample?: boolean } = {}) {
	setInstallation({ origin, secret });
	const connection = await freshDatabase();
	await connection.db
		.insert(association)
		.values({ name: { nl: 'Proef' }, isExample, pinnedToday: isExample ? '2022-08-31' : null });
	serveFrom({ connection, settings: { today } });
	return connection;
}

type Asked = { path?: string; method?: string; headers?: Record<string, string>; route?: string; address?: string };

/** SvelteKit's event, as far as it is looked at. */
function eventFor({ path = '/', method = 'GET', headers = {}, route = '/', address = '192.0.2.7' }: Asked) {
	const url = new URL(path, origin);
	const event = {
		url,
		request: new Request(url, { method, headers }),
		route: { id: route },
		locals: {},
		getClientAddress: () => address
	};
	return event as unknown as RequestEvent;
}

/** Asks, and answers what the page would have known. */
async function ask(asked: Asked = {}) {
	const event = eventFor(asked);
	let seen: { locale: string; locals: App.Locals } | undefined;
	const response = await answerRequest(event, async () => {
		seen = { locale: getLocale(), locals: { ...event.locals } };
		return new Response('<p>page</p>', {
			headers: { 'content-type': 'text/html', 'content-security-policy': "script-src 'self'" }
		});
	});
	return { response, seen };
}

async function signedIn(db: Database) {
	const id = newId();
	await db.execute(
		sql`insert into person (id, given_name, family_name, email) values (${id}, 'Mila', 'Staff', 'mila@lid.example')`
	);
	await db.execute(
		sql`insert into association_role (id, person_id, role, starts_on) values (${newId()}, ${id}, 'bureau', '2022-01-01')`
	);
	await allowSignIn(db, id);
	const [cookie = ''] = await signInNow(db, id, new Headers());
	return { id, cookie: cookie.split(';')[0]! };
}

test('a visitor is a visitor, and whoever is signed in acts with their roles of that day', async () => {
	const { db } = await site({ today: '2022-06-01' });
	const { id, cookie } = await signedIn(db);
	expect((await ask()).seen!.locals.caller.actor.kind).toBe('visitor');
	const { actor, clock } = (await ask({ headers: { cookie } })).seen!.locals.caller;
	expect(actor).toMatchObject({ kind: 'person', personId: id, name: 'Mila Staff', roles: ['bureau'] });
	expect(clock.today()).toBe('2022-06-01');
});

test('the day is the setting, else the pinned day of the example, else today', async () => {
	await site({ isExample: true });
	expect((await ask()).seen!.locals.caller.clock.today()).toBe('2022-08-31');
	await site({ isExample: true, today: '2022-03-01' });
	expect((await ask()).seen!.locals.caller.clock.today()).toBe('2022-03-01');
	await site();
	const inAmsterdam = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date());
	expect((await ask()).seen!.locals.caller.clock.today()).toBe(inAmsterdam);
});

test.each([
	['/', 'nl'],
	['/year', 'nl'],
	['/en', 'en'],
	['/en/year?theme=x', 'en'],
	['/english', 'nl'],
	['/year/en', 'nl']
])('the language of %s is %s, for the page and for who asks', async (path, locale) => {
	await site();
	const { seen } = await ask({ path });
	expect(seen).toMatchObject({ locale, locals: { caller: { locale } } });
});

test('every answer carries the headers, and over https it says so', async () => {
	await site();
	const { headers } = (await ask()).response;
	expect(Object.fromEntries(headers)).toMatchObject({
		'x-content-type-options': 'nosniff',
		'referrer-policy': 'same-origin',
		'x-frame-options': 'DENY',
		'cross-origin-opener-policy': 'same-origin',
		'content-security-policy': "script-src 'self'"
	});
	expect(headers.get('strict-transport-security')).toBeNull();
	expect(headers.get('x-robots-tag')).toBeNull();
	setInstallation({ origin: 'https://plan.example.org', secret });
	expect((await ask()).response.headers.get('strict-transport-security')).toMatch(/^max-age=\d{7,}/);
});

test('the example may not be found by search engines', async () => {
	await site({ isExample: true });
	expect((await ask()).response.headers.get('x-robots-tag')).toBe('noindex');
});

test('what somebody saw signed in is kept by no cache', async () => {
	const { db } = await site();
	const { cookie } = await signedIn(db);
	expect((await ask({ headers: { cookie } })).response.headers.get('cache-control')).toBe('private, no-store');
	expect((await ask()).response.headers.get('cache-control')).toBeNull();
});

test('a form from another site is refused, whatever its content type', async () => {
	await site();
	const elsewhere: Record<string, string>[] = [
		{ origin: 'https://evil.example' },
		{ origin: 'null' },
		{ origin: 'http://localhost:3001', 'content-type': 'application/json' }
	];
	for (const headers of elsewhere) {
		const { response, seen } = await ask({ method: 'POST', headers });
		expect(response.status).toBe(403);
		expect(seen).toBeUndefined();
	}
	expect((await ask({ method: 'POST', headers: { origin } })).response.status).toBe(200);
});

test('more than a megabyte is refused before it is read, in the reader’s language', async () => {
	await site();
	const { response, seen } = await ask({
		path: '/en/sign-in',
		method: 'POST',
		headers: { origin, 'content-length': '1000001' }
	});
	expect(response.status).toBe(413);
	expect(await response.text()).toMatch(/<html lang="en">[^]*This is too large/);
	expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
	expect(seen).toBeUndefined();
});

test('who sends too much is refused; others, and reading, go on', async () => {
	const { db } = await site();
	const { cookie } = await signedIn(db);
	const post = (rest: Asked = {}) => ask({ method: 'POST', ...rest, headers: { origin, ...rest.headers } });
	await post();
	await db.update(attempt).set({ count: postsPerSender.most });
	const { response } = await post();
	expect(response.status).toBe(429);
	expect(response.headers.get('retry-after')).not.toBeNull();
	expect((await post({ address: '192.0.2.8' })).response.status).toBe(200);
	expect((await post({ headers: { cookie } })).response.status).toBe(200);
	expect((await ask()).response.status).toBe(200);
});

test('while the database is away there is a page that says so, and no more than that', async () => {
	setInstallation({ origin, secret });
	const away = connect('postgres://nobody:secret@127.0.0.1:1/nothing');
	onTestFinished(away.close);
	serveFrom({ connection: away, settings: { today: undefined } });
	const { response, seen } = await ask({ path: '/year' });
	expect(response.status).toBe(503);
	expect(seen).toBeUndefined();
	const text = await response.text();
	expect(text).toContain('even niet bereikbaar');
	expect(text).not.toMatch(/ECONN|postgres|127\.0\.0\.1/);
	expect(response.headers.get('x-frame-options')).toBe('DENY');
});

test('the log has one line a request, without address, query, cookie or client', async () => {
	const { db } = await site();
	const { cookie } = await signedIn(db);
	const written: string[] = [];
	const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
	onTestFinished(() => spy.mockRestore());
	const { response } = await ask({
		path: '/sign-in/confirm?token=geheim',
		route: '/(public)/sign-in/confirm',
		headers: { cookie }
	});
	spy.mockRestore();
	const lines = written
		.join('')
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line) as Record<string, unknown>);
	expect(lines).toHaveLength(1);
	expect(lines[0]).toMatchObject({
		level: 'info',
		at: 'request',
		method: 'GET',
		route: '/(public)/sign-in/confirm',
		status: 200,
		request: response.headers.get('x-request-id')
	});
	expect(written.join('')).not.toMatch(/geheim|192\.0\.2|session_token|Mila/);
});

test('errors are told apart, said in the reader’s language, and never in detail', () => {
	const told = (error: unknown, path = '/') => reportError('unknown', error, eventFor({ path }));
	expect(told(new NotFound()).status).toBe(404);
	expect(told(new Forbidden()).status).toBe(403);
	expect(told(new Conflict('channels_conflict_key_taken'))).toMatchObject({
		status: 409,
		message: 'Er is al een kanaal met deze korte naam.'
	});
	expect(told(new TooMany(), '/en')).toMatchObject({ status: 429, message: 'Wait a few minutes and then try again.' });
	expect(told(invalid('day', 'day'), '/en').message).toBe('This day does not exist, or is not between 1900 and 2200.');
	const fault = told(new Error('password of mila is geheim'));
	expect(fault.status).toBe(500);
	expect(JSON.stringify(fault)).not.toContain('geheim');
	expect(
		reportError('framework', { status: 405, message: 'GET method not allowed' }, eventFor({})).message
	).not.toContain('method');
	expect(reportError('app', { status: 400, message: 'Kies een bestand.' }, eventFor({}))).toMatchObject({
		status: 400,
		message: 'Kies een bestand.'
	});
});

test('in a database without an association every address leads to the first run, in the language that was asked for', async () => {
	const { db } = await site();
	await db.delete(association);
	for (const [path, route, place] of [
		['/', '/', '/welcome'],
		['/en/year', '/(member)/year', '/en/welcome'],
		['/no-such-page', '', '/welcome']
	] as const) {
		const { response, seen } = await ask({ path, route });
		expect([response.status, response.headers.get('location')]).toEqual([303, place]);
		expect(seen).toBeUndefined();
	}
	expect((await ask({ path: '/welcome', route: '/(public)/welcome' })).response.status).toBe(200);
	expect((await ask({ path: '/healthz', route: '/healthz' })).response.status).toBe(200);
});
