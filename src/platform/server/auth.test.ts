// Signing in by a token, and what a session is worth: with the real better-auth on real PostgreSQL.
import { expect, test } from 'vitest';
import { allowSignIn, endSession, issueToken, signInNow, useToken } from './auth.ts';
import { authSession, authUser, authVerification } from './auth-schema.ts';
import { rows, sql, type Database } from './database.ts';
import { newId } from './id.ts';
import { setInstallation } from './installation.ts';
import { endAllSessions, endOneSession, forbidSignIn, openSessionsOf, sessionOf } from './session.ts';
import { freshDatabase, story } from './testing.ts';

const secret = 'a secret for tests, 32 characters long';
setInstallation({ origin: 'http://localhost:3000', secret });

const firefox = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0' };

async function somebody(db: Database, givenName = 'Mila') {
	const id = newId();
	const email = `${givenName.toLowerCase()}@lid.example`;
	await db.execute(
		sql`insert into person (id, given_name, family_name, email) values (${id}, ${givenName}, 'Staff', ${email})`
	);
	await allowSignIn(db, id);
	return id;
}

/** A browser that keeps its cookies. */
function browser(headers: Record<string, string> = firefox) {
	const jar = new Map<string, string>();
	return {
		headers: () =>
			new Headers({
				...headers,
				...(jar.size > 0 ? { cookie: [...jar].map((pair) => pair.join('=')).join('; ') } : {})
			}),
		keep(setCookies: readonly string[]) {
			for (const line of setCookies) {
				const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
				if (/max-age=0\b/i.test(line)) jar.delete(name);
				else jar.set(name, value);
			}
		}
	};
}

async function signedIn(db: Database, personId: string, headers?: Record<string, string>) {
	const one = browser(headers);
	one.keep(await signInNow(db, personId, one.headers()));
	return one;
}

story('a token signs in the person that it was made for', async ({ db }) => {
	const mila = await somebody(db);
	await somebody(db, 'Otis');
	const her = browser();
	her.keep((await useToken(db, await issueToken(db, mila), her.headers())) ?? []);
	const { session } = await sessionOf(db, her.headers());
	expect(session?.personId).toBe(mila);
});

story('a token works once', async ({ db }) => {
	const token = await issueToken(db, await somebody(db));
	expect(await useToken(db, token, new Headers())).toBeDefined();
	expect(await useToken(db, token, new Headers())).toBeUndefined();
});

story('a token works for a quarter of an hour', async ({ db }) => {
	const mila = await somebody(db);
	const [inTime, tooLate] = [await issueToken(db, mila), await issueToken(db, mila)];
	const made = await db.select().from(authVerification);
	for (const { createdAt, expiresAt } of made)
		expect(Math.abs(expiresAt.getTime() - createdAt.getTime() - 900_000)).toBeLessThan(1000);
	await db.execute(sql`update auth_verification set expires_at = now() + interval '5 seconds'`);
	expect(await useToken(db, inTime, new Headers())).toBeDefined();
	await db.execute(sql`update auth_verification set expires_at = now() - interval '1 second'`);
	expect(await useToken(db, tooLate, new Headers())).toBeUndefined();
});

story('a wrong token, an empty one and one with markup are refused', async ({ db }) => {
	const token = await issueToken(db, await somebody(db));
	for (const wrong of ['', 'x', token.toLowerCase(), `${token} `, '<script>', 'x'.repeat(100_000), "' or true --"]) {
		expect(await useToken(db, wrong, new Headers())).toBeUndefined();
	}
});

story('only a hash of the token is kept, and no address', async ({ db }) => {
	const token = await issueToken(db, await somebody(db));
	const kept = JSON.stringify([await db.select().from(authVerification), await db.select().from(authUser)]);
	expect(kept).not.toContain(token);
	expect(kept).not.toContain('lid.example');
	expect(kept).not.toContain('Mila');
});

story('nobody can sign up: a token for somebody who may not sign in is worth nothing', async ({ db }) => {
	const token = await issueToken(db, newId());
	expect(await useToken(db, token, new Headers())).toBeUndefined();
	expect(await db.select().from(authUser)).toEqual([]);
});

story('a session keeps browser and system in words, and no network address', async ({ db }) => {
	const mila = await somebody(db);
	await signedIn(db, mila, { ...firefox, 'x-forwarded-for': '203.0.113.9' });
	const [kept] = await db.select().from(authSession);
	expect(kept).toMatchObject({ userAgent: 'Firefox, Linux', ipAddress: null });
	const [shown] = await openSessionsOf(db, mila);
	expect(shown).toMatchObject({ id: kept!.id, browser: 'Firefox, Linux' });
});

story('the cookie is closed to scripts and to other sites, and lasts thirty days', async ({ db }) => {
	const [cookie = ''] = await signInNow(db, await somebody(db), new Headers());
	expect(cookie).toMatch(/^schakel\.session_token=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
});

test('over https the cookie is for https only', async () => {
	const { db } = await freshDatabase();
	setInstallation({ origin: 'https://plan.example.org', secret });
	try {
		const [cookie = ''] = await signInNow(db, await somebody(db), new Headers());
		expect(cookie).toMatch(/^__Secure-schakel\.session_token=/);
		expect(cookie).toMatch(/; Secure(;|$)/);
		const headers = new Headers({ cookie: cookie.split(';')[0]! });
		expect((await sessionOf(db, headers)).session).not.toBeNull();
	} finally {
		setInstallation({ origin: 'http://localhost:3000', secret });
	}
});

story('a cookie that somebody made or changed is worth nothing', async ({ db }) => {
	const mila = await somebody(db);
	const [line = ''] = await signInNow(db, mila, new Headers());
	const cookie = line.split(';')[0]!;
	const [{ token } = { token: '' }] = await db.select().from(authSession);
	for (const forged of [
		`schakel.session_token=${token}`,
		cookie.slice(0, -3),
		cookie.replace(/=./, '=!'),
		'schakel.session_token='
	]) {
		expect((await sessionOf(db, new Headers({ cookie: forged }))).session).toBeNull();
	}
	expect((await sessionOf(db, new Headers({ cookie }))).session?.personId).toBe(mila);
});

story('a session is prolonged once a day, and over after thirty days', async ({ db }) => {
	const her = await signedIn(db, await somebody(db));
	expect((await sessionOf(db, her.headers())).setCookies).toEqual([]);
	await db.execute(sql`update auth_session set expires_at = now() + interval '28 days 12 hours'`);
	const prolonged = await sessionOf(db, her.headers());
	expect(prolonged.session).not.toBeNull();
	expect(prolonged.setCookies.join()).toContain('Max-Age=2592000');
	const [left] = await rows<{ days: number }>(
		db,
		sql`select extract(day from expires_at - now())::int as days from auth_session`
	);
	expect(left!.days).toBeGreaterThanOrEqual(29);
	await db.execute(sql`update auth_session set expires_at = now() - interval '1 second'`);
	const over = await sessionOf(db, her.headers());
	expect(over.session).toBeNull();
	expect(over.setCookies.join()).toContain('Max-Age=0');
});

story('signing in as somebody else ends the session that was there', async ({ db }) => {
	const [mila, otis] = [await somebody(db), await somebody(db, 'Otis')];
	const shared = await signedIn(db, mila);
	shared.keep(await signInNow(db, otis, shared.headers()));
	expect((await sessionOf(db, shared.headers())).session?.personId).toBe(otis);
	expect(await openSessionsOf(db, mila)).toEqual([]);
});

story('signing out ends this session only', async ({ db }) => {
	const mila = await somebody(db);
	const [desk, phone] = [await signedIn(db, mila), await signedIn(db, mila)];
	const before = desk.headers();
	desk.keep(await endSession(db, desk.headers()));
	expect((await sessionOf(db, desk.headers())).session).toBeNull();
	expect((await sessionOf(db, before)).session).toBeNull();
	expect((await sessionOf(db, phone.headers())).session?.personId).toBe(mila);
});

story('signing out everywhere ends all sessions of the person, and of nobody else', async ({ db }) => {
	const [mila, otis] = [await somebody(db), await somebody(db, 'Otis')];
	const hers = [await signedIn(db, mila), await signedIn(db, mila), await signedIn(db, mila)];
	const his = await signedIn(db, otis);
	expect(await endAllSessions(db, mila)).toBe(3);
	for (const one of hers) expect((await sessionOf(db, one.headers())).session).toBeNull();
	expect((await sessionOf(db, his.headers())).session?.personId).toBe(otis);
});

story("nobody ends another's session by its id", async ({ db }) => {
	const [mila, otis] = [await somebody(db), await somebody(db, 'Otis')];
	const hers = await signedIn(db, mila);
	const [shown] = await openSessionsOf(db, mila);
	await endOneSession(db, otis, shown!.id);
	expect((await sessionOf(db, hers.headers())).session?.personId).toBe(mila);
	await endOneSession(db, mila, shown!.id);
	expect((await sessionOf(db, hers.headers())).session).toBeNull();
});

story('who may no longer sign in is out at once, and a link that was under way is worth nothing', async ({ db }) => {
	const mila = await somebody(db);
	const her = await signedIn(db, mila);
	const token = await issueToken(db, mila);
	await forbidSignIn(db, mila);
	expect((await sessionOf(db, her.headers())).session).toBeNull();
	expect(await useToken(db, token, new Headers())).toBeUndefined();
});

test('of ten presses on the same link at the same moment one gets in', async () => {
	const { db } = await freshDatabase();
	const mila = await somebody(db);
	const token = await issueToken(db, mila);
	const answers = await Promise.all(Array.from({ length: 10 }, () => useToken(db, token, new Headers())));
	expect(answers.filter((answer) => answer !== undefined)).toHaveLength(1);
	expect(await openSessionsOf(db, mila)).toHaveLength(1);
});

story('the database itself refuses a sign-in without a person, or with an address', async ({ db }) => {
	const attempt = (columns: string, values: string) =>
		db.transaction((tx) =>
			tx.execute(sql.raw(`insert into auth_user (id, ${columns}) values ('${newId()}', ${values})`))
		);
	await expect(attempt('email_verified', 'true')).rejects.toMatchObject({ cause: { code: '23502' } });
	await expect(attempt('person_id', `'${newId()}'`)).rejects.toMatchObject({ cause: { code: '23503' } });
	const mila = await somebody(db);
	await expect(attempt('person_id, email', `'${mila}', 'mila@lid.example'`)).rejects.toMatchObject({
		cause: { code: '428C9' }
	});
});
