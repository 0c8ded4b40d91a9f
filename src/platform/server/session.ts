// Who is signed in where: from a request to a person, the list of a person's sessions, and ending them.
import { and, desc, eq, gt, inArray } from 'drizzle-orm';
import { readSession } from './auth.ts';
import { authAccount, authSession, authUser } from './auth-schema.ts';
import type { Database } from './database.ts';

export type Session = { id: string; personId: string };

/** Cookies that the answer must carry, beside what was asked for. */
export type WithCookies<T> = T & { setCookies: string[] };

const hasSessionCookie = (headers: Headers) => headers.get('cookie')?.includes('schakel.session_token=') ?? false;

/** The session of a request, or null for a visitor. A visitor costs no query. */
export async function sessionOf(db: Database, headers: Headers): Promise<WithCookies<{ session: Session | null }>> {
	if (!hasSessionCookie(headers)) return { session: null, setCookies: [] };
	return readSession(db, headers);
}

export type OpenSession = {
	id: string;
	/** "Firefox, Linux"; empty when the browser was not recognised. */
	browser: string;
	signedInAt: Date;
	/** Known to the day: a session is marked at most once a day. */
	lastUsedAt: Date;
	expiresAt: Date;
};

const usersOf = (db: Database, personId: string) =>
	db.select({ id: authUser.id }).from(authUser).where(eq(authUser.personId, personId));

/** Where the person is signed in now, the last used first. */
export async function openSessionsOf(db: Database, personId: string): Promise<OpenSession[]> {
	const sessions = await db
		.select()
		.from(authSession)
		.where(and(inArray(authSession.userId, usersOf(db, personId)), gt(authSession.expiresAt, new Date())))
		.orderBy(desc(authSession.updatedAt), desc(authSession.id));
	return sessions.map(({ id, userAgent, createdAt, updatedAt, expiresAt }) => ({
		id,
		browser: userAgent ?? '',
		signedInAt: createdAt,
		lastUsedAt: updatedAt,
		expiresAt
	}));
}

/** Ways of signing in beside the mail link: which, and since when; never the secret of it. */
export const credentialsOf = (db: Database, personId: string) =>
	db
		.select({ provider: authAccount.providerId, since: authAccount.createdAt })
		.from(authAccount)
		.where(inArray(authAccount.userId, usersOf(db, personId)));

/** Signs the person out on one device. */
export async function endOneSession(db: Database, personId: string, sessionId: string): Promise<void> {
	await db
		.delete(authSession)
		.where(and(eq(authSession.id, sessionId), inArray(authSession.userId, usersOf(db, personId))));
}

/** Signs the person out everywhere; answers on how many devices. */
export async function endAllSessions(db: Database, personId: string): Promise<number> {
	const ended = await db
		.delete(authSession)
		.where(inArray(authSession.userId, usersOf(db, personId)))
		.returning({ id: authSession.id });
	return ended.length;
}

/** The person can no longer sign in and is signed out everywhere; nothing of it stays. */
export async function forbidSignIn(db: Database, personId: string): Promise<void> {
	await db.delete(authUser).where(eq(authUser.personId, personId));
}
