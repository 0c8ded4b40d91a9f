// Builds the site when its sources changed since the last build; run by itself (`node scripts/build.ts`) it does so too.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { locked } from '#platform/server/lock.ts';
import { messageOf, Problem } from '#platform/server/problem.ts';
import { checkout } from '#platform/server/settings.ts';

const inCheckout = (path: string) => join(checkout, path);
const buildFolder = inCheckout('build');
const buildStamp = join(buildFolder, '.schakel-build');
const messagesFolder = inCheckout('src/paraglide');
const messagesStamp = join(messagesFolder, '.schakel-messages');
const cacheFolder = inCheckout('node_modules/.cache');

const aroundSources = ['vite.config.ts', 'package.json', 'package-lock.json', 'project.inlang/settings.json'];
const isSource = (path: string) => !path.startsWith(messagesFolder) && !/\.test\.ts$|(^|[/\\])\./.test(path);
const isMessages = (path: string) => /[/\\]messages[/\\][a-z-]+\.json$/.test(path);

function sources(): string[] {
	const found = readdirSync(inCheckout('src'), { recursive: true, withFileTypes: true });
	const files = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
	return files.filter(isSource).sort();
}

/** A hash over names and contents: times of change say nothing after a checkout or a copy. */
function hashOf(files: readonly string[]): string {
	const hash = createHash('sha256');
	for (const file of [...aroundSources.map(inCheckout), ...files]) {
		if (existsSync(file)) hash.update(`\0${file.slice(checkout.length)}\0`).update(readFileSync(file));
	}
	return hash.digest('hex');
}

const isStamped = (stamp: string, hash: string) => existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;

/** Runs a tool of node_modules under this Node; what it says is shown only when it fails. */
function runTool(what: string, script: string, args: readonly string[]): Promise<void> {
	return new Promise((resolve, reject) => {
		const env = { ...process.env, NODE_ENV: 'production' };
		const child = spawn(process.execPath, [inCheckout(join('node_modules', script)), ...args], { cwd: checkout, env });
		const endIt = () => child.kill();
		process.once('exit', endIt);
		let said = '';
		const keep = (chunk: Buffer) => (said = (said + chunk.toString()).slice(-20_000));
		child.stdout.on('data', keep);
		child.stderr.on('data', keep);
		child.on('error', reject);
		child.on('close', (code) => {
			process.off('exit', endIt);
			if (code === 0) resolve();
			else reject(new Problem(`${what} failed (exit code ${code}):\n${said.trimEnd()}`));
		});
	});
}

async function compileMessages(hash: string): Promise<void> {
	const args = [
		'compile',
		'--project',
		'./project.inlang',
		'--outdir',
		'./src/paraglide',
		'--silent',
		'--strategy',
		'url',
		'baseLocale'
	];
	await runTool('Compiling the messages', '@inlang/paraglide-js/bin/run.js', args);
	writeFileSync(messagesStamp, hash);
}

function lockBuild<Result>(work: () => Promise<Result>): Promise<Result> {
	try {
		mkdirSync(cacheFolder, { recursive: true });
	} catch (error) {
		throw new Problem(
			`The site must be built in ${checkout}, and that folder cannot be written (${messageOf(error)}).`
		);
	}
	return locked(join(cacheFolder, 'schakel-build.lock'), work);
}

/** The messages that server code imports; the build does this too. */
export async function compileMessagesIfNeeded(): Promise<void> {
	const hash = hashOf(sources().filter(isMessages));
	if (isStamped(messagesStamp, hash)) return;
	await lockBuild(async () => {
		if (!isStamped(messagesStamp, hash)) await compileMessages(hash);
	});
}

/** Builds unless the build is of these sources. The stamp comes last: a killed build is made anew. */
export async function buildIfNeeded(tell: (line: string) => void): Promise<void> {
	await compileMessagesIfNeeded();
	const hash = hashOf(sources());
	if (isStamped(buildStamp, hash)) return;
	await lockBuild(async () => {
		if (isStamped(buildStamp, hash)) return;
		tell('Building the site (first start, or its sources changed) …');
		await runTool('Preparing the build', '@sveltejs/kit/svelte-kit.js', ['sync']);
		await runTool('The build', 'vite/bin/vite.js', ['build', '--logLevel', 'warn']);
		writeFileSync(buildStamp, hash);
	});
}

if (import.meta.main) await buildIfNeeded(console.log);
