// Whether this process can do its work: for load balancers and for whoever watches over it.
import { sql } from 'drizzle-orm';
import { rows, type Database } from './database.ts';
import { jobsRun } from './jobs.ts';
import { migrations } from './migrate.ts';

export type Health = {
	status: 'ok' | 'failing';
	/** The database answers. */
	database: boolean;
	/** Connected to the queue. */
	jobs: boolean;
	/** The database holds exactly the migrations of this release. */
	migrations: boolean;
};

const MS_TO_ANSWER = 2000;

const inTime = <T>(work: Promise<T>): Promise<T> => {
	const { promise, reject } = Promise.withResolvers<never>();
	const timer = setTimeout(() => reject(new Error('no answer in time')), MS_TO_ANSWER);
	return Promise.race([work, promise]).finally(() => clearTimeout(timer));
};

async function appliedMigrations(db: Database): Promise<string[] | undefined> {
	try {
		const applied = await inTime(rows<{ tag: string }>(db, sql`select tag from migration`));
		return applied.map(({ tag }) => tag);
	} catch {
		return undefined;
	}
}

export async function healthOf(db: Database): Promise<Health> {
	const applied = await appliedMigrations(db);
	const known = (await migrations()).map(({ tag }) => tag);
	const parts = {
		database: applied !== undefined,
		jobs: jobsRun(),
		migrations: applied !== undefined && applied.length === known.length && known.every((tag) => applied.includes(tag))
	};
	return { status: Object.values(parts).every(Boolean) ? 'ok' : 'failing', ...parts };
}
