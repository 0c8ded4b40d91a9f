// The HTTP server around the built site: listens at once, answers 503 until the site is ready, closes without cutting off answers.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import compression from 'compression';
import { codeOf, messageOf, Problem } from './problem.ts';
import { securityHeaders } from './security-headers.ts';
import type { Settings } from './settings.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

export type Site = {
	/** Where to open it from this machine, or the address people use when that is set. */
	address: string;
	/** From now on requests go to the site. */
	open: (handler: Handler) => void;
	/** Takes no new requests and waits for the answers under way. */
	close: () => Promise<void>;
};

const msForLastAnswers = 10_000;

const whyNot: Record<string, (port: number) => string> = {
	EADDRINUSE: (port) => `Port ${port} is taken by another program: end it, or choose another port with PORT.`,
	EACCES: (port) => `Port ${port} needs rights that this user does not have: choose a port above 1023 with PORT.`,
	EADDRNOTAVAIL: () => 'This machine does not have the address in SCHAKEL_HOST: correct it or leave it out.',
	ENOTFOUND: () => 'The address in SCHAKEL_HOST does not exist: correct it or leave it out.'
};

function listen(server: Server, { port, host }: Settings): Promise<number> {
	return new Promise((resolve, reject) => {
		server.once('error', (error) => {
			const sentence = whyNot[codeOf(error) ?? '']?.(port);
			reject(new Problem(sentence ?? `The site cannot listen on port ${port} (${messageOf(error)}).`));
		});
		server.listen({ port, host }, () => {
			const bound = server.address();
			resolve(typeof bound === 'object' && bound ? bound.port : port);
		});
	});
}

/** 503 with a moment to wait: load balancers and waiting scripts understand it. */
function answerNotReady(response: ServerResponse): void {
	response.writeHead(503, { 'retry-after': '2', 'content-type': 'text/plain; charset=utf-8' });
	response.end('Schakel start. / Schakel is starting.\n');
}

/**
 * SvelteKit needs to know by which address people came; it compares it with where a form was sent from. With
 * SCHAKEL_ORIGIN it is that address, whatever the request says; otherwise the Host header, over plain http unless a
 * proxy said otherwise.
 */
function tellOrigin({ headers }: IncomingMessage, origin: string | undefined): void {
	if (origin) {
		const { protocol, host } = new URL(origin);
		headers['x-forwarded-proto'] = protocol.slice(0, -1);
		headers.host = host;
		return;
	}
	const forwarded = String(headers['x-forwarded-proto'] ?? '')
		.split(',')[0]
		?.trim();
	headers['x-forwarded-proto'] = forwarded === 'https' ? 'https' : 'http';
}

/** A connection that is kept open between requests may become idle only after we began to close. */
function close(server: Server): Promise<void> {
	return new Promise((resolve) => {
		const closeIdle = setInterval(() => server.closeIdleConnections(), 50);
		const cutOff = setTimeout(() => server.closeAllConnections(), msForLastAnswers);
		server.close(() => {
			clearInterval(closeIdle);
			clearTimeout(cutOff);
			resolve();
		});
		server.closeIdleConnections();
	});
}

/** Listens on the port of the settings. Throws a Problem when that cannot be. */
export async function listenForSite(settings: Settings): Promise<Site> {
	let handler: Handler | undefined;
	let closing = false;
	// For files too, which SvelteKit's hooks never see.
	const compress = compression();
	const headers = securityHeaders({ secure: settings.origin?.startsWith('https:') ?? false });
	const server = createServer((request, response) => {
		for (const [name, value] of headers) response.setHeader(name, value);
		if (closing) response.setHeader('connection', 'close');
		if (!handler) return answerNotReady(response);
		const serve = handler;
		tellOrigin(request, settings.origin);
		// Pages are written for each reader, so they are compressed on the way out; files were at the build.
		compress(request as never, response as never, () =>
			serve(request, response, () => {
				response.statusCode = 404;
				response.end();
			})
		);
	});
	const port = await listen(server, settings);
	return {
		address: settings.origin ?? `http://localhost:${port}`,
		open: (ready) => (handler = ready),
		close: () => {
			closing = true;
			return close(server);
		}
	};
}
