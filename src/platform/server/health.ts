// Whether this process can do its work: for load balancers and for whoever watches over it.
import { sql } from 'drizzle-orm';
import { rows, type Database } from './database.ts';
import { jobsRun, queueStanding, type QueueStanding } from './jobs.ts';
import { describeError, logLine } from './log.ts';
import { migrations } from './migrate.ts';

export type Health = {
	status: 'ok' | 'failing';
	/** The database answers. */
	database: boolean;
	/** Connected to the queue. */
	jobs: boolean;
	/** The database holds exactly the migrations of this release. */
	migrations: boolean;
	/** For whoever watches. It does not make a process fail: with the mail server away jobs wait, and pages are still served. */
	queue: QueueStanding | null;
};

const MS_TO_ANSWER = 2000;

const inTime = <T>(work: Promise<T>): Promise<T> => {
	const { promise, reject } = Promise.withResolvers<never>();
	const timer = setTimeout(() => reject(new Error('no answer in time')), MS_TO_ANSWER);
	return Promise.race([work, promise]).finally(() => clearTimeout(timer));
};

type Found = { applied: string[]; known: string[]; queue: QueueStanding | undefined };

/** Undefined when the database does not answer. */
async function findOut(db: Database): Promise<Found | undefined> {
	try {
		const applied = await inTime(rows<{ tag: string }>(db, sql`select tag from migration`));
		const known = await migrations();
		const queue = await inTime(queueStanding(db));
		return { applied: applied.map(({ tag }) => tag), known: known.map(({ tag }) => tag), queue };
	} catch (error) {
		logLine('error', 'health', describeError(error));
		return undefined;
	}
}

export async function healthOf(db: Database): Promise<Health> {
	const found = await findOut(db);
	const parts = {
		database: found !== undefined,
		jobs: jobsRun(),
		migrations:
			found !== undefined &&
			found.applied.length === found.known.length &&
			found.known.every((tag) => found.applied.includes(tag))
	};
	return { status: Object.values(parts).every(Boolean) ? 'ok' : 'failing', ...parts, queue: found?.queue ?? null };
}
