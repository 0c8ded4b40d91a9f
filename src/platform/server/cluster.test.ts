// The embedded PostgreSQL: shared by several starts, and whole after a start or a server was killed at any moment.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
	chmodSync,
	cpSync,
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { startCluster, type Cluster, type ConnectionFile } from './cluster.ts';
import { canConnect, withClient } from './reach.ts';

const isRoot = process.getuid?.() === 0;

/** A data folder of one's own. Without `closed`, the user that PostgreSQL runs as under root can reach it. */
function newDataFolder({ closed = false } = {}): string {
	const folder = mkdtempSync(join(tmpdir(), 'schakel-cluster-'));
	if (!closed) chmodSync(folder, 0o711);
	folders.push(folder);
	return folder;
}

const folders: string[] = [];
const started: Cluster[] = [];

async function start(folder: string): Promise<Cluster> {
	const cluster = await startCluster(folder, { durable: false });
	started.push(cluster);
	return cluster;
}

afterAll(async () => {
	for (const cluster of started) await cluster.discard();
	for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const connectionOf = (folder: string) =>
	JSON.parse(readFileSync(join(folder, 'connection.json'), 'utf8')) as ConnectionFile;

async function ask<Row extends object>({ url }: { url: string }, query: string): Promise<Row[]> {
	return withClient(url, async (client) => (await client.query<Row>(query)).rows);
}

/** Another process that starts a durable cluster in this folder, and tells its address when it runs. */
function startElsewhere(folder: string): ChildProcess {
	const cluster = fileURLToPath(new URL('cluster.ts', import.meta.url));
	const code = `const { startCluster } = await import(${JSON.stringify(cluster)});
		process.send((await startCluster(${JSON.stringify(folder)})).url); setInterval(() => {}, 1000);`;
	return spawn(process.execPath, ['--input-type=module', '-e', code], {
		stdio: ['ignore', 'inherit', 'inherit', 'ipc']
	});
}

async function kill(child: ChildProcess) {
	const gone = once(child, 'exit');
	child.kill('SIGKILL');
	await gone;
}

async function until(what: () => boolean | Promise<boolean>) {
	for (let tries = 0; !(await what()); tries += 1) {
		if (tries > 1000) throw new Error('It never came.');
		await sleep(10);
	}
}

/** For tests that leave a cluster as they found it: making one is what takes long. */
let quiet: string | undefined;
const quietFolder = () => (quiet ??= newDataFolder());

test('the database is ours alone: an ordinary role with a password, files nobody else can read, no network', async () => {
	const folder = quietFolder();
	const cluster = await start(folder);
	const [about] = await ask<Record<string, unknown>>(
		cluster,
		`select current_user as role, usesuper, usecreatedb, current_setting('listen_addresses') as listens,
			pg_encoding_to_char(encoding) as encoding from pg_user, pg_database where usename = current_user and datname = current_database()`
	);
	expect(about).toMatchObject({ role: 'schakel', usesuper: false, usecreatedb: true, encoding: 'UTF8' });
	expect(['', '127.0.0.1']).toContain(about?.listens);
	const wrong = new URL(cluster.url);
	wrong.password = 'wrong';
	expect(await canConnect(wrong.href)).toBe(false);
	for (const file of ['connection.json', 'postgres/password'])
		expect(statSync(join(folder, file)).mode & 0o077, file).toBe(0);
	await cluster.stop();
});

test('Dutch words sort as in a Dutch dictionary', async () => {
	const cluster = await start(quietFolder());
	const [found] = await ask<{ words: string[] }>(
		cluster,
		`select array_agg(word order by word collate "nl-x-icu") as words from unnest(array['Zwolle', 'één', 'eb', 'Aa', 'zee', 'eer']) word`
	);
	expect(found?.words).toEqual(['Aa', 'eb', 'één', 'eer', 'zee', 'Zwolle']);
	await cluster.stop();
});

test('several starts share one server, and the last to leave stops it', async () => {
	const folder = newDataFolder();
	const clusters = await Promise.all([start(folder), start(folder), start(folder)]);
	expect(new Set(clusters.map(({ url }) => url)).size).toBe(1);
	expect(clusters.filter(({ made }) => made)).toHaveLength(1);
	expect(clusters.filter(({ adopted }) => adopted)).toHaveLength(2);
	const [first, second, third] = clusters;
	await first.stop();
	await second.stop();
	expect(await canConnect(third.url)).toBe(true);
	await third.stop();
	expect(await canConnect(third.url)).toBe(false);
	expect(existsSync(join(folder, 'postgres', 'data', 'postmaster.pid'))).toBe(false);
	expect(existsSync(join(folder, 'connection.json'))).toBe(false);
});

test('a first start that is killed half-way leaves nothing half: the next one works', async () => {
	const folder = newDataFolder();
	const child = startElsewhere(folder);
	await until(() =>
		readdirSync(folder).some(
			(name) => name.startsWith('postgres.new-') && existsSync(join(folder, name, 'data', 'base'))
		)
	);
	await kill(child);
	expect(existsSync(join(folder, 'postgres'))).toBe(false);
	const cluster = await start(folder);
	expect(await canConnect(cluster.url)).toBe(true);
	await cluster.stop();
	// The killed one's `initdb` may still have been writing: what it left goes at the first start after that.
	await until(async () => {
		await (await start(folder)).stop();
		return !readdirSync(folder).some((name) => name.includes('.new-'));
	});
});

test('what was acknowledged survives a kill of the starter and of the server', async () => {
	const folder = newDataFolder();
	const child = startElsewhere(folder);
	const [url] = (await once(child, 'message')) as [string];
	await ask({ url }, 'create table kept (word text)');
	await ask({ url }, `insert into kept values ('acknowledged')`);
	await kill(child);
	const adopted = await start(folder);
	expect(adopted.adopted).toBe(true);
	const { pid, users } = connectionOf(folder);
	expect(users.map((user) => user.pid)).toEqual([process.pid]);
	process.kill(pid, 'SIGKILL');
	await until(async () => !(await canConnect(url)));
	const recovered = await start(folder);
	expect(recovered).toMatchObject({ adopted: false, made: false });
	expect(await ask(recovered, 'select word from kept')).toEqual([{ word: 'acknowledged' }]);
	await recovered.stop();
});

test('a server that was killed while one of its processes hangs on is waited for, not run beside', async () => {
	const folder = quietFolder();
	const cluster = await start(folder);
	const { pid } = connectionOf(folder);
	await withClient(cluster.url, async (client) => {
		const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
		const hanging = rows[0]!.pid;
		process.kill(hanging, 'SIGSTOP');
		process.kill(pid, 'SIGKILL');
		const restarted = start(folder);
		await sleep(1000);
		process.kill(hanging, 'SIGCONT');
		expect(await restarted).toMatchObject({ adopted: false, made: false });
	});
	await cluster.stop();
	await started.at(-1)?.stop();
});

test('a server file with the number of a living stranger, and a connection file from before, are not believed', async () => {
	const folder = quietFolder();
	const cluster = await start(folder);
	const serverFile = join(cluster.folder, 'data', 'postmaster.pid');
	const [old, oldServer] = [connectionOf(folder), readFileSync(serverFile, 'utf8')];
	await cluster.stop();
	writeFileSync(serverFile, oldServer.replace(/^\d+/, String(process.pid)));
	writeFileSync(join(cluster.folder, '.s.PGSQL.5432.lock'), `${process.pid}\n`);
	writeFileSync(join(folder, 'connection.json'), JSON.stringify({ ...old, pid: process.pid }));
	const again = await start(folder);
	expect(again.adopted).toBe(false);
	expect(connectionOf(folder)).toMatchObject({ users: [{ pid: process.pid }] });
	expect(await canConnect(again.url)).toBe(true);
	await again.stop();
});

test('files of another version of PostgreSQL are refused in one sentence, and left alone', async () => {
	const folder = quietFolder();
	const cluster = await start(folder);
	await cluster.stop();
	const version = join(cluster.folder, 'data', 'PG_VERSION');
	const right = readFileSync(version, 'utf8');
	writeFileSync(version, '17\n');
	await expect(start(folder)).rejects.toThrow(/was made by PostgreSQL 17 and this release brings 18: make a backup/);
	writeFileSync(version, right);
	await (await start(folder)).stop();
});

test('a path too long for a socket is no obstacle', async () => {
	const folder = join(newDataFolder(), 'a-folder-with-a-long-name'.repeat(4));
	const cluster = await start(folder);
	expect(new URL(cluster.url).hostname).toBe('127.0.0.1');
	expect(await canConnect(cluster.url)).toBe(true);
	await cluster.stop();
});

test.runIf(isRoot)(
	'as root, below a closed folder: the files stand elsewhere, move along, and are not shared with a copy',
	async () => {
		const closed = newDataFolder({ closed: true });
		const [folder, copy, moved] = ['one', 'copy', 'moved'].map((name) => join(closed, name)) as [
			string,
			string,
			string
		];
		const first = await start(folder);
		expect(first.folder.startsWith(closed)).toBe(false);
		expect(statSync(first.folder).uid).not.toBe(0);
		await ask(first, 'create table kept (word text)');
		await first.stop();
		cpSync(folder, copy, { recursive: true });
		const second = await start(copy);
		expect(second.folder).not.toBe(first.folder);
		cpSync(folder, moved, { recursive: true });
		rmSync(folder, { recursive: true });
		const third = await start(moved);
		expect(third.folder).toBe(first.folder);
		expect(await ask(third, 'select * from kept')).toEqual([]);
		await third.stop();
		rmSync(third.folder, { recursive: true });
		await expect(start(moved)).rejects.toThrow(/stood in .* and is gone: put it back/);
	}
);
