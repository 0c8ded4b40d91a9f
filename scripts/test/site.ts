// The production build, served as `npm start` serves it, on a free port with a database of its own: for journeys and the table of routes.
import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startCluster } from '#platform/server/cluster.ts';
import { buildIfNeeded } from '../build.ts';
import { root } from '../check/report.ts';

const secondsToStart = 180;

/** What the site needs of the checkout; who builds again meanwhile does not pull the files from under it. */
const parts = [
	'build',
	'examples',
	'migrations',
	'project.inlang',
	'scripts',
	'src',
	'static',
	'package.json',
	'package-lock.json',
	'vite.config.ts'
];

async function copyCheckout(folder: string) {
	await buildIfNeeded(() => undefined);
	for (const part of parts) await cp(join(root, part), join(folder, part), { recursive: true });
	await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
}

export type RunningSite = {
	address: string;
	databaseUrl: string;
	/** Lines that the site has logged at level `error`. */
	errors: () => string[];
	stop: () => Promise<void>;
};

async function makeDatabase(maintenanceUrl: string): Promise<string> {
	const client = new pg.Client({ connectionString: maintenanceUrl });
	await client.connect();
	await client.query('create database schakel_journeys');
	await client.end();
	const url = new URL(maintenanceUrl);
	url.pathname = '/schakel_journeys';
	return url.href;
}

/** Resolves with the address once the site says that it runs. */
function addressOf(child: ChildProcess, said: string[]): Promise<string> {
	return new Promise((resolve, reject) => {
		const giveUp = (why: string) => {
			clearTimeout(limit);
			reject(new Error(`The site ${why}:\n${said.slice(-40).join('\n')}`));
		};
		const limit = setTimeout(() => giveUp(`did not start within ${secondsToStart} seconds`), secondsToStart * 1000);
		child.on('exit', (code) => giveUp(`ended with exit code ${code}`));
		child.stdout?.on('data', () => {
			const address = /runs at (\S+)/.exec(said.join('\n'))?.[1];
			if (!address) return;
			clearTimeout(limit);
			resolve(address);
		});
	});
}

const isError = (line: string) => line.startsWith('{') && (JSON.parse(line) as { level?: string }).level === 'error';

const ended = (child: ChildProcess) =>
	new Promise<void>((resolve) => {
		if (child.exitCode !== null || child.signalCode !== null) resolve();
		else child.once('exit', () => resolve());
	});

/** Starts it on an empty database, which gets the example year; `empty` leaves it as it is, for the first run. */
export async function startSite({ empty = false } = {}): Promise<RunningSite> {
	const folder = await mkdtemp(join(tmpdir(), 'schakel-site-'));
	const checkout = join(folder, 'checkout');
	await copyCheckout(checkout);
	const cluster = await startCluster(join(folder, 'cluster'), { durable: false });
	const databaseUrl = await makeDatabase(cluster.url);
	const child = spawn(process.execPath, ['scripts/serve.ts', ...(empty ? ['--empty'] : [])], {
		cwd: checkout,
		env: {
			...process.env,
			PORT: '0',
			SCHAKEL_HOST: '127.0.0.1',
			DATABASE_URL: databaseUrl,
			SCHAKEL_DATA: join(folder, 'data')
		},
		stdio: ['ignore', 'pipe', 'pipe', 'ipc']
	});
	const said: string[] = [];
	for (const stream of [child.stdout, child.stderr]) {
		stream
			?.setEncoding('utf8')
			.on('data', (chunk: string) => said.push(...chunk.split('\n').filter((line) => line !== '')));
	}
	const stop = async () => {
		child.kill('SIGTERM');
		await ended(child);
		await cluster.discard();
		await rm(folder, { recursive: true, force: true });
	};
	try {
		return { address: await addressOf(child, said), databaseUrl, errors: () => said.filter(isError), stop };
	} catch (error) {
		await stop();
		throw error;
	}
}
