// `npm start` on machines as they are: closed folders, root and ordinary users, killed starts, and each obstacle in one sentence.
import { chownSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { withClient } from '#platform/server/reach.ts';
import { buildIfNeeded } from '../../scripts/build.ts';
import { copyCheckout, isRoot, killLeftRunning, ordinaryUser, startSchakel, type Copy, type Run } from './checkout.ts';

let copies: Record<'ordinary user' | 'root', Copy>;

// Copies bring the build along, so that each start takes as long as a second one.
beforeAll(async () => {
	await buildIfNeeded(() => undefined);
	copies = { 'ordinary user': copyCheckout(ordinaryUser()), root: copyCheckout() };
});

afterAll(async () => {
	await killLeftRunning();
	for (const copy of Object.values(copies ?? {})) await copy.remove();
});

afterEach(killLeftRunning);

const statusOf = async (address: string, path: string) => (await fetch(new URL(path, address))).status;

async function ask<Row extends object>({ dataFolder }: Copy, query: string): Promise<Row[]> {
	const { url } = JSON.parse(readFileSync(join(dataFolder, 'connection.json'), 'utf8')) as { url: string };
	return withClient(url, async (client) => (await client.query<Row>(query)).rows);
}

/** Refused in one sentence, with exit code 1 and without a trace of where in the code. */
async function refusal(run: Run): Promise<string> {
	expect(await run.ended).toBe(1);
	const lines = run.err().trim().split('\n');
	expect(lines, run.err()).toHaveLength(1);
	return lines[0]!;
}

describe.each(['ordinary user', 'root'] as const)('as %s, in a checkout below a folder of mode 0700', (who) => {
	const isPossible = who === 'ordinary user' || isRoot;

	test.runIf(isPossible)('it starts after starts that were killed at any moment, and loses nothing', async () => {
		const copy = copies[who];
		for (const ms of [300, 700, 1300]) {
			const killed = startSchakel(copy);
			await Promise.race([sleep(ms), killed.address]);
			await killed.kill();
		}
		const next = startSchakel(copy);
		expect(await statusOf(await next.address, '/healthz')).toBe(200);
		expect(readdirSync(copy.dataFolder).includes('postgres')).toBe(who === 'ordinary user');
		await ask(copy, 'create table kept as select 42 as answer');
		await next.kill();

		const last = startSchakel(copy);
		expect(await statusOf(await last.address, '/healthz')).toBe(200);
		expect(last.out()).not.toContain('The database stands in');
		expect(await ask(copy, 'select answer from kept')).toEqual([{ answer: 42 }]);
		expect(await last.stop()).toBe(0);
		expect(last.err()).toBe('');
		const left = readdirSync(copy.dataFolder).filter((name) => name === 'connection.json' || name.includes('.new-'));
		expect(left).toEqual([]);
	});
});

describe('an obstacle is told in one sentence', () => {
	test('the port is taken', async () => {
		const other = createServer();
		const port = await new Promise<number>((resolve) => {
			other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port));
		});
		const run = startSchakel(copies['ordinary user'], { PORT: String(port) });
		expect(await refusal(run)).toBe(
			`Port ${port} is taken by another program: end it, or choose another port with PORT.`
		);
		other.close();
	});

	test('the data folder cannot be written', async () => {
		const copy = copies['ordinary user'];
		const folder = join(copy.folder, 'closed');
		mkdirSync(folder, { mode: 0o500 });
		if (copy.user) chownSync(folder, copy.user.uid, copy.user.gid);
		const run = startSchakel(copy, { SCHAKEL_DATA: join(folder, 'inside') });
		expect(await refusal(run)).toMatch(
			/^The data folder \S+inside cannot be written by user \S+ \(no permission\): make it writable, or name another folder in SCHAKEL_DATA\.$/
		);
	});

	test('the data folder is a file', async () => {
		const run = startSchakel(copies['ordinary user'], { SCHAKEL_DATA: 'package.json' });
		expect(await refusal(run)).toMatch(
			/^The data folder \S+package\.json cannot be written by user \S+ \(it is a file\): /
		);
	});

	test('the database cannot be reached, and its password is not shown', async () => {
		const run = startSchakel(copies['ordinary user'], {
			DATABASE_URL: 'postgresql://schakel:geheim@127.0.0.1:1/schakel'
		});
		expect(await refusal(run)).toBe(
			'The database at 127.0.0.1:1/schakel cannot be reached (nothing listens there): start it or correct DATABASE_URL.'
		);
	});

	test('a setting is wrong', async () => {
		const run = startSchakel(copies['ordinary user'], { SCHAKEL_TODAY: 'tomorrow' });
		expect(await refusal(run)).toBe('SCHAKEL_TODAY ("tomorrow") is not right: give a day such as 2022-08-31.');
	});

	test('after all that, it starts', async () => {
		const run = startSchakel(copies['ordinary user']);
		expect(await statusOf(await run.address, '/healthz')).toBe(200);
		expect(await run.stop()).toBe(0);
	});
});

test('when the program that started it is killed, it ends by itself and gives the port and the database free', async () => {
	const copy = copies['ordinary user'];
	const run = startSchakel(copy);
	const address = await run.address;
	run.process.kill('SIGKILL');
	await expect.poll(() => statusOf(address, '/healthz').catch(() => 'gone'), { timeout: 20_000 }).toBe('gone');
	await expect.poll(() => readdirSync(copy.dataFolder), { timeout: 20_000 }).not.toContain('connection.json');
});
