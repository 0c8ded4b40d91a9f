// First and second start of `npm start`, with and without the example; and the site that the page benches ask.
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createServer } from 'node:net';
import { rounded, say, timesOf } from './measure.ts';
import { startedUp, type Started } from './started.ts';

const freePort = () =>
	new Promise<number>((resolve) => {
		const server = createServer().listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});

/** As `npm start` does, npm itself left out. */
export async function startSite(data: string, args: readonly string[] = []): Promise<Started> {
	const env = {
		PORT: String(await freePort()),
		SCHAKEL_DATA: data,
		SCHAKEL_HOST: '127.0.0.1',
		SMTP_URL: '',
		DATABASE_URL: ''
	};
	return startedUp('scripts/start.mjs', args, env, /Schakel runs at (\S+)\n/);
}

const seconds = (ms: number) => rounded(ms / 1000);

/** Answers the site that runs at the end, with the example in it. */
export async function benchStarts(folder: string, { quick }: { quick: boolean }): Promise<Started> {
	const [withExample, empty] = [join(folder, 'example'), join(folder, 'empty')];
	await Promise.all([mkdir(withExample), mkdir(empty)]);
	const firstEmpty = await startSite(empty, ['--empty']);
	await firstEmpty.stop();
	say({ bench: 'start.first-empty', seconds: seconds(firstEmpty.ms) });
	const first = await startSite(withExample);
	await first.stop();
	say({
		bench: 'start.first-with-example',
		seconds: seconds(first.ms),
		example_seconds: seconds(first.ms - firstEmpty.ms),
		aim: { example_seconds: 60 }
	});
	const times: number[] = [];
	for (let turn = 0; turn < (quick ? 2 : 5); turn += 1) {
		const again = await startSite(withExample);
		times.push(again.ms);
		await again.stop();
	}
	const { median_ms, p95_ms } = timesOf(times);
	say({ bench: 'start.second', seconds: seconds(median_ms), slowest_seconds: seconds(p95_ms), aim: { seconds: 3 } });
	return startSite(withExample);
}

/** Where the database of a running site is. */
export const databaseOf = async (folder: string): Promise<string> =>
	(JSON.parse(await readFile(join(folder, 'example', 'connection.json'), 'utf8')) as { url: string }).url;
