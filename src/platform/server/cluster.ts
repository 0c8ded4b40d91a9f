// The embedded PostgreSQL, shared by all processes of one data folder: the first one starts it, the last one out stops it.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from './id.ts';
import { findSeat, noteMade, removeCluster, type Seat } from './cluster-seat.ts';
import {
	checkVersion,
	closeFolder,
	makeCluster,
	removeUnfinished,
	runningServer,
	startServer,
	stopServer,
	type Running
} from './cluster-server.ts';
import { openDataFolder, readIfThere, writePrivately } from './data-folder.ts';
import { locked } from './lock.ts';
import { canConnect } from './reach.ts';
import { Problem } from './problem.ts';
import { isAlive, markOf, type ProcessMark } from './process-mark.ts';

export type Cluster = {
	url: string;
	/** It was running already. */
	adopted: boolean;
	/** This start made it; the folder and user are worth telling. */
	made: boolean;
	folder: string;
	/** Name of the user it runs as when that is not us. */
	user: string | undefined;
	/** Lets go of it; stops it unless another process still uses it. */
	stop: () => Promise<void>;
	/** Stops it and removes its files, wherever they stand: for tests. */
	discard: () => Promise<void>;
};

type Options = {
	/** False in tests only: faster, but a crash of the machine may break the database. */
	durable?: boolean;
};

/** What stands in the connection file while the cluster runs. Other programs may read the address there. */
export type ConnectionFile = { url: string; pid: number; started_at: string; users: ({ id: string } & ProcessMark)[] };

const connectionFile = (dataFolder: string) => join(dataFolder, 'connection.json');
const lockFile = (dataFolder: string) => join(dataFolder, 'lock');

/** The connection file when it is about this server; users that were killed are left out. */
function readConnection(dataFolder: string, serverPid: number): ConnectionFile | undefined {
	try {
		const read = JSON.parse(readIfThere(connectionFile(dataFolder)) ?? '') as ConnectionFile;
		if (read.pid !== serverPid) return undefined;
		return { ...read, users: read.users.filter(isAlive) };
	} catch {
		return undefined;
	}
}

const writeConnection = (dataFolder: string, connection: ConnectionFile) =>
	writePrivately(connectionFile(dataFolder), `${JSON.stringify(connection, null, '\t')}\n`);

/** The server that runs, once it answers: it may still be recovering. Undefined when none runs, or it ended meanwhile. */
async function findRunning(seat: Seat): Promise<Running | undefined> {
	const until = Date.now() + 300_000;
	for (let found = runningServer(seat); found; found = runningServer(seat)) {
		if (await canConnect(found.url)) return found;
		if (Date.now() > until) {
			throw new Problem(`PostgreSQL runs in ${seat.folder} but does not answer: end it and start again.`);
		}
		await sleep(50);
	}
	return undefined;
}

async function letGo(dataFolder: string, seat: Seat, id: string): Promise<void> {
	// Somebody removed the folder under us; the server must not live on without it.
	if (!existsSync(dataFolder)) return runningServer(seat) && stopServer(seat);
	await locked(lockFile(dataFolder), async () => {
		const running = runningServer(seat);
		const connection = running && readConnection(dataFolder, running.pid);
		const others = connection?.users.filter((user) => user.id !== id) ?? [];
		if (connection && others.length > 0) return writeConnection(dataFolder, { ...connection, users: others });
		if (running) await stopServer(seat);
		rmSync(connectionFile(dataFolder), { force: true });
	});
}

/**
 * Starts the embedded PostgreSQL of this data folder, or adopts the one that runs. Safe to call from several processes
 * at once, and after a start that was killed at any moment. Throws a Problem.
 */
export async function startCluster(dataFolder: string, { durable = true }: Options = {}): Promise<Cluster> {
	openDataFolder(dataFolder);
	return locked(lockFile(dataFolder), async () => {
		const seat = findSeat(dataFolder);
		removeUnfinished(seat.folder);
		const made = !existsSync(seat.folder);
		if (made) await makeCluster(seat, durable);
		noteMade(dataFolder);
		closeFolder(seat);
		const found = await findRunning(seat);
		if (!found && !made) await checkVersion(seat);
		const { url, pid } = found ?? (await startServer(seat, durable));
		const id = newId();
		const before = readConnection(dataFolder, pid) ?? { url, pid, started_at: new Date().toISOString(), users: [] };
		writeConnection(dataFolder, { ...before, url, users: [...before.users, { id, ...markOf(process.pid) }] });
		const stop = () => letGo(dataFolder, seat, id);
		const discard = async () => {
			await stop();
			removeCluster(seat, dataFolder);
		};
		return { url, adopted: found !== undefined, made, folder: seat.folder, user: seat.user?.name, stop, discard };
	});
}
