// A process that is gone, that became another, or that only waits to be noticed, is not alive.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { isAlive, markOf } from './process-mark.ts';

const tellsMoments = existsSync('/proc/self/stat');

test('this process is alive, one that ended is not', () => {
	expect(isAlive(markOf(process.pid))).toBe(true);
	const { pid } = spawnSync(process.execPath, ['--version']);
	expect(isAlive({ pid })).toBe(false);
});

test.runIf(tellsMoments)('a number that went to another process does not count', () => {
	expect(isAlive({ ...markOf(process.pid), began: '1' })).toBe(false);
});

test.runIf(tellsMoments)('a process that ended and that its parent has not asked about does not count', async () => {
	// The inner sleep ends at once; the outer one took the shell's place and never asks about it.
	const parent = spawn('/bin/sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
	try {
		const [said] = (await once(parent.stdout, 'data')) as [Buffer];
		const pid = Number(said.toString());
		for (let tries = 0; tries < 100 && isAlive({ pid }); tries++) await sleep(50);
		expect(existsSync(`/proc/${pid}`)).toBe(true);
		expect(isAlive({ pid })).toBe(false);
	} finally {
		parent.kill();
	}
});
