// `npm run bench [-- --quick] [--only readings|search|pages]`: prints one JSON object a line, with ratios against a limit measured in the same run.
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startCluster } from '#platform/server/cluster.ts';
import { buildIfNeeded } from '../scripts/build.ts';
import { connect } from '#platform/server/database.ts';
import { fill } from './fill.ts';
import { repeat, rounded, say } from './measure.ts';
import { benchReadings } from './readings.ts';
import { benchSearch } from './search.ts';
import { benchStarts, databaseOf } from './starts.ts';
import { benchWeights, benchYearPage } from './year-page.ts';

const { values } = parseArgs({
	options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } }
});

const machine = () => ({
	cores: availableParallelism(),
	memory_gib: Math.round(totalmem() / 2 ** 30),
	node: process.version,
	load: rounded(loadavg()[0]!)
});

say({ bench: 'machine', on: new Date().toISOString(), ...machine() });
const folder = await mkdtemp(join(tmpdir(), 'schakel-bench-'));

async function readings(): Promise<void> {
	const cluster = await startCluster(join(folder, 'facts'));
	try {
		const { db, close } = connect(cluster.url, 2);
		let filled = { facts: 0, kinds: 0 };
		const [ms] = await repeat(1, async () => (filled = await fill(db)));
		await close();
		say({ bench: 'readings.fill', ...filled, seconds: rounded(ms! / 1000) });
		if (values.only !== 'search') await benchReadings(cluster.url, values);
		await benchSearch(cluster.url, values);
	} finally {
		await cluster.discard();
	}
}

/** The cookie of somebody of the bureau. */
async function signedIn(address: string): Promise<string> {
	const answer = await fetch(`${address}/sign-in/persona`, {
		method: 'POST',
		body: new URLSearchParams({ persona: 'director' }),
		headers: { origin: address },
		redirect: 'manual'
	});
	return answer.headers
		.getSetCookie()
		.map((cookie) => cookie.split(';')[0])
		.join('; ');
}

async function pages(): Promise<void> {
	const site = await benchStarts(folder, values);
	try {
		const address = site.found;
		await benchYearPage({ address, databaseUrl: await databaseOf(folder), folder }, values);
		const paths = ['/', '/year', '/plan', '/promises/P22-PI-MON-O1', '/organisations'];
		await benchWeights(address, '', paths);
		const cookie = await signedIn(address);
		await benchWeights(address, cookie, ['/week', '/year', '/agenda', '/people', '/account']);
	} finally {
		await site.stop();
	}
}

try {
	await buildIfNeeded(() => undefined);
	if (values.only !== 'pages') await readings();
	if (values.only === undefined || values.only === 'pages') await pages();
} finally {
	await rm(folder, { recursive: true, force: true });
}
say({ bench: 'machine', load: rounded(loadavg()[0]!) });
