// One request from beginning to end: refuse what is too large, too often or from elsewhere; find out who asks; answer; log.
import type { RequestEvent } from '@sveltejs/kit';
import type { Handle } from '@sveltejs/kit/hooks';
import { localizeHref } from '#paraglide/runtime.js';
import { visitor, type Actor } from '#platform/actor.ts';
import type { Day } from '#platform/day.ts';
import { TooMany } from '#platform/errors.ts';
import type { Locale } from '#platform/localized.ts';
import { theAssociation } from './association.ts';
import { addressOf, clientOf } from './client-address.ts';
import type { Database } from './database.ts';
import { newId } from './id.ts';
import { isSecure } from './installation.ts';
import { countAttempt, postsPerSender } from './limits.ts';
import { inLocale, localeOf } from './locale.ts';
import { describeError, logLine } from './log.ts';
import { actorOf, modules } from './module.ts';
import { fromElsewhere, tooLarge, tooMany, unavailable } from './plain-page.ts';
import { policyWithoutPage, securityHeaders } from './security-headers.ts';
import { sessionOf } from './session.ts';
import { clockOf, webDatabase } from './web.ts';

type Resolve = Parameters<Handle>[0]['resolve'];

/** Of a form, unless its page takes files. */
const MOST_BYTES = 1_000_000;

/** What this request may send: only who is signed in sends files, to the pages that take them. */
function mostBytes({ route, locals }: RequestEvent): number {
	if (!locals.session) return MOST_BYTES;
	const uploads = modules().flatMap((module) => module.uploads ?? []);
	return uploads.find(({ path }) => route.id?.endsWith(path))?.bytes ?? MOST_BYTES;
}

/** Without a length beforehand nobody can say whether it is too much; browsers always give one. */
const lengthOf = ({ headers }: Request) =>
	headers.has('transfer-encoding') ? Number.POSITIVE_INFINITY : Number(headers.get('content-length') ?? 0);

const changes = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Watched by machines that know nobody: no session, no limits, and it must answer when the database is away. */
const HEALTH = '/healthz';

/** Where a database without an association begins; every other address leads there. */
const FIRST_RUN = '/welcome';

const actorFor = async (db: Database, personId: string | undefined, day: Day): Promise<Actor> =>
	personId === undefined ? visitor : actorOf(db, personId, day);

async function findOutWhoAsks(event: RequestEvent, locale: Locale): Promise<void> {
	const db = webDatabase();
	const [association, { session, setCookies }] = await Promise.all([
		theAssociation(db),
		sessionOf(db, event.request.headers)
	]);
	const clock = clockOf(association);
	const actor = await actorFor(db, session?.personId, clock.today());
	Object.assign(event.locals, { association, session, setCookies, caller: { db, actor, clock, locale } });
}

/** Beside SvelteKit's own check, which looks at forms only and not under `vite dev`. */
const isFromElsewhere = ({ request, url }: RequestEvent) => {
	const origin = request.headers.get('origin');
	return origin !== null && origin !== url.origin;
};

async function refuse(event: RequestEvent, locale: Locale): Promise<Response | undefined> {
	const { request, locals } = event;
	if (!changes.has(request.method)) return undefined;
	if (isFromElsewhere(event)) return fromElsewhere(locale);
	const most = mostBytes(event);
	if (lengthOf(request) > most) return tooLarge(locale, most);
	const sender = locals.session ? `session ${locals.session.id}` : `client ${locals.client}`;
	try {
		await countAttempt(locals.caller.db, postsPerSender, sender);
		return undefined;
	} catch (error) {
		if (error instanceof TooMany) return tooMany(locale);
		throw error;
	}
}

async function answer(event: RequestEvent, resolve: Resolve, locale: Locale): Promise<Response> {
	if (event.route.id === HEALTH) return resolve(event);
	try {
		await findOutWhoAsks(event, locale);
		const refused = await refuse(event, locale);
		if (refused) return refused;
		if (!event.locals.association && !event.route.id?.endsWith(FIRST_RUN)) return toFirstRun(locale);
	} catch (error) {
		logLine('error', 'request.unavailable', { request: event.locals.requestId, ...describeError(error) });
		return unavailable(locale);
	}
	return resolve(event, { transformPageChunk: ({ html }) => html.replace('%schakel.lang%', locale) });
}

const toFirstRun = (locale: Locale) =>
	new Response(null, { status: 303, headers: { location: localizeHref(FIRST_RUN, { locale }) } });

/** Answers of `fetch` have headers that cannot be changed; ours can. */
const changeable = (response: Response) => new Response(response.body, response);

function finish(event: RequestEvent, answered: Response): Response {
	const response = changeable(answered);
	const { locals } = event;
	for (const [name, value] of securityHeaders({ secure: isSecure() })) response.headers.set(name, value);
	response.headers.set('x-request-id', locals.requestId);
	if (!response.headers.has('content-security-policy')) {
		response.headers.set('content-security-policy', policyWithoutPage);
	}
	if (locals.association?.isExample) response.headers.set('x-robots-tag', 'noindex');
	// What somebody saw must not come back on a shared computer after signing out.
	if (locals.session && !response.headers.has('cache-control'))
		response.headers.set('cache-control', 'private, no-store');
	for (const cookie of locals.setCookies ?? []) response.headers.append('set-cookie', cookie);
	return response;
}

/** Answers a request. Never throws: what goes wrong before the page can be made has a page of its own. */
export function answerRequest(event: RequestEvent, resolve: Resolve): Promise<Response> {
	const began = performance.now();
	const locale = localeOf(event.url);
	const client = clientOf(addressOf(event, { behindProxy: isSecure() }));
	Object.assign(event.locals, { requestId: newId(), client, setCookies: [] });
	return inLocale(locale, event.url, async () => {
		const response = finish(event, await answer(event, resolve, locale));
		logLine('info', 'request', {
			request: event.locals.requestId,
			method: event.request.method,
			route: event.route.id,
			status: response.status,
			ms: Math.round(performance.now() - began)
		});
		return response;
	});
}
