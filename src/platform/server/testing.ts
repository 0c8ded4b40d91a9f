// For tests only: stories on real PostgreSQL that leave nothing behind, and databases of one's own for tests that must commit.
import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { inject, onTestFinished, test } from 'vitest';
import type { Actor } from '#platform/actor.ts';
import { pinnedClock } from '#platform/clock.ts';
import type { Day } from '#platform/day.ts';
import type { Locale } from '#platform/localized.ts';
import { personas, type Persona } from '#platform/personas.ts';
import { dropDatabase } from './drop-database.ts';
import { connect, type Connection, type Database } from './database.ts';
import { startJobs } from './jobs.ts';
import { modules } from './module.ts';
import type { Caller } from './operation.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** Where databases are made, and the migrated one that they are copies of. */
		testDatabase: { maintenanceUrl: string; template: string };
	}
}

/** The day on which stories take place unless they say otherwise: the example's own. */
export const STORY_DAY: Day = '2022-08-31';

type Surroundings = { today?: Day; locale?: Locale };

export type Scene = {
	db: Database;
	/** The caller as a named persona, or as any actor. */
	as: (who: Persona | Actor, surroundings?: Surroundings) => Caller;
};

const scene = (db: Database): Scene => ({
	db,
	as: (who, { today = STORY_DAY, locale = 'nl' } = {}) => ({
		db,
		actor: typeof who === 'string' ? personas[who] : who,
		clock: pinnedClock(today),
		locale
	})
});

type Tell = (name: string, body: (scene: Scene) => Promise<void>, timeoutMs?: number) => void;

class RolledBack extends Error {}

/** Runs the body in a transaction that is always rolled back. */
async function rolledBack(db: Database, body: (db: Database) => Promise<void>) {
	try {
		await db.transaction(async (transaction) => {
			await body(transaction);
			throw new RolledBack();
		});
	} catch (error) {
		if (!(error instanceof RolledBack)) throw error;
	}
}

const tellOn =
	(database: () => Promise<Connection>): Tell =>
	(name, body, timeoutMs) =>
		test(name, async () => rolledBack((await database()).db, (db) => body(scene(db))), timeoutMs);

/** A test on an empty, migrated database: `story('the owner closes it', async ({ as }) => …)`. Nothing of it remains. */
export const story: Tell = (...told) => tellOn(emptyConnection)(...told);

/** Stories that all begin with the same records: those are made once per run, and every worker has a copy of them. */
export function storiesWith(records: string, prepare: (scene: Scene) => Promise<void>): Tell {
	return tellOn(() => workerConnection(records, () => preparedDatabase(records, (db) => prepare(scene(db)))));
}

const urlOf = (database: string) => {
	const url = new URL(inject('testDatabase').maintenanceUrl);
	url.pathname = `/${database}`;
	return url.href;
};

async function maintain(...statements: readonly string[]) {
	const { pool, close } = connect(inject('testDatabase').maintenanceUrl, 1);
	try {
		for (const statement of statements) await pool.query(statement);
	} finally {
		await close();
	}
}

/** Fills a copy of the empty database; on an error it is not left standing as if it were whole. */
async function prepareCopy(name: string, prepare: (db: Database) => Promise<void>) {
	const unfinished = `${name}_unfinished`;
	await dropDatabase(maintain, unfinished);
	await copyTemplate(unfinished);
	const { db, close } = connect(urlOf(unfinished), 1);
	try {
		await prepare(db);
		await db.execute(sql`analyze`);
	} finally {
		await close();
	}
	await maintain(`alter database ${unfinished} rename to ${name}`);
}

/**
 * The name of a database with these records in it, to be copied: made by whichever worker comes first, while the others
 * wait.
 */
export async function preparedDatabase(records: string, prepare: (db: Database) => Promise<void>): Promise<string> {
	const { maintenanceUrl, template } = inject('testDatabase');
	const name = `${template}_with_${records}`;
	const { pool, close } = connect(maintenanceUrl, 1);
	const client = await pool.connect();
	try {
		await client.query('select pg_advisory_lock(hashtext($1))', [name]);
		const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
		if (!rowCount) await prepareCopy(name, prepare);
		return name;
	} finally {
		await client.query('select pg_advisory_unlock(hashtext($1))', [name]);
		client.release();
		await close();
	}
}

const copyTemplate = (name: string, template = inject('testDatabase').template) =>
	maintain(`create database ${name} template ${template}`);

const isDuplicate = (error: unknown) => (error as { code?: string }).code === '42P04';

/** Jobs can be enqueued in tests, and are never worked. */
const queue = (db: Database, databaseUrl: string) =>
	startJobs({
		databaseUrl,
		db,
		jobs: modules().flatMap((module) => module.jobs ?? []),
		timeZone: 'Europe/Amsterdam',
		work: false,
		caller: async (jobDb) => scene(jobDb).as('system')
	});

const workers = new Map<string, Promise<Connection>>();
let queued: Promise<void> | undefined;

/** One database per worker and kind of story, shared by its files: stories never commit. */
function workerConnection(records: string, prepared: () => Promise<string>): Promise<Connection> {
	const connected = async () => {
		const name = `${inject('testDatabase').template}_worker_${process.env.VITEST_POOL_ID ?? '1'}_${records}`;
		await copyTemplate(name, await prepared()).catch((error: unknown) => {
			if (!isDuplicate(error)) throw error;
		});
		const connection = connect(urlOf(name), 2);
		await (queued ??= queue(connection.db, urlOf(name)));
		return connection;
	};
	const known = workers.get(records) ?? connected();
	workers.set(records, known);
	return known;
}

const emptyConnection = () => workerConnection('nothing', async () => inject('testDatabase').template);

export type FreshDatabase = Scene & Connection & { url: string; drop: () => Promise<void> };

/** A copy of a database, for tests that commit. Inside a test it is dropped when the test ends; else return its `drop`. */
export async function copyOf(template: string, connections: number): Promise<FreshDatabase> {
	const name = `${inject('testDatabase').template}_${randomBytes(6).toString('hex')}`;
	await copyTemplate(name, template);
	const url = urlOf(name);
	const connection = connect(url, connections);
	const drop = async () => {
		await connection.close();
		await dropDatabase(maintain, name);
	};
	try {
		onTestFinished(drop);
	} catch {
		// Not inside a test: whoever asked drops it.
	}
	return { ...connection, ...scene(connection.db), url, drop };
}

/**
 * A database of one's own, for tests that commit or need several connections. Inside a test it is dropped when the test
 * ends; in `beforeAll`, return its `drop`.
 */
export const freshDatabase = (connections = 10): Promise<FreshDatabase> =>
	copyOf(inject('testDatabase').template, connections);

/** The jobs that wait in this database, oldest first: what a story enqueued. */
export async function enqueuedJobs(db: Database): Promise<{ name: string; data: Record<string, unknown> }[]> {
	const found = await db.execute<{ name: string; data: Record<string, unknown> }>(
		sql`select name, data from pgboss.job where state = 'created' order by created_on, id`
	);
	return found.rows;
}
