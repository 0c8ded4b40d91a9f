// Every error that reaches SvelteKit: what people are told, and what the log keeps.
import type { RequestEvent } from '@sveltejs/kit';
import { localeOf } from './locale.ts';
import { describeError, logLine } from './log.ts';
import { faultSentence, refusalOf, sentenceFor } from './refusal.ts';

type Kind = 'app' | 'framework' | 'validation' | 'unknown';
type Told = { status: number; message: string; requestId?: string };

const statusOf = (error: unknown) =>
	typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number'
		? error.status
		: 500;

export function reportError(kind: Kind, error: unknown, event: RequestEvent): Told {
	const locale = localeOf(event.url);
	const requestId = (event.locals as Partial<App.Locals>).requestId;
	const withId = (status: number, message: string): Told => ({ status, message, ...(requestId ? { requestId } : {}) });
	if (kind === 'unknown') {
		const refusal = refusalOf(error, locale);
		if (refusal) return withId(refusal.status, refusal.message);
		logLine('error', 'request.fault', { request: requestId, route: event.route.id, ...describeError(error) });
		return withId(500, faultSentence(locale));
	}
	const status = statusOf(error);
	// What a route said with `error(…)` is meant for people; what SvelteKit says is English and technical.
	if (kind === 'app' && error instanceof Object && 'message' in error) return withId(status, String(error.message));
	return withId(status, sentenceFor(status, locale));
}
