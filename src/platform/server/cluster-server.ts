// The embedded PostgreSQL itself: making its files, starting and stopping it, seeing whether it runs.
import { execFile, execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
	appendFileSync,
	chmodSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { createServer } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { give, type Seat } from './cluster-seat.ts';
import { readIfThere, writePrivately } from './data-folder.ts';
import { codeOf, Problem } from './problem.ts';

/** Owner of our database; not a superuser, so that what works here works on anyone's PostgreSQL. */
const role = 'schakel';
const database = 'schakel';
const maxConnections = 60;
/** A socket has no port, yet its file is named after one. */
const socketPort = 5432;
/** `sun_path` holds 104 bytes on macOS, 108 on Linux, with `.s.PGSQL.5432` and a zero in it. */
const longestSocketFolder = 104 - '/.s.PGSQL.5432'.length - 1;
const secondsToStart = 300;

const filesOf = (folder: string) => ({
	files: join(folder, 'data'),
	password: join(folder, 'password'),
	settings: join(folder, 'data', 'schakel.conf'),
	log: join(folder, 'start.log')
});

type Outcome = { ok: boolean; said: string };

/** Settings of another PostgreSQL in the environment must not lead these programs astray. */
const environment = () => ({
	...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name))),
	LC_ALL: 'C'
});

/** Runs one of PostgreSQL's programs as the seat's user, from a folder which that user can reach. */
function run(seat: Seat, program: keyof Seat['programs'], args: readonly string[], input?: string): Promise<Outcome> {
	return new Promise((resolve, reject) => {
		const identity = seat.user ? { uid: seat.user.uid, gid: seat.user.gid } : {};
		const options = {
			cwd: dirname(seat.programs[program]),
			env: environment(),
			encoding: 'utf8' as const,
			...identity
		};
		const child = execFile(seat.programs[program], args, options, (error, out, err) => {
			const said = `${out}\n${err}`;
			if (error && codeOf(error)) {
				reject(
					new Problem(
						`The embedded PostgreSQL does not run on this machine (${program}: ${codeOf(error)}): set DATABASE_URL to a PostgreSQL of your own (15 to 18).`
					)
				);
			} else resolve({ ok: !error, said });
		});
		child.stdin?.on('error', () => {});
		child.stdin?.end(input);
	});
}

/** The line in which PostgreSQL says what is wrong. */
const reasonIn = (said: string) => {
	const lines = said
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean);
	const telling =
		lines.findLast((line) => /(FATAL|ERROR|PANIC|error|could not)/.test(line)) ?? lines.at(-1) ?? 'it gave no reason';
	return telling.replace(/^.*?(FATAL|ERROR|PANIC|error):\s*/, '').replace(/\.$/, '');
};

/** What a killed first start left behind. Its programs may still be writing there, so a folder may stay till next time. */
export function removeUnfinished(folder: string): void {
	const unfinished = `${basename(folder)}.new-`;
	for (const name of readdirSync(dirname(folder))) {
		if (!name.startsWith(unfinished)) continue;
		try {
			rmSync(join(dirname(folder), name), { recursive: true, force: true, maxRetries: 3, retryDelay: 20 });
		} catch {
			// Next time.
		}
	}
}

async function initialise(seat: Seat, folder: string, durable: boolean): Promise<void> {
	const { files, password } = filesOf(folder);
	// The superuser's password is not kept: nobody needs it, and `postgres --single` always gets in.
	const superuser = join(folder, 'superuser');
	writePrivately(superuser, randomBytes(24).toString('base64url'));
	writePrivately(password, randomBytes(24).toString('base64url'));
	// Order and letters by Unicode, the same on every machine; Dutch order comes from ICU collations where asked for.
	const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
	const access = ['-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${superuser}`];
	const made = await run(seat, 'initdb', ['-D', files, ...access, ...locale, ...(durable ? [] : ['--no-sync'])]);
	if (!made.ok) throw new Problem(`The database could not be made in ${dirname(folder)}: ${reasonIn(made.said)}.`);
	rmSync(superuser);
	appendFileSync(join(files, 'postgresql.conf'), "\ninclude_if_exists = 'schakel.conf'\n");
	const statements =
		`create role ${role} login createdb password '${readFileSync(password, 'utf8')}'\n` +
		`create database ${database} owner ${role}\n`;
	const filled = await run(seat, 'postgres', ['--single', '-D', files, 'postgres'], statements);
	if (!filled.ok || /(ERROR|FATAL|PANIC):/.test(filled.said)) {
		throw new Problem(`The database could not be made in ${dirname(folder)}: ${reasonIn(filled.said)}.`);
	}
}

/** Makes the cluster under another name and renames it when it is whole, so that a killed start leaves nothing half. */
export async function makeCluster(seat: Seat, durable: boolean): Promise<void> {
	const unfinished = `${seat.folder}.new-${randomBytes(4).toString('hex')}`;
	mkdirSync(unfinished, { mode: 0o700 });
	give(unfinished, seat.user);
	try {
		await initialise(seat, unfinished, durable);
		renameSync(unfinished, seat.folder);
	} catch (error) {
		rmSync(unfinished, { recursive: true, force: true });
		throw error;
	}
}

/** Refuses files that another major version made. */
export async function checkVersion(seat: Seat): Promise<void> {
	const ofFiles = readIfThere(join(filesOf(seat.folder).files, 'PG_VERSION'))?.trim();
	if (ofFiles === undefined)
		throw new Problem(
			`The folder ${seat.folder} holds no whole database: put a backup back in a new data folder (SCHAKEL_DATA).`
		);
	const { said } = await run(seat, 'postgres', ['--version']);
	const ofPrograms = /(\d+)/.exec(said.replace(/^.*\)/, ''))?.[1];
	if (ofFiles === ofPrograms) return;
	throw new Problem(
		`The database in ${seat.folder} was made by PostgreSQL ${ofFiles} and this release brings ${ofPrograms}: ` +
			'make a backup with the release that you came from, and restore it with this one in a new data folder (SCHAKEL_DATA).'
	);
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.on('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});
}

const quoted = (text: string) => `'${text.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`;

/** A socket in a folder only we can enter; loopback where there are no sockets or the path is too long for one. */
async function listening(folder: string): Promise<Record<string, string>> {
	if (process.platform !== 'win32' && Buffer.byteLength(folder) <= longestSocketFolder) {
		return { listen_addresses: "''", unix_socket_directories: quoted(folder), port: String(socketPort) };
	}
	return { listen_addresses: "'127.0.0.1'", unix_socket_directories: "''", port: String(await freePort()) };
}

/** `durable: false` is for tests only: a crash of the machine may then lose or break the database. */
async function writeSettings(seat: Seat, durable: boolean): Promise<void> {
	const { settings } = filesOf(seat.folder);
	const all = {
		...(await listening(seat.folder)),
		unix_socket_permissions: '0700',
		max_connections: String(maxConnections),
		timezone: "'UTC'",
		log_timezone: "'UTC'",
		// Seven files, a day each. Terse: the details of an error may hold personal data.
		logging_collector: 'on',
		log_filename: "'postgresql-%a.log'",
		log_rotation_age: "'1d'",
		log_truncate_on_rotation: 'on',
		log_error_verbosity: 'terse',
		...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' })
	};
	const lines = Object.entries(all).map(([name, value]) => `${name} = ${value}`);
	writeFileSync(settings, `# Written at every start of Schakel.\n${lines.join('\n')}\n`, { mode: 0o600 });
	give(settings, seat.user);
}

export type Running = { pid: number; url: string };

/** Is this process a PostgreSQL? After a crash its number may have gone to another process, our own included. */
function isPostgres(pid: number): boolean {
	try {
		process.kill(pid, 0);
	} catch (error) {
		if (codeOf(error) !== 'EPERM') return false;
	}
	if (process.platform === 'win32') return true;
	const linux = readIfThere(`/proc/${pid}/cmdline`);
	if (linux !== undefined) return linux.includes('postgres');
	try {
		return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).includes('postgres');
	} catch {
		return false;
	}
}

/** The running server as its own file tells: process, port, folder of its socket. */
export function runningServer(seat: Seat): Running | undefined {
	const { files, password } = filesOf(seat.folder);
	const text = readIfThere(join(files, 'postmaster.pid'));
	if (text === undefined) return undefined;
	const [pid, , , port, socketFolder] = text.split('\n').map((line) => line.trim());
	if (!isPostgres(Number(pid))) return undefined;
	const url = new URL(`postgresql://${role}@localhost/${database}`);
	url.password = readFileSync(password, 'utf8');
	if (socketFolder) url.searchParams.set('host', seat.folder);
	else url.hostname = '127.0.0.1';
	url.port = port || String(socketPort);
	return { pid: Number(pid), url: url.href };
}

/** What a helper of a server that was killed says when it ends: of no meaning for the server that starts. */
const ofTheOneBefore = 'unexpected postmaster exit';

/** Why the server gave up since `began`, as it wrote to its own log: where it was started from hears only the beginning. */
function lastWords(files: string, began: number): string {
	const folder = join(files, 'log');
	const logs = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
	const latest = logs.sort((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs).at(-1);
	const lines = latest ? readFileSync(latest, 'utf8').split('\n').slice(-50) : [];
	const isSince = (line: string) => Date.parse(`${line.slice(0, '2022-08-31 12:00:00.000'.length)}Z`) >= began;
	return lines.findLast((line) => line.includes('FATAL:') && !line.includes(ofTheOneBefore) && isSince(line)) ?? '';
}

/** Files that tell of a server that no longer runs; their process number may be another program's by now. */
function removeTraces({ folder }: Seat): void {
	const traces = [join('data', 'postmaster.pid'), `.s.PGSQL.${socketPort}`, `.s.PGSQL.${socketPort}.lock`];
	for (const trace of traces) rmSync(join(folder, trace), { force: true });
}

/** The helpers of a server that was killed end by themselves, a moment later. */
const stillLeaving = /shared memory block .* still in use/;
const msForLeaving = 20_000;

/** Starts the server and waits until it answers; recovery after a kill is part of that. */
export async function startServer(seat: Seat, durable: boolean): Promise<Running> {
	const { files, log } = filesOf(seat.folder);
	const until = Date.now() + msForLeaving;
	for (;;) {
		const began = Date.now();
		removeTraces(seat);
		rmSync(log, { force: true });
		await writeSettings(seat, durable);
		const args = ['start', '-w', '-t', String(secondsToStart), '-s', '-D', files, '-l', log];
		const started = await run(seat, 'pg_ctl', args);
		const running = started.ok ? runningServer(seat) : undefined;
		if (running) return running;
		const why = reasonIn([started.said, readIfThere(log), lastWords(files, began)].join('\n'));
		if (stillLeaving.test(why) && Date.now() < until) await sleep(200);
		else throw new Problem(`PostgreSQL could not be started in ${seat.folder}: ${why}.`);
	}
}

/**
 * Ends the server: open work is rolled back, what was acknowledged is on disk. Connections that are just being closed get
 * a moment, or their programs would take the end for an error.
 */
export async function stopServer(seat: Seat): Promise<void> {
	const { files } = filesOf(seat.folder);
	const stop = (mode: string, seconds: number) =>
		run(seat, 'pg_ctl', ['stop', '-w', '-t', String(seconds), '-s', '-m', mode, '-D', files]);
	if ((await stop('smart', 1)).ok) return;
	const stopped = await stop('fast', 60);
	if (!stopped.ok && runningServer(seat)) {
		throw new Problem(`PostgreSQL in ${seat.folder} did not stop: ${reasonIn(stopped.said)}.`);
	}
}

/** Only its owner may look in the cluster's folder, whatever happened to it since. */
export function closeFolder(seat: Seat): void {
	chmodSync(seat.folder, 0o700);
}
