// Sign-in by a link in a mail, and sessions, with better-auth. None of its own web addresses is opened: our pages call it.
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { isAPIError } from 'better-auth/api';
import { betterAuth } from 'better-auth/minimal';
import { magicLink } from 'better-auth/plugins/magic-link';
import { browserInWords } from '#platform/browser.ts';
import { authAccount, authSession, authUser, authVerification } from './auth-schema.ts';
import type { Database } from './database.ts';
import { newId } from './id.ts';
import { logLine } from './log.ts';
import { installation } from './installation.ts';

export const LINK_MINUTES = 15;
const DAY_SECONDS = 86_400;
const SESSION_DAYS = 30;

type AuthSettings = { origin: string; secret: string };

/** `metadata` of a link is typed loosely by the plugin; ours is a way to hand the token back to whoever asked for it. */
type Hand = { hand?: (token: string) => void };

const makeAuth = (db: Database, { origin, secret }: AuthSettings) =>
	betterAuth({
		appName: 'Schakel',
		baseURL: origin,
		secret,
		database: drizzleAdapter(db, {
			provider: 'pg',
			schema: { user: authUser, session: authSession, account: authAccount, verification: authVerification },
			transaction: true
		}),
		user: { additionalFields: { personId: { type: 'string', required: true, input: false } } },
		// Rolling: whoever comes back within 30 days stays signed in. The end is moved at most once a day.
		session: { expiresIn: SESSION_DAYS * DAY_SECONDS, updateAge: DAY_SECONDS },
		databaseHooks: {
			session: {
				create: {
					before: async (session) => ({
						data: { ...session, ipAddress: null, userAgent: browserInWords(session.userAgent ?? '') }
					})
				}
			}
		},
		plugins: [
			magicLink({
				expiresIn: LINK_MINUTES * 60,
				disableSignUp: true,
				storeToken: 'hashed',
				sendMagicLink: ({ token, metadata }) => (metadata as Hand | undefined)?.hand?.(token)
			})
		],
		advanced: {
			cookiePrefix: 'schakel',
			// The check wants a name and a picture of every user; ours have neither, and the tests hold the rest.
			database: { generateId: newId, validateSchema: false },
			ipAddress: { disableIpTracking: true }
		},
		// Ours stands in limits.ts: better-auth limits only its own web addresses.
		rateLimit: { enabled: false },
		telemetry: { enabled: false },
		// Only what happened: the arguments may hold personal data.
		logger: { log: (level, message) => logLine(level === 'error' ? 'error' : 'warning', 'auth', { message }) }
	});

type Auth = ReturnType<typeof makeAuth>;

const made = new WeakMap<Database, Auth>();

/** better-auth on this pool, or within this transaction: making one costs a millisecond. */
export function authOf(db: Database): Auth {
	const known = made.get(db);
	if (known) return known;
	const auth = makeAuth(db, installation());
	made.set(db, auth);
	return auth;
}

/** What better-auth knows a person by; the database makes the same text (auth-schema.ts). */
const addressOf = (personId: string) => `${personId}@person.invalid`;

/** Lets the person sign in from now on. Doing it again changes nothing. */
export async function allowSignIn(db: Database, personId: string): Promise<void> {
	await db.insert(authUser).values({ id: newId(), personId }).onConflictDoNothing();
}

/** A token that signs this person in once, within 15 minutes. Only its hash is kept. */
export async function issueToken(db: Database, personId: string): Promise<string> {
	const tokens: string[] = [];
	const hand = (token: string) => void tokens.push(token);
	await authOf(db).api.signInMagicLink({
		body: { email: addressOf(personId), metadata: { hand } },
		headers: new Headers()
	});
	return tokens[0]!;
}

/** Only what better-auth needs to know of a request. */
const relevant = (headers: Headers) => {
	const kept = new Headers();
	for (const name of ['cookie', 'user-agent']) {
		const value = headers.get(name);
		if (value !== null) kept.set(name, value);
	}
	return kept;
};

/** Ends the session of these cookies; answers the cookies that make the browser forget it. */
export async function endSession(db: Database, headers: Headers): Promise<string[]> {
	const answer = await authOf(db).api.signOut({ headers: relevant(headers), returnHeaders: true });
	return answer.headers.getSetCookie();
}

/**
 * Uses a token up: cookies that sign the person in, or undefined when it is wrong, used or too old. Whoever was signed in
 * with these headers before, no longer is.
 */
export async function useToken(db: Database, token: string, headers: Headers): Promise<string[] | undefined> {
	try {
		const answer = await authOf(db).api.magicLinkVerify({
			query: { token },
			headers: relevant(headers),
			returnHeaders: true
		});
		await endSession(db, headers);
		return answer.headers.getSetCookie();
	} catch (error) {
		// better-auth answers a wrong token by sending the browser elsewhere.
		if (isAPIError(error) && error.statusCode === 302) return undefined;
		throw error;
	}
}

/** Signs the person in at once, by a token made and used here, so that the session is like any other. Answers its cookies. */
export async function signInNow(db: Database, personId: string, headers: Headers): Promise<string[]> {
	const setCookies = await useToken(db, await issueToken(db, personId), headers);
	if (!setCookies) throw new Error('A token that was made a moment ago was refused.');
	return setCookies;
}

/** Who is signed in by these cookies, and cookies to set when the session was prolonged or has ended. */
export async function readSession(db: Database, headers: Headers) {
	const { response, headers: answer } = await authOf(db).api.getSession({
		headers: relevant(headers),
		returnHeaders: true
	});
	return {
		session: response && { id: response.session.id, personId: response.user.personId },
		setCookies: answer.getSetCookie()
	};
}
