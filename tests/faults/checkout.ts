// A copy of this checkout below a folder that nobody else may enter, and `npm start` in it as any user.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, lchownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from '#platform/server/cluster.ts';
import { checkout } from '#platform/server/settings.ts';

export type User = { uid: number; gid: number };

export const isRoot = process.getuid?.() === 0;

/** Somebody without rights. Only root can become somebody else. */
export const ordinaryUser = (): User | undefined => {
	if (!isRoot) return undefined;
	const number = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
	return { uid: number('-u'), gid: number('-g') };
};

const notCopied = /^(node_modules|\.git|\.schakel.*|\.svelte-kit|coverage|test-results)$/;

/** The files of node_modules themselves, under other names: a copy would be a gigabyte. */
function linkModules(to: string) {
	try {
		execFileSync('cp', ['-al', join(checkout, 'node_modules'), to], { stdio: 'ignore' });
	} catch {
		// Another disk, or a `cp` that makes no links.
		rmSync(to, { recursive: true, force: true });
		execFileSync('cp', ['-R', join(checkout, 'node_modules'), to]);
	}
}

/** Linked files keep their owner: it is the owner of the originals too. */
function giveTo({ uid, gid }: User, folder: string, { andFiles }: { andFiles: boolean }) {
	chownSync(folder, uid, gid);
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) giveTo({ uid, gid }, path, { andFiles: andFiles && entry.name !== 'node_modules' });
		else if (andFiles) lchownSync(path, uid, gid);
	}
}

export type Copy = { folder: string; dataFolder: string; user: User | undefined; remove: () => Promise<void> };

export function copyCheckout(user?: User): Copy {
	const closed = mkdtempSync(join(tmpdir(), 'schakel-start-'));
	chmodSync(closed, 0o700);
	const folder = join(closed, 'checkout');
	cpSync(checkout, folder, { recursive: true, filter: (from) => !notCopied.test(from.slice(checkout.length)) });
	linkModules(join(folder, 'node_modules'));
	if (user) giveTo(user, closed, { andFiles: true });
	const dataFolder = join(folder, '.schakel');
	const remove = async () => {
		const dataFolders = readdirSync(folder).filter((name) => name.startsWith('.schakel'));
		for (const name of dataFolders) await (await startCluster(join(folder, name))).discard();
		rmSync(closed, { recursive: true, force: true });
	};
	return { folder, dataFolder, user, remove };
}

export type Run = {
	process: ChildProcess;
	/** What it said so far. */
	out: () => string;
	err: () => string;
	/** Resolves with its exit code, or the name of the signal that ended it. */
	ended: Promise<number | string>;
	/** Resolves with the address once it runs; rejects when it ended before. */
	address: Promise<string>;
	/** Asks it to end, and resolves with its exit code. */
	stop: () => Promise<number | string>;
	/** Kills it and what it started, without a warning. */
	kill: () => Promise<void>;
};

function readAddress(child: ChildProcess, said: { out: string; err: string }): Promise<string> {
	const address = new Promise<string>((resolve, reject) => {
		child.stdout?.on('data', () => {
			const found = /Schakel runs at (\S+)/.exec(said.out)?.[1];
			if (found) resolve(found);
		});
		child.once('close', (code) => reject(new Error(`It ended with ${code}:\n${said.out}\n${said.err}`)));
	});
	address.catch(() => undefined);
	return address;
}

const runs: Run[] = [];

/** For after each test: what a failed one left running would be in the way of the next. */
export async function killLeftRunning() {
	for (const run of runs.splice(0)) await run.kill();
}

/** `npm start -- --empty` without npm in between, in a process group of its own. */
export function startSchakel({ folder, user }: Copy, settings: NodeJS.ProcessEnv = {}): Run {
	const node = join(folder, 'node_modules', 'node', 'bin', 'node');
	const child = spawn(node, ['scripts/start.mjs', '--empty'], {
		cwd: folder,
		env: { PATH: process.env.PATH, HOME: folder, PORT: '0', SCHAKEL_HOST: '127.0.0.1', ...settings },
		stdio: ['ignore', 'pipe', 'pipe'],
		detached: true,
		...user
	});
	const said = { out: '', err: '' };
	child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
	child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text));
	const ended = once(child, 'close').then(([code, signal]: unknown[]) => (code ?? signal) as number | string);
	const stop = () => {
		child.kill('SIGTERM');
		return ended;
	};
	const kill = async () => {
		if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
		const gone = once(child, 'exit');
		process.kill(-child.pid, 'SIGKILL');
		await gone;
	};
	const out = () => said.out;
	const err = () => said.err;
	const run: Run = { process: child, out, err, ended, address: readAddress(child, said), stop, kill };
	runs.push(run);
	return run;
}
