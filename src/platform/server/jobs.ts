// Background work: enqueued in the caller's transaction, done by any worker process, tried again when it fails.
import { sql, type SQL } from 'drizzle-orm';
import { fromDrizzle, PgBoss } from 'pg-boss';
import { rows, type Database } from './database.ts';
import { describeError, logLine } from './log.ts';
import type { Caller } from './operation.ts';

export type Job = {
	/** `module.verb`. */
	name: string;
	/** Cron expression in the association's time zone, for work that comes round. */
	schedule?: string;
	retries?: number;
	run: (caller: Caller, data: Record<string, unknown>) => Promise<void>;
};

let boss: PgBoss | undefined;
let worked: string[] = [];

const started = () => {
	if (!boss) throw new Error('Call startJobs() before enqueueing.');
	return boss;
};

/** Whether this process is connected to the queue. */
export const jobsRun = () => boss !== undefined;

/** Puts work in line within the caller's transaction: it happens if and only if the transaction commits. */
export async function enqueue({ db }: Pick<Caller, 'db'>, job: string, data: Record<string, unknown>): Promise<void> {
	await started().send(job, data, { db: fromDrizzle(db, sql) });
}

export type QueueStanding = {
	/** How long the oldest job waits that should have begun by now; null when none does. */
	oldest_waiting_seconds: number | null;
	/** How long ago a job was done; null when the queue knows of none. Some job comes round every ten minutes. */
	last_done_seconds: number | null;
	/** Jobs that were given up in the last hour, after all their tries. */
	given_up_last_hour: number;
};

/** How the jobs of this release fare, whichever process works them; undefined where there is no queue yet. */
export async function queueStanding(db: Database): Promise<QueueStanding | undefined> {
	if (!boss) return undefined;
	const seconds = (since: SQL) => sql`floor(extract(epoch from clock_timestamp() - ${since}))::int`;
	const [found] = await rows<QueueStanding>(
		db,
		sql`select ${seconds(sql`min(start_after) filter (where state in ('created', 'retry') and start_after <= clock_timestamp())`)} as oldest_waiting_seconds,
				${seconds(sql`max(completed_on) filter (where state = 'completed')`)} as last_done_seconds,
				count(*) filter (where state = 'failed' and completed_on > clock_timestamp() - interval '1 hour') as given_up_last_hour
			from pgboss.job where name = any(${sql.param(worked)}::text[])`
	);
	return found;
}

type Options = {
	databaseUrl: string;
	jobs: readonly Job[];
	timeZone: string;
	/** False for a process that only enqueues. */
	work: boolean;
	caller: (db: Database) => Promise<Caller>;
	db: Database;
};

/** Connects to the queue and, when `work`, takes jobs until `stopJobs`. */
export async function startJobs({ databaseUrl, jobs, timeZone, work, caller, db }: Options): Promise<void> {
	boss = new PgBoss({ connectionString: databaseUrl, max: 3, supervise: work, schedule: work });
	boss.on('error', (error) => logLine('error', 'jobs', describeError(error)));
	await boss.start();
	worked = jobs.map(({ name }) => name);
	for (const job of jobs) {
		await boss.createQueue(job.name, { retryLimit: job.retries ?? 5, retryBackoff: true, retryDelay: 5 });
		if (!work) continue;
		await boss.work<Record<string, unknown>>(job.name, { pollingIntervalSeconds: 1 }, async (batch) => {
			for (const { data } of batch) await job.run(await caller(db), data);
		});
		if (job.schedule) await boss.schedule(job.name, job.schedule, {}, { tz: timeZone });
	}
}

/** Lets running jobs finish. */
export async function stopJobs(): Promise<void> {
	await boss?.stop({ graceful: true, timeout: 10_000 });
	boss = undefined;
}
