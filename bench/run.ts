// `npm run bench`: prints one JSON object a line, with ratios against a limit measured in the same run.
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { startCluster } from '#platform/server/cluster.ts';
import { benchReadings } from './readings.ts';
import { say } from './measure.ts';

const folder = await mkdtemp(join(tmpdir(), 'schakel-bench-'));
say({
	bench: 'machine',
	cores: availableParallelism(),
	memory_gib: Math.round(totalmem() / 2 ** 30),
	node: process.version
});
const cluster = await startCluster(folder);
try {
	await benchReadings(cluster.url);
} finally {
	await cluster.stop();
	await rm(folder, { recursive: true, force: true });
}
