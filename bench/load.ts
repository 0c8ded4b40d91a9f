// A small load generator: so many connections that each ask again as soon as they were answered.
import { Agent, get, type IncomingHttpHeaders } from 'node:http';
import { rounded, timesOf } from './measure.ts';

type Headers = Record<string, string>;
export type Answered = { status: number; headers: IncomingHttpHeaders; body: Buffer };

/** One request over plain HTTP; the answer as it came over the line. */
export function ask(url: string, headers: Headers = {}, agent?: Agent): Promise<Answered> {
	return new Promise((resolve, reject) => {
		get(url, { headers, ...(agent ? { agent } : {}) }, (response) => {
			const parts: Buffer[] = [];
			response.on('data', (part: Buffer) => parts.push(part));
			response.on('error', reject);
			response.on('end', () =>
				resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) })
			);
		}).on('error', reject);
	});
}

export type Load = { per_second: number; median_ms: number; p95_ms: number };

/** Asks for `seconds` over `connections` connections. Any other answer than 200 ends the bench. */
export async function loadOf(
	url: string,
	options: { connections: number; seconds: number; headers?: Headers }
): Promise<Load> {
	const { connections, seconds, headers = {} } = options;
	const agent = new Agent({ keepAlive: true, maxSockets: connections });
	const times: number[] = [];
	const began = performance.now();
	const until = began + seconds * 1000;
	const one = async () => {
		while (performance.now() < until) {
			const start = performance.now();
			const { status } = await ask(url, headers, agent);
			if (status !== 200) throw new Error(`${url} answered with status ${status}.`);
			times.push(performance.now() - start);
		}
	};
	await Promise.all(Array.from({ length: connections }, one));
	const took = (performance.now() - began) / 1000;
	agent.destroy();
	return { per_second: rounded(times.length / took), ...timesOf(times) };
}
