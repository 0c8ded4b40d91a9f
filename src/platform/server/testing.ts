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

/** A test on an empty, migrated database: `story('the owner closes it', async ({ as }) => …)`. Nothing of it remains. */
export function story(name: string, body: (scene: Scene) => Promise<void>, timeoutMs?: number) {
	test(name, async () => rolledBack((await workerConnection()).db, (db) => body(scene(db))), timeoutMs);
}

const urlOf = (database: string) => {
	const url = new URL(inject('testDatabase').maintenanceUrl);
	url.pathname = `/${database}`;
	return url.href;
};

async function maintain(statement: string) {
	const { pool, close } = connect(inject('testDatabase').maintenanceUrl, 1);
	try {
		await pool.query(statement);
	} finally {
		await close();
	}
}

const copyTemplate = (name: string) => maintain(`create database ${name} template ${inject('testDatabase').template}`);

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

let worker: Promise<Connection> | undefined;

/** One database per worker, shared by its files: stories never commit. */
function workerConnection(): Promise<Connection> {
	worker ??= (async () => {
		const name = `${inject('testDatabase').template}_worker_${process.env.VITEST_POOL_ID ?? '1'}`;
		await copyTemplate(name).catch((error: unknown) => {
			if (!isDuplicate(error)) throw error;
		});
		const connection = connect(urlOf(name), 2);
		await queue(connection.db, urlOf(name));
		return connection;
	})();
	return worker;
}

export type FreshDatabase = Scene & Connection & { url: string; drop: () => Promise<void> };

/**
 * A database of one's own, for tests that commit or need several connections. Inside a test it is dropped when the test
 * ends; in `beforeAll`, return its `drop`.
 */
export async function freshDatabase(connections = 10): Promise<FreshDatabase> {
	const name = `${inject('testDatabase').template}_${randomBytes(6).toString('hex')}`;
	await copyTemplate(name);
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

/** The jobs that wait in this database, oldest first: what a story enqueued. */
export async function enqueuedJobs(db: Database): Promise<{ name: string; data: Record<string, unknown> }[]> {
	const found = await db.execute<{ name: string; data: Record<string, unknown> }>(
		sql`select name, data from pgboss.job where state = 'created' order by created_on, id`
	);
	return found.rows;
}
