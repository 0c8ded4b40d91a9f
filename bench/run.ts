// `npm run bench [-- --quick]`: prints one JSON object a line, with ratios against a limit measured in the same run.
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startCluster } from '#platform/server/cluster.ts';
import { connect } from '#platform/server/database.ts';
import { fill } from './fill.ts';
import { repeat, rounded, say } from './measure.ts';
import { benchReadings } from './readings.ts';

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });

const machine = () => ({
	cores: availableParallelism(),
	memory_gib: Math.round(totalmem() / 2 ** 30),
	node: process.version,
	load: rounded(loadavg()[0]!)
});

say({ bench: 'machine', on: new Date().toISOString(), ...machine() });
const folder = await mkdtemp(join(tmpdir(), 'schakel-bench-'));
const cluster = await startCluster(folder);
try {
	const { db, close } = connect(cluster.url, 2);
	let filled = { facts: 0, kinds: 0 };
	const [ms] = await repeat(1, async () => (filled = await fill(db)));
	await close();
	say({ bench: 'readings.fill', ...filled, seconds: rounded(ms! / 1000) });
	await benchReadings(cluster.url, values);
} finally {
	await cluster.discard();
	await rm(folder, { recursive: true, force: true });
}
say({ bench: 'machine', load: rounded(loadavg()[0]!) });
