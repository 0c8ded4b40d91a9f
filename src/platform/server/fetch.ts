// Fetches from the public internet what somebody named: http and https only, no address of a private network, not after a redirect either.
import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.ts';

export const mostFetchedBytes = 5_000_000;
const msForAll = 10_000;
const mostRedirects = 5;

export const fetchRefusals = ['address', 'private', 'unreachable', 'slow', 'large', 'status', 'redirects'] as const;
export type FetchRefusal = (typeof fetchRefusals)[number];

/** Why nothing was fetched. `detail` is for the log and the person who asked: a status, a host. */
export class NotFetched extends Error {
	override name = 'NotFetched';
	refusal: FetchRefusal;
	detail: string;
	constructor(refusal: FetchRefusal, detail = '') {
		super(`not fetched: ${refusal} ${detail}`.trim());
		this.refusal = refusal;
		this.detail = detail;
	}
}

export type Fetched = {
	bytes: Buffer;
	contentType: string;
	etag: string | undefined;
	/** It is as it was when it had the given etag; then there are no bytes. */
	isUnchanged: boolean;
};

/** What tests put in place of the internet. */
export type Internet = {
	resolve: (host: string) => Promise<LookupAddress[]>;
	isPublic: (address: string) => boolean;
	msForAll: number;
};

const internet: Internet = { resolve: (host) => lookup(host, { all: true }), isPublic: isPublicAddress, msForAll };

/** An address that people paste: http, https, or a calendar's own `webcal`. */
export function readAddress(text: string): URL {
	const address = text.trim().replace(/^webcals?:/i, 'https:');
	const url = URL.canParse(address) ? new URL(address) : undefined;
	if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) throw new NotFetched('address');
	return url;
}

const bareHost = ({ hostname }: URL) => hostname.replace(/^\[|\]$/g, '');

/** The address to connect to: looked up once, checked, and then used, so that it cannot change in between. */
async function addressOf(url: URL, { resolve, isPublic }: Internet): Promise<LookupAddress> {
	const host = bareHost(url);
	const family = isIP(host);
	const found = family
		? [{ address: host, family }]
		: await resolve(host).catch(() => {
				throw new NotFetched('unreachable', host);
			});
	// One private address among them is a reason to refuse all: which is used is chance.
	if (found.length === 0) throw new NotFetched('unreachable', host);
	if (!found.every(({ address }) => isPublic(address))) throw new NotFetched('private', host);
	return found[0]!;
}

function send(url: URL, { address, family }: LookupAddress, headers: Record<string, string>, signal: AbortSignal) {
	const options: RequestOptions = {
		method: 'GET',
		headers: { 'user-agent': 'Schakel', accept: 'text/calendar, */*;q=0.1', 'accept-encoding': 'identity', ...headers },
		signal,
		// A connection of its own: one that was kept open belongs to an address of another moment.
		agent: false,
		lookup: (_host, asked, answer) => {
			if (typeof asked === 'object' && asked.all) answer(null, [{ address, family }]);
			else answer(null, address, family);
		}
	};
	return new Promise<IncomingMessage>((resolve, reject) => {
		const asking = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options, resolve);
		asking.on('error', reject);
		asking.end();
	});
}

async function bodyOf(answer: IncomingMessage): Promise<Buffer> {
	if (Number(answer.headers['content-length'] ?? 0) > mostFetchedBytes) throw new NotFetched('large');
	const parts: Buffer[] = [];
	let size = 0;
	for await (const part of answer as AsyncIterable<Buffer>) {
		size += part.length;
		if (size > mostFetchedBytes) throw new NotFetched('large');
		parts.push(part);
	}
	return Buffer.concat(parts);
}

type Asked = { url: URL; etag: string | undefined; signal: AbortSignal; through: Internet };

/** One request; answers what was fetched, or where to look instead. */
async function ask({ url, etag, signal, through }: Asked): Promise<Fetched | URL> {
	const address = await addressOf(url, through);
	const answer = await send(url, address, etag ? { 'if-none-match': etag } : {}, signal);
	try {
		const { statusCode: status = 0, headers } = answer;
		if (status >= 300 && status < 400 && headers.location) return readAddress(new URL(headers.location, url).href);
		const isUnchanged = status === 304;
		if (status !== 200 && !isUnchanged) throw new NotFetched('status', String(status));
		const bytes = isUnchanged ? Buffer.alloc(0) : await bodyOf(answer);
		return { bytes, contentType: headers['content-type'] ?? '', etag: headers.etag, isUnchanged };
	} finally {
		answer.destroy();
	}
}

/**
 * Fetches at most 5 MB within 10 seconds, redirects included. `etag` is what an earlier answer had.
 * Throws NotFetched. `through` is for tests.
 */
export async function fetchPublic(address: string, etag?: string, through: Internet = internet): Promise<Fetched> {
	let url = readAddress(address);
	const signal = AbortSignal.timeout(through.msForAll);
	try {
		for (let redirects = 0; redirects <= mostRedirects; redirects++) {
			const found = await untilAborted(ask({ url, etag, signal, through }), signal);
			if (!(found instanceof URL)) return found;
			url = found;
		}
	} catch (error) {
		if (error instanceof NotFetched) throw error;
		if (signal.aborted) throw new NotFetched('slow', bareHost(url));
		throw new NotFetched('unreachable', bareHost(url));
	}
	throw new NotFetched('redirects', bareHost(url));
}

/** Looking up a name cannot be broken off; waiting for it can. */
function untilAborted<T>(deed: Promise<T>, signal: AbortSignal): Promise<T> {
	return new Promise((resolve, reject) => {
		const abort = () => reject(new NotFetched('slow'));
		signal.addEventListener('abort', abort, { once: true });
		deed.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
	});
}
