// Sees to it that the dependencies are installed, and runs a script under the Node 24 among them.
// Plain JavaScript without imports from node_modules: it runs on the machine's own Node (18 or later), on a bare checkout.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const windows = process.platform === 'win32';
const modules = join(root, 'node_modules');
const lockFile = join(root, 'package-lock.json');
const stampFile = join(modules, '.schakel-installed');
const nodeFolder = join(modules, 'node');
const node24 = join(nodeFolder, 'bin', windows ? 'node.exe' : 'node');

/** Ends the process with one sentence for the person at the terminal. */
function fail(sentence, code = 1) {
	console.error(sentence);
	process.exit(code);
}

const json = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** What the installed folder should answer to: this lock file, on this kind of machine. */
const wantedStamp = () =>
	createHash('sha256').update(readFileSync(lockFile)).update(`${process.platform}-${process.arch}`).digest('hex');

/** npm keeps its own account of what it installed; it is written last, so a killed installation never matches. */
function npmInstalledTheSame() {
	const account = join(modules, '.package-lock.json');
	if (!existsSync(account)) return false;
	const present = json(account).packages;
	return Object.entries(json(lockFile).packages).every(([path, wanted]) => {
		if (path === '') return true;
		const found = present[path];
		if (!found) return Boolean(wanted.optional || wanted.devOptional || wanted.peer);
		return found.version === wanted.version && found.integrity === wanted.integrity;
	});
}

const isInstalled = () =>
	existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wantedStamp() && existsSync(node24);

/** Runs a program; answers its exit code and what it said on standard error. */
function run(command, args, options) {
	return new Promise((resolve) => {
		const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], ...options });
		let said = '';
		child.stderr.on('data', (chunk) => (said = (said + chunk).slice(-20_000)));
		const forward = (signal) => child.kill(signal);
		for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, forward);
		child.on('error', (error) => resolve({ code: 1, said: error.message }));
		child.on('close', (code, signal) => {
			for (const name of ['SIGINT', 'SIGTERM']) process.off(name, forward);
			if (signal) process.exit(130);
			resolve({ code, said });
		});
	});
}

function npm(args, options = {}) {
	const own = process.env.npm_execpath;
	if (own && /npm-cli\.c?js$/.test(own)) return run(process.execPath, [own, ...args], { cwd: root, ...options });
	return run(windows ? 'npm.cmd' : 'npm', args, { cwd: root, shell: windows, ...options });
}

/** The line in which npm says what went wrong; the first ones only name codes. */
function reasonOf(said) {
	const lines = said
		.split('\n')
		.map((line) => line.replace(/^npm (error|ERR!)\s*/, '').trim())
		.filter((line) => line && !/^(code|errno|syscall|path|type|A complete log|npm warn)\b/.test(line));
	return lines[0] ?? 'npm gave no reason';
}

function requireWritable() {
	try {
		accessSync(existsSync(modules) ? modules : root, constants.W_OK);
	} catch {
		fail(
			`The dependencies must be installed in ${root}, but this user may not write there: ` +
				'change its owner, or start as the user who owns it.'
		);
	}
}

/**
 * Development dependencies too, whatever NODE_ENV says: the build needs them. `npm ci` refuses a lock file that names
 * no packages for other systems, as npm writes it where the registry lacks those; `npm install` takes it.
 */
async function install() {
	requireWritable();
	console.error('Installing the dependencies (first start, or they changed) …');
	const options = ['--include=dev', '--no-fund', '--no-audit', '--prefer-offline', '--loglevel=error'];
	let { code, said } = await npm(['ci', ...options]);
	if (code !== 0 && said.includes('EUSAGE')) ({ code, said } = await npm(['install', '--no-save', ...options]));
	if (code !== 0) {
		fail(
			`The dependencies could not be installed (npm: ${reasonOf(said)}): ` +
				'see that the registry can be reached and start again.'
		);
	}
}

/** The npm package `node` fetches its program in an install script, which a careful npm skips. */
async function installNode24() {
	console.error('Fetching Node 24 …');
	const script = join(nodeFolder, 'installArchSpecificPackage.js');
	const { code, said } = await run(process.execPath, [script], { cwd: nodeFolder });
	if (code !== 0 || !existsSync(node24)) {
		fail(
			`Node 24 could not be installed for ${process.platform}-${process.arch} (${reasonOf(said)}): ` +
				'install Node 24 yourself and start again with it.'
		);
	}
}

const ownNodeIs24 = () => Number(process.versions.node.split('.')[0]) >= 24;

/** Installs what package-lock.json asks for, unless that was done before. */
export async function ensureInstalled() {
	if (Number(process.versions.node.split('.')[0]) < 18)
		fail(`Node ${process.versions.node} is too old: install Node 18 or later.`);
	if (isInstalled()) return;
	if (!npmInstalledTheSame()) await install();
	if (!existsSync(node24) && !ownNodeIs24()) await installNode24();
	try {
		writeFileSync(stampFile, wantedStamp());
	} catch {
		// Installed by another user: without the stamp the next start compares again, which costs milliseconds.
	}
}

/** Node keeps compiled code here, which makes the second start faster. */
const environment = () => ({ NODE_COMPILE_CACHE: join(modules, '.cache', 'node'), ...process.env });

/** Runs `file` (from the top of the checkout) under Node 24 in our place: arguments, signals and exit code pass through. */
export function runUnderNode24(file, args) {
	const node = existsSync(node24) ? node24 : process.execPath;
	// The channel tells the script when this process is killed: otherwise it would live on and keep the port.
	const child = spawn(node, [join(root, file), ...args], {
		stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
		env: environment()
	});
	const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
	for (const signal of signals) process.on(signal, () => child.kill(signal));
	child.on('error', (error) =>
		fail(`Node 24 does not run on this machine (${error.message}): install Node 24 yourself and start again with it.`)
	);
	child.on('exit', (code, signal) => {
		for (const name of signals) process.removeAllListeners(name);
		if (signal) process.kill(process.pid, signal);
		else process.exit(code ?? 1);
	});
}
